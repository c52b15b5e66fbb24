import { searchWords } from '@jiandu/eventing';
import { expect, test } from 'vitest';
import { folded } from '../../../test/folded.ts';
import { Log } from '../../../test/log.ts';
import { CFS, IAS, profile, provenance } from '../../../test/matters.ts';
import { tellOverdueMatter } from '../../../test/overdue-matter.ts';
import { searchIndex } from './search-index.ts';

test.each([
  ['预付卡诈骗', ['预付', '付卡', '卡诈', '诈骗']],
  ['CFS-630103-2025-00017', ['cfs', '630103', '2025', '00017']],
  ['Ｐolice 公安', ['police', '公安']],
  ['དཀར་པོ', ['དཀར', 'པོ']],
  ['马 x', ['马', 'x']],
  ['<script>', ['script']],
  ['🐏。', []],
])('%s is found by %j', (text, words) => {
  expect(searchWords(text)).toEqual(words);
});

test('a matter is found by its number, its lead, body, handler and the printed number', async () => {
  const doc = (await folded(searchIndex, tellOverdueMatter().envelopes)).get(IAS);
  for (const word of ['ias', '00009', '7k3m9q2x', '乐都', '冶某', '纠违', '3', '录音']) {
    expect(doc?.words).toContain(word);
  }
  expect(doc).toMatchObject({ escalatedTo: '630200', handlers: ['P-630202-ye', 'P-630202-li'] });
});

test('a restricted matter cannot be found at all', async () => {
  const log = new Log();
  log.say(`intake.matter-${CFS}`, 'MatterAccepted', '2025-03-10', {
    acceptedOn: '2025-03-10',
    profile: profile('CFS', '630103', { secrecy: 'restricted' }),
    provenance: provenance(),
  });
  expect((await folded(searchIndex, log.envelopes)).size).toBe(0);
});
