import type { StartedClockField } from '@jiandu/contracts';
import { describe, expect, test } from 'vitest';
import { actor, History, matter, member, opened, openedIas, profile, when } from '../../test/scene.ts';
import type { VerificationFact } from './facts.ts';

const chief = actor('ba');
const opinion = '道路中断';

/** A governance recommendation filed on 2025-02-14, with the two months of S3 §15; the chief handles nothing in it. */
function recommendation(): History {
  const history = new History();
  const { plan: _none, ...data } = opened({ profile: { ...profile, type: 'SGR', custody: false } }).data;
  history.do('2025-02-14', 'openVerification', { ...data, filedOn: '2025-02-14' }, actor('su', 'system'));
  return history;
}

/** A matter in which a clock runs that the law lets be interrupted: civil review, three months from 2025-08-06. */
function civilReview(change: Partial<StartedClockField> = {}): VerificationFact[] {
  const clock = {
    clock: 'DL-27',
    subject: matter,
    start: '2025-08-06',
    due: '2025-11-06',
    provisional: false,
    calendar: 'cn-2025.1',
    ...change,
  };
  return [opened({ profile: { ...profile, type: 'CEX', function: 'civil' }, clocks: [clock] })];
}

describe('openVerification', () => {
  test('a recommendation has two months from the decision to verify (DL-24)', () => {
    expect(recommendation().facts).toMatchObject([
      {
        type: 'VerificationOpened',
        data: { clocks: [{ clock: 'DL-24', subject: matter, start: '2025-02-14', due: '2025-04-14' }] },
      },
    ]);
  });

  test('an inspection has no clock of its own here; a verification is opened once', () => {
    const [fact] = new History().do('2025-08-06', 'openVerification', opened().data);
    expect(fact?.data).not.toHaveProperty('clocks');
    expect(when([opened()], 'openVerification', opened().data)).toMatchObject({
      refused: 'verification.exists',
    });
  });
});

describe('extendPeriod', () => {
  const month = { clock: 'DL-24', by: { n: 1, unit: 'month' }, opinion };

  test('the chief adds a month to the original length: 04-14 becomes 05-14', () => {
    expect(recommendation().do('2025-04-10', 'extendPeriod', month, chief)).toMatchObject([
      {
        type: 'PeriodExtended',
        data: {
          subject: matter,
          dueBefore: '2025-04-14',
          dueAfter: '2025-05-14',
          clocks: [{ start: '2025-02-14', due: '2025-05-14', extensions: [{ recordedOn: '2025-04-10' }] }],
        },
      },
    ]);
  });

  test('the due date itself is in time, the day after is not (DOMAIN §10(7))', () => {
    expect(recommendation().try('2025-04-14', 'extendPeriod', month, chief)).toHaveProperty('facts');
    expect(recommendation().try('2025-04-15', 'extendPeriod', month, chief)).toMatchObject({
      refused: 'clock.recorded-late',
    });
  });

  test('once, and no longer than the rule lets', () => {
    const history = recommendation();
    expect(
      history.try('2025-04-10', 'extendPeriod', { ...month, by: { n: 2, unit: 'month' } }, chief),
    ).toMatchObject({ refused: 'clock.extension-too-long' });
    history.do('2025-04-10', 'extendPeriod', month, chief);
    expect(history.try('2025-05-10', 'extendPeriod', month, chief)).toMatchObject({
      refused: 'clock.extension-used',
    });
  });

  test('not a period that the law does not extend, nor one that does not run', () => {
    const input = { ...month, clock: 'DL-27' };
    expect(when(civilReview(), 'extendPeriod', input, { actor: chief })).toMatchObject({
      refused: 'clock.extension-not-provided',
    });
    expect(when([openedIas()], 'extendPeriod', month, { actor: chief })).toMatchObject({
      refused: 'clock.not-running',
      params: { clock: 'DL-24', subject: matter },
    });
  });

  test('never in simple procedure (S6 §79)', () => {
    expect(when([openedIas({ procedure: 'simple' })], 'extendPeriod', month, { actor: chief })).toMatchObject(
      {
        refused: 'clock.simple-procedure',
      },
    );
  });

  test('a chief who handles the matter himself does not extend his own time', () => {
    const own = opened({ handler: member('ba') });
    expect(when([own], 'extendPeriod', month, { actor: chief })).toMatchObject({
      refused: 'approval.own-proposal',
    });
  });
});

describe('excluded periods', () => {
  const start = { clock: 'DL-27', ground: 'appraisal' };

  test('the days of an appraisal do not count: fourteen days later', () => {
    const history = new History(...civilReview());
    expect(history.do('2025-09-01', 'startExclusion', start)).toEqual([
      {
        type: 'PeriodExclusionStarted',
        data: {
          exclusion: 'X-1',
          clock: 'DL-27',
          subject: matter,
          ground: 'appraisal',
          from: '2025-09-01',
          recordedOn: '2025-09-01',
          dueBefore: '2025-11-06',
        },
      },
    ]);
    expect(history.do('2025-09-15', 'endExclusion', { exclusion: 'X-1', proof: '鉴定意见书' })).toMatchObject(
      [
        {
          data: {
            from: '2025-09-01',
            to: '2025-09-15',
            dueBefore: '2025-11-06',
            dueAfter: '2025-11-20',
            clocks: [{ due: '2025-11-20', exclusions: [{ from: '2025-09-01', to: '2025-09-15' }] }],
          },
        },
      ],
    );
  });

  test('it is recorded before the old due date, and lies within the period', () => {
    const facts = civilReview();
    const late = { today: '2025-11-07' };
    expect(when(facts, 'startExclusion', { ...start, from: '2025-11-03' }, late)).toMatchObject({
      refused: 'clock.recorded-late',
    });
    expect(when(facts, 'startExclusion', { ...start, from: '2025-11-07' }, late)).toMatchObject({
      refused: 'clock.exclusion-outside',
    });
  });

  test('only where the law names such days', () => {
    expect(recommendation().try('2025-03-01', 'startExclusion', { ...start, clock: 'DL-24' })).toMatchObject({
      refused: 'clock.exclusion-not-provided',
    });
    expect(when([openedIas()], 'startExclusion', start)).toMatchObject({ refused: 'clock.not-running' });
  });

  test('one at a time, ended once, and never backwards', () => {
    const history = new History(...civilReview());
    expect(history.try('2025-09-01', 'endExclusion', { exclusion: 'X-1' })).toMatchObject({
      refused: 'exclusion.unknown',
    });
    history.do('2025-09-01', 'startExclusion', start);
    expect(history.try('2025-09-02', 'startExclusion', start)).toMatchObject({
      refused: 'exclusion.open',
      params: { exclusion: 'X-1' },
    });
    expect(history.try('2025-09-02', 'endExclusion', { exclusion: 'X-1', to: '2025-08-31' })).toMatchObject({
      refused: 'clock.would-shorten',
    });
    history.do('2025-09-02', 'endExclusion', { exclusion: 'X-1' });
    expect(history.try('2025-09-02', 'endExclusion', { exclusion: 'X-1' })).toMatchObject({
      refused: 'exclusion.unknown',
    });
  });
});
