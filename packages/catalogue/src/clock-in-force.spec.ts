import { describe, expect, test } from 'vitest';
import { calendarInForce, scopeOf, startNamed, startsOf } from './clock-in-force.ts';

const CALENDAR = 'cn-2025.1';
const onMonday = { subject: 'CFS-630103-2025-00017', start: '2025-03-03' };

describe('the scope of a matter', () => {
  test('is its type and the branch its function names; public interest is no branch of any clock', () => {
    expect(scopeOf('TAV', 'criminal')).toEqual({ type: 'TAV', branch: 'criminal' });
    expect(scopeOf('PIL', 'public_interest')).toEqual({ type: 'PIL' });
    expect(scopeOf('CFS', undefined)).toEqual({ type: 'CFS' });
  });
});

describe('the calendar in force', () => {
  test('is the one the directory names; a house that names none it has is set up wrongly', () => {
    expect(calendarInForce(CALENDAR).version).toBe(CALENDAR);
    expect(() => calendarInForce('unpublished')).toThrow(new RangeError('no such calendar: unpublished'));
    expect(() => startsOf({}, 'unpublished', [])).toThrow('no such calendar: unpublished');
  });
});

describe('starting clocks', () => {
  test('records rule, thing, start, due date and calendar, and nothing that is not known', () => {
    const [started] = startsOf({ type: 'CFS', function: 'criminal' }, CALENDAR, [
      { clock: 'DL-10', variant: undefined, custody: false, ...onMonday },
    ]);
    expect(Object.entries(started ?? {}).sort()).toEqual([
      ['calendar', CALENDAR],
      ['clock', 'DL-10'],
      ['due', '2025-03-13'],
      ['provisional', false],
      ['start', '2025-03-03'],
      ['subject', 'CFS-630103-2025-00017'],
    ]);
  });

  test('custody is a fact of the clock: the last day does not move on where somebody is held', () => {
    const asked = { clock: 'DL-16', subject: 'D-1', start: '2025-03-07' };
    const due = (custody: boolean) => startsOf({ type: 'IAS' }, CALENDAR, [{ ...asked, custody }]);
    expect(due(false)).toMatchObject([{ due: '2025-03-24' }]);
    expect(due(true)).toMatchObject([{ due: '2025-03-22', custody: true }]);
  });

  test.each([
    ['of another type', { type: 'IAS' }, 'DL-10', []],
    ['of the type', { type: 'CFS' }, 'DL-10', ['DL-10']],
    ['of another branch', { type: 'TAV', function: 'civil' }, 'DL-16', []],
    ['of the branch', { type: 'TAV', function: 'criminal' }, 'DL-16', ['DL-16']],
    ['for all, before a type is settled', {}, 'DL-53', ['DL-53']],
    ['for one type, before a type is settled', {}, 'DL-10', []],
  ])('a clock %s', (_title, clocked, clock, ran) => {
    expect(startsOf(clocked, CALENDAR, [{ clock, ...onMonday }]).map((each) => each.clock)).toEqual(ran);
  });

  test('a type with a budget of its own for the stage runs under it', () => {
    const due = (type: string) => startsOf({ type }, CALENDAR, [{ clock: 'DL-54', ...onMonday }])[0]?.due;
    expect(due('CFS')).toBe('2025-03-17');
    expect(due('CIR')).toBe('2025-03-10');
  });
});

describe('starting a clock the law names for the very thing', () => {
  const urged = { clock: 'DL-56', subject: 'D-1', start: '2025-05-08' };

  test('it runs whatever its scope', () => {
    const notice = { clock: 'DL-18', subject: 'I-1', start: '2025-03-03' };
    expect(startsOf({ type: 'CFS' }, CALENDAR, [notice])).toEqual([]);
    expect(startNamed({ type: 'CFS' }, CALENDAR, notice)).toMatchObject({
      clock: 'DL-18',
      due: '2025-03-10',
    });
  });

  test('the day written in the letter wins, and stands in the record', () => {
    expect(startNamed({ type: 'IAS' }, CALENDAR, urged, { fixedDate: '2025-05-20' })).toMatchObject({
      clock: 'DL-56',
      fixedDate: '2025-05-20',
      due: '2025-05-20',
    });
  });

  test('what the rule does not let be fixed comes back as the engine’s refusal', () => {
    const by = { fixedDate: '2025-03-20' };
    expect(startNamed({ type: 'CFS' }, CALENDAR, { clock: 'DL-10', ...onMonday }, by)).toMatchObject({
      refused: 'clock.fixed-not-allowed',
    });
    expect(startNamed({ type: 'IAS' }, CALENDAR, urged, { fixedDate: '2025-05-08' })).toMatchObject({
      refused: 'clock.would-shorten',
    });
  });
});
