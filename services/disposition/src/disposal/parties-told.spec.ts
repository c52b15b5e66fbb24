import { describe, expect, test } from 'vitest';
import { system } from '../../test/scene.ts';
import { reportedCfs } from '../../test/scenes.ts';

/** EX-01, where the reasons of the police are held to stand on 11 April. */
function reasonsStand() {
  const matter = reportedCfs();
  const decided = matter.on('2025-04-11', 'P-630103-bai', 'makeDecision', {
    outcome: 'no_action',
    opinion: '理由成立',
  });
  return { matter, decided };
}
const told = (about: string, notifiedOn: string) => ({ party: 'victim', about, notifiedOn });
const clock = 'DL-10 CFS-630103-2025-00017';

describe('telling the victim that the reasons stand (S2 §561)', () => {
  test('ten days run from the decision', () => {
    expect(reasonsStand().decided.starts).toEqual([`${clock} → 2025-04-21`]);
  });

  test.each(['reasons_upheld', 'outcome'])('told of %s, the clock is met', (about) => {
    const { matter } = reasonsStand();
    const noted = matter.on('2025-04-15', system, 'notePartyNotified', told(about, '2025-04-14'));
    expect(noted.met).toEqual([clock]);
  });

  test('told late it is met all the same, once', () => {
    const { matter } = reasonsStand();
    const late = told('reasons_upheld', '2025-04-30');
    expect(matter.on('2025-04-30', system, 'notePartyNotified', late).met).toEqual([clock]);
    expect(matter.on('2025-05-06', system, 'notePartyNotified', late).met).toEqual([]);
  });

  test('neither being told of the acceptance nor a word before the decision meets it', () => {
    const { matter } = reasonsStand();
    const meets = (input: object) => matter.on('2025-04-15', system, 'notePartyNotified', input).met;
    expect(meets(told('acceptance', '2025-04-14'))).toEqual([]);
    expect(meets(told('outcome', '2025-04-10'))).toEqual([]);
  });
});
