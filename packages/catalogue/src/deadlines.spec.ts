import { addDays, addMonths, computeDue } from '@jiandu/clocks';
import { describe, expect, it } from 'vitest';
import { latestCalendar } from './calendars.ts';
import { deadlineRule, deadlineRules, ruleInForce, runsFor, stageBudget, stageBudgets } from './deadlines.ts';

type Row = readonly [id: string, n: number, unit: string, direction: string, rolls: string];

const A = ['after', 'always'] as const;
const CUSTODY = ['after', 'unless-custody'] as const;
const NEVER = ['after', 'never'] as const;
const NOTICE = ['before', 'never'] as const;

const table: readonly Row[] = [
  ['DL-01', 7, 'day', ...A],
  ['DL-02', 7, 'day', ...A],
  ['DL-03', 3, 'month', ...A],
  ['DL-04', 3, 'day', ...A],
  ['DL-05', 3, 'day', ...A],
  ['DL-06', 15, 'day', ...A],
  ['DL-07', 15, 'day', ...CUSTODY],
  ['DL-08', 7, 'day', ...CUSTODY],
  ['DL-09', 7, 'day', ...A],
  ['DL-10', 10, 'day', ...A],
  ['DL-11', 15, 'day', ...A],
  ['DL-12', 15, 'day', ...CUSTODY],
  ['DL-13', 3, 'month', ...A],
  ['DL-14', 7, 'day', ...CUSTODY],
  ['DL-15', 15, 'day', ...CUSTODY],
  ['DL-16', 15, 'day', ...CUSTODY],
  ['DL-17', 7, 'day', ...CUSTODY],
  ['DL-18', 7, 'day', ...CUSTODY],
  ['DL-19', 10, 'day', ...NEVER],
  ['DL-20', 10, 'day', ...NEVER],
  ['DL-21', 1, 'month', ...A],
  ['DL-22', 20, 'day', ...A],
  ['DL-23', 1, 'month', ...CUSTODY],
  ['DL-24', 2, 'month', ...A],
  ['DL-25', 5, 'day', ...A],
  ['DL-26', 2, 'month', ...A],
  ['DL-27', 3, 'month', ...A],
  ['DL-28', 3, 'month', ...A],
  ['DL-29', 15, 'day', ...A],
  ['DL-30', 1, 'month', ...A],
  ['DL-31', 3, 'month', ...A],
  ['DL-32', 3, 'month', ...A],
  ['DL-33', 15, 'day', ...A],
  ['DL-34', 15, 'day', ...A],
  ['DL-35', 30, 'day', ...A],
  ['DL-36', 7, 'day', ...A],
  ['DL-37', 3, 'day', ...A],
  ['DL-38', 5, 'day', ...A],
  ['DL-39', 2, 'month', ...A],
  ['DL-40', 1, 'month', ...A],
  ['DL-41', 3, 'day', ...A],
  ['DL-42', 5, 'day', ...A],
  ['DL-43', 3, 'day', ...A],
  ['DL-44', 3, 'day', ...NOTICE],
  ['DL-45', 3, 'day', ...NOTICE],
  ['DL-46', 5, 'day', ...A],
  ['DL-47', 10, 'day', ...A],
  ['DL-48', 1, 'month', ...A],
  ['DL-49', 15, 'day', ...A],
  ['DL-50', 3, 'day', ...A],
  ['DL-51', 5, 'workday', ...A],
  ['DL-52', 30, 'day', ...A],
  ['DL-53', 5, 'workday', ...A],
  ['DL-54', 10, 'workday', ...A],
  ['DL-55', 3, 'workday', ...A],
  ['DL-56', 10, 'day', ...A],
  ['DL-57', 5, 'workday', ...A],
  ['DL-58', 7, 'workday', ...A],
  ['DL-59', 10, 'workday', ...A],
  ['DL-60', 3, 'month', ...A],
  ['DL-61', 3, 'month', ...A],
];

/** Where a clock of a table row ends, counted here and not by the package. */
function expectedDue(start: string, [, n, unit, direction, rolls]: Row, custody: boolean): string {
  if (direction === 'before') return addDays(start, -n);
  let due = unit === 'month' ? addMonths(start, n) : unit === 'day' ? addDays(start, n) : start;
  for (let left = unit === 'workday' ? n : 0; left > 0; ) {
    due = addDays(due, 1);
    if (latestCalendar.isWorkingDay(due)) left -= 1;
  }
  const stays = rolls === 'never' || (rolls === 'unless-custody' && custody);
  while (!stays && !latestCalendar.isWorkingDay(due)) due = addDays(due, 1);
  return due;
}

describe('the 61 clocks', () => {
  it('are all there, once each', () => {
    const ids = deadlineRules.filter(({ variant }) => variant === undefined).map(({ id }) => id);
    expect(ids).toEqual(table.map(([id]) => id));
    expect(ids.length).toBe(61);
  });

  it.each(table)('%s: %i %s, %s, rolls %s', (...row) => {
    const [id, n, unit, direction, rolls] = row;
    const rule = deadlineRule(id);
    expect(rule).toMatchObject({ length: { n, unit }, direction, rolls });
    // 300 starts in a row: last days on weekends, in the May holiday and in the National Day holiday.
    for (let i = 0; i < 300; i += 1) {
      const start = addDays('2025-01-20', i);
      for (const custody of [false, true]) {
        const { due } = computeDue(rule, { start, custody }, latestCalendar);
        expect([start, custody, due]).toEqual([start, custody, expectedDue(start, row, custody)]);
      }
    }
  });

  it('speak Chinese and English everywhere and name their source', () => {
    for (const { title, trigger, obliged, source, note } of deadlineRules) {
      for (const text of [title, trigger, obliged, ...(note ? [note] : [])]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(text.en).not.toMatch(/\p{Script=Han}/u);
      }
      expect(source).not.toMatch(/\bS\d/);
    }
  });

  it('an unknown clock is a fault of the program', () => {
    expect(() => deadlineRule('DL-62')).toThrow('no such clock: DL-62');
    expect(() => deadlineRule('DL-26', 'urgent')).toThrow('no such clock: DL-26, urgent');
  });
});

describe('one id may hold several clocks', () => {
  it.each([
    ['DL-07', 'after-explanation', 15, 'day'],
    ['DL-28', 'simple', 3, 'month'],
    ['DL-39', 'urgent', 15, 'day'],
    ['DL-40', 'civil', 3, 'month'],
    ['DL-48', 'execution', 3, 'month'],
    ['DL-61', 'second', 12, 'month'],
  ])('%s, %s: %i %s', (id, variant, n, unit) => {
    expect(deadlineRule(id, variant)).toMatchObject({ id, variant, length: { n, unit } });
    expect(deadlineRule(id, variant).direction).toBe(deadlineRule(id).direction);
  });

  it('there are no others', () => {
    expect(deadlineRules.length).toBe(67);
  });

  it('simple administrative cases may not be extended, others may', () => {
    expect(deadlineRule('DL-28').extension?.by.zh).toBe('检察长');
    expect(deadlineRule('DL-28', 'simple').extension).toBeUndefined();
  });
});

describe('what may change a clock', () => {
  it.each([
    ['DL-19', 10, 'day'],
    ['DL-24', 1, 'month'],
    ['DL-31', 1, 'month'],
    ['DL-40', 1, 'month'],
    ['DL-52', 15, 'day'],
    ['DL-54', 5, 'workday'],
  ])('%s may be extended by %i %s', (id, n, unit) => {
    expect(deadlineRule(id).extension?.length).toEqual({ n, unit });
  });

  it('DL-28 may be extended for as long as the chief procurator says; the others not at all', () => {
    const extended = deadlineRules.filter(({ variant, extension }) => extension && variant === undefined);
    expect(extended.map(({ id }) => id)).toEqual([
      'DL-19',
      'DL-24',
      'DL-28',
      'DL-31',
      'DL-40',
      'DL-52',
      'DL-54',
    ]);
    expect(deadlineRule('DL-28').extension?.length).toBeUndefined();
  });

  it('days are excluded from DL-27, DL-28 and DL-40', () => {
    const ids = deadlineRules.filter(({ notCounted }) => notCounted).map(({ id }) => id);
    expect([...new Set(ids)]).toEqual(['DL-27', 'DL-28', 'DL-40']);
  });

  it('the instrument or letter fixes its own date for DL-16 and DL-56, a shorter one for three more', () => {
    const fixable = (kind: string) =>
      deadlineRules.filter((rule) => rule.fixable === kind && rule.variant === undefined).map(({ id }) => id);
    expect(fixable('any')).toEqual(['DL-16', 'DL-56']);
    expect(fixable('shorter')).toEqual(['DL-18', 'DL-26', 'DL-39']);
  });

  it('only DL-13 is soft', () => {
    expect(deadlineRules.filter(({ soft }) => soft).map(({ id }) => id)).toEqual(['DL-13']);
  });
});

describe('for which matters a clock runs', () => {
  it.each([
    ['DL-26', { type: 'IAS' }, true],
    ['DL-25', { type: 'CIR' }, true],
    ['DL-06', { type: 'ADV' }, true],
    ['DL-16', { type: 'CFS' }, true],
    ['DL-16', { type: 'TAV', branch: 'criminal' }, true],
    ['DL-16', { type: 'TAV', branch: 'civil' }, false],
    ['DL-16', { type: 'EIM' }, false],
    ['DL-08', { type: 'IAS' }, false],
    ['DL-32', { type: 'TAV', branch: 'civil' }, false],
    ['DL-32', { type: 'TAV', branch: 'civil', instrument: 'retrial-recommendation' }, true],
  ] as const)('%s for %o: %s', (id, scope, runs) => {
    expect(runsFor(deadlineRule(id), scope)).toBe(runs);
    expect(ruleInForce(scope, id) !== undefined).toBe(runs);
  });

  it('an early intervention never carries a reply clock of an investigating body', () => {
    const running = deadlineRules.filter((rule) => rule.types !== 'ALL' && runsFor(rule, { type: 'EIM' }));
    expect(running.map(({ id }) => id)).toEqual(['DL-49', 'DL-50']);
  });
});

describe('what runs instead of a rule for all', () => {
  it.each([
    ['CFS', 'DL-53', 7, 'day'],
    ['IAS', 'DL-53', 7, 'day'],
    ['CIR', 'DL-53', 5, 'workday'],
    ['SGR', 'DL-53', 5, 'workday'],
    ['CFS', 'DL-54', 10, 'workday'],
    ['CIR', 'DL-54', 5, 'workday'],
    ['CFS', 'DL-58', 3, 'workday'],
    ['IAS', 'DL-58', 7, 'workday'],
  ])('%s, %s: %i %s', (type, id, n, unit) => {
    expect(ruleInForce({ type }, id)?.rule).toMatchObject({ id, length: { n, unit } });
  });

  it.each([
    [{ type: 'IAS' }, 'DL-26'],
    [{ type: 'TAV', branch: 'civil' }, 'DL-30'],
    [{ type: 'TAV', branch: 'administrative' }, 'DL-26'],
    [{ type: 'TAV', branch: 'civil', instrument: 'retrial-recommendation' }, 'DL-32'],
    [{ type: 'CEX' }, 'DL-31'],
    [{ type: 'PIL' }, 'DL-39'],
  ] as const)('the reply to a recommendation, for %o: %s', (scope, id) => {
    expect(ruleInForce(scope, 'DL-26')?.rule.id).toBe(id);
  });

  it('names only clocks that exist', () => {
    const named = deadlineRules.flatMap(({ yieldsTo }) => (yieldsTo?.clocks ?? []).map(({ clock }) => clock));
    const budgeted = ['CFS', 'IAS', 'CIR'].flatMap((type) =>
      stageBudgets(type).flatMap(({ clocks = [] }) => clocks),
    );
    for (const id of [...named, ...budgeted]) expect(deadlineRule(id).id).toBe(id);
    expect(named.length + budgeted.length).toBeGreaterThan(20);
  });
});

describe('the stage budgets of CFS, IAS and CIR', () => {
  const stages = [
    ...['screen', 'accept', 'file', 'verify', 'decide', 'serve', 'reply'],
    ...['assess-reply', 'follow-up', 'close', 'archive'],
  ];

  it.each(['CFS', 'IAS', 'CIR'])('%s has every stage in order', (type) => {
    expect(stageBudgets(type).map(({ stage }) => stage)).toEqual(stages);
  });

  it.each([
    ['CFS', ['7 day', '3 day', '10 workday', '30 day', '10 day', '3 day', '15 day', '3 workday', '3 month']],
    ['IAS', ['7 day', '1 day', '10 workday', '30 day', '7 day', '3 day', '15 day', '7 workday', '90 day']],
    [
      'CIR',
      ['plan', '1 day', '5 workday', '15 workday', '5 workday', '3 day', '15 day', '7 workday', '90 day'],
    ],
  ])('%s', (type, lengths) => {
    const said = stages.map((stage) => stageBudget(type, stage)?.length);
    const words = said.map((length) => (length ? `${length.n} ${length.unit}` : 'plan'));
    expect(words).toEqual([...lengths, '10 workday', '3 month']);
  });

  it('other types have none yet', () => {
    expect(stageBudgets('PIL')).toEqual([]);
    expect(stageBudget('CFS', 'lunch')).toBeUndefined();
  });
});
