import { describe, expect, test } from 'vitest';
import {
  actor,
  answers,
  checked,
  due,
  matter,
  member,
  opened,
  people,
  selfCheck,
  when,
} from '../../test/scene.ts';

const concluded = [opened, due()];

describe('selfCheck', () => {
  test('the handler answers seven parts and proposes a grade; the ten days are met (DL-59)', () => {
    expect(when(concluded, 'selfCheck', selfCheck)).toEqual({
      facts: [
        {
          type: 'SelfChecked',
          data: {
            ...selfCheck,
            scheme: 'scheme-2017',
            checkedOn: '2025-08-25',
            clocksMet: [{ clock: 'DL-59', subject: matter }],
          },
        },
      ],
    });
  });

  test.each([
    ['2025-12-31', 'scheme-2017', 'defective', 'basically_qualified'],
    ['2026-01-01', 'scheme-2026', 'basically_qualified', 'defective'],
  ])('on %s %s is in force: %s is a grade, %s is not', (today, scheme, known, unknown) => {
    const propose = (proposedGrade: string) =>
      when(concluded, 'selfCheck', { answers, proposedGrade }, { today });
    expect(propose(known)).toMatchObject({ facts: [{ data: { scheme } }] });
    expect(propose(unknown)).toMatchObject({ refused: 'grade.unknown', params: { scheme, grade: unknown } });
  });

  test('entered late it keeps its day, and that day’s scheme', () => {
    const late = { ...selfCheck, checkedOn: '2025-12-30' };
    expect(when(concluded, 'selfCheck', late, { today: '2026-01-05' })).toMatchObject({
      facts: [{ occurredOn: '2025-12-30', data: { scheme: 'scheme-2017' } }],
    });
  });

  test('the best grade asks for no defect and an effect', () => {
    const best = { answers, proposedGrade: 'excellent' };
    expect(when(concluded, 'selfCheck', best)).toHaveProperty('facts');
    expect(when([opened, due(false)], 'selfCheck', best)).toMatchObject({
      refused: 'grade.best-with-defects',
    });
    expect(when(concluded, 'selfCheck', { ...best, defects: ['笔录漏签'] })).toMatchObject({
      refused: 'grade.best-with-defects',
    });
    const unsound = answers.map((each, at) =>
      at === 0 ? { ...each, sound: false, remark: '证据单薄' } : each,
    );
    expect(when(concluded, 'selfCheck', { ...best, answers: unsound })).toMatchObject({
      refused: 'grade.best-with-defects',
    });
  });

  test.each([
    ['form.part-missing', answers.slice(1)],
    ['form.part-unknown', [...answers, { question: 'weather', sound: true }]],
    ['form.part-twice', [...answers, ...answers.slice(0, 1)]],
    ['self-check.remark-missing', answers.map((each) => ({ ...each, sound: false }))],
  ])('%s', (code, given) => {
    expect(when(concluded, 'selfCheck', { ...selfCheck, answers: given })).toMatchObject({
      refused: code,
      field: 'answers',
    });
  });

  test('not before the matter is concluded, and once', () => {
    expect(when([], 'selfCheck', selfCheck)).toMatchObject({ refused: 'quality-check.not-open' });
    expect(when([opened], 'selfCheck', selfCheck)).toMatchObject({ refused: 'self-check.not-due' });
    expect(when(concluded, 'selfCheck', { ...selfCheck, checkedOn: '2025-08-24' })).toMatchObject({
      refused: 'self-check.before-conclusion',
      params: { date: '2025-08-24', concludedOn: '2025-08-25' },
    });
    expect(when([...concluded, checked], 'selfCheck', selfCheck)).toMatchObject({
      refused: 'self-check.made',
    });
  });

  test('before there were schemes there is nothing to check by', () => {
    const ancient = {
      type: 'QualityCheckDue',
      data: { ...due().data, concludedOn: '2017-01-03' },
    } as typeof opened;
    expect(when([opened, ancient], 'selfCheck', { ...selfCheck, checkedOn: '2017-12-31' })).toMatchObject({
      refused: 'scheme.none',
    });
  });

  test('it is the handler’s own, and not while he is suspended (DOMAIN §10(5))', () => {
    expect(when(concluded, 'selfCheck', selfCheck, { actor: actor('near') })).toMatchObject({
      refused: 'self-check.not-handler',
    });
    const data = { handler: member('li'), assistants: [], suspended: [people.li.person] };
    const suspended = { type: 'QualityCheckHandlersChanged', data } as const;
    expect(when([...concluded, suspended], 'selfCheck', selfCheck)).toMatchObject({
      refused: 'handler.suspended',
    });
  });
});

describe('a quality check keeps level with its matter', () => {
  const system = { actor: { ...actor('li'), role: 'system' } };

  test('it is opened once, and due once', () => {
    expect(when([], 'openQualityCheck', opened.data)).toMatchObject({
      facts: [{ type: 'QualityCheckOpened', occurredOn: '2025-03-14' }],
    });
    expect(when([opened], 'openQualityCheck', opened.data)).toMatchObject({
      refused: 'quality-check.exists',
    });
    const end = { concludedOn: '2025-08-25', effectObtained: true };
    expect(when([opened], 'makeSelfCheckDue', end, system)).toEqual({ facts: [due()] });
    expect(when(concluded, 'makeSelfCheckDue', end, system)).toEqual({ facts: [] });
    expect(when([], 'makeSelfCheckDue', end, system)).toMatchObject({ refused: 'quality-check.not-open' });
  });

  test('handlers change, are suspended and resume; said twice it is noted once', () => {
    const person = people.li.person;
    expect(when([opened], 'changeHandlers', { suspend: person }, system)).toMatchObject({
      facts: [{ data: { suspended: [person] } }],
    });
    const data = { handler: member('li'), assistants: [member('cai')], suspended: [person] };
    const suspended = [opened, { type: 'QualityCheckHandlersChanged', data } as const];
    expect(when(suspended, 'changeHandlers', { suspend: person }, system)).toEqual({ facts: [] });
    expect(when(suspended, 'changeHandlers', { resume: person }, system)).toMatchObject({
      facts: [{ data: { suspended: [] } }],
    });
    expect(when([opened], 'changeHandlers', { resume: person }, system)).toEqual({ facts: [] });
    const group = { handler: member('cai'), assistants: [] };
    expect(when(suspended, 'changeHandlers', group, system)).toMatchObject({
      facts: [{ data: { ...group, suspended: [person] } }],
    });
    expect(when([], 'changeHandlers', group, system)).toMatchObject({ refused: 'quality-check.not-open' });
  });
});
