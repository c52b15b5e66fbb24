import { defineRefusals } from '@jiandu/eventing';
import { expect, test } from 'vitest';
import { emptyDirectory, foldDirectory, personUnknown, rolesOn, staffMemberOn, staffOn } from './index.ts';

const { refuse } = defineRefusals({ 'person.unknown': personUnknown });
const unknown = (person: string) => refuse('person.unknown', { person });

const directory = [
  { type: 'PersonRegistered', data: { person: 'P-630103-li', name: '李某' } },
  {
    type: 'RoleGranted',
    data: {
      person: 'P-630103-li',
      role: 'assistant',
      unit: '630202',
      from: '2020-01-01',
      until: '2024-12-31',
    },
  },
  {
    type: 'RoleGranted',
    data: { person: 'P-630103-li', role: 'prosecutor', unit: '630103', from: '2025-01-01' },
  },
  { type: 'PersonRegistered', data: { person: 'P-630103-new', name: '新某' } },
].reduce((known, event) => foldDirectory(known, event), emptyDirectory);

test('who is named by id is written with the directory’s name and the unit of that day', () => {
  const on = (day: string) => staffMemberOn(directory, 'P-630103-li', day, unknown);
  expect(on('2025-03-03')).toEqual({ person: 'P-630103-li', name: '李某', unit: '630103' });
  expect(on('2024-12-31')).toEqual({ person: 'P-630103-li', name: '李某', unit: '630202' });
});

test('who held no role that day has the unit of another time, and who never held one has none', () => {
  expect(staffMemberOn(directory, 'P-630103-li', '2019-12-31', unknown)).toMatchObject({ unit: '630202' });
  expect(staffMemberOn(directory, 'P-630103-new', '2025-03-03', unknown)).toEqual({
    person: 'P-630103-new',
    name: '新某',
  });
});

test('several are named in the order given, each once', () => {
  const ids = ['P-630103-new', 'P-630103-li', 'P-630103-new'];
  expect(staffOn(directory, ids, '2025-03-03', unknown)).toMatchObject([{ name: '新某' }, { name: '李某' }]);
});

test('the first id nobody has is refused, whoever else is named', () => {
  expect(staffOn(directory, ['P-630103-li', 'P-1', 'P-2'], '2025-03-03', unknown)).toMatchObject({
    code: 'person.unknown',
    params: { person: 'P-1' },
  });
});

test('roles are those of the day', () => {
  expect(rolesOn(directory, 'P-630103-li', '2025-03-03')).toMatchObject([{ role: 'prosecutor' }]);
  expect(rolesOn(directory, 'P-1', '2025-03-03')).toEqual([]);
});
