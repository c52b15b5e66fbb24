import { given } from '@jiandu/eventing/testing';
import { describe, expect, test } from 'vitest';
import { LEAD, profile, provenance, scene } from '../../test/scene.ts';
import { gapsIn } from '../queries/number-series.ts';
import { numberSeries } from './series.ts';

const who = scene('P-630103-shi');
const SERIES = 'CFS-630103-2025';
const next = { lead: LEAD, acceptedOn: '2025-03-10', profile, provenance };
const continued = {
  type: 'NumberSeriesContinued',
  data: { type: 'CFS', unit: '630103', year: 2025, lastNumber: 16 },
} as const;
const full = { ...continued, data: { ...continued.data, lastNumber: 99_999 } } as const;
const opinion = '重复';

describe('a register', () => {
  test('goes on after the paper register', () => {
    const came = given(numberSeries, SERIES, who, [continued]).when('takeNumber', next);
    expect(came).toMatchObject({ facts: [{ data: { matter: 'CFS-630103-2025-00017', sequence: 17 } }] });
  });

  test('begins with 1', () => {
    const came = given(numberSeries, SERIES, who).when('takeNumber', next);
    expect(came).toMatchObject({ facts: [{ data: { matter: 'CFS-630103-2025-00001' } }] });
  });

  test.each([
    ['a series that is none', 'CFS-63-2025', [], 'continueSeries', { lastNumber: 1 }, 'series.malformed'],
    ['a number of another year', 'CFS-630103-2024', [], 'takeNumber', next, 'series.malformed'],
    ['a number of another type', 'IAS-630103-2025', [], 'takeNumber', next, 'series.malformed'],
    ['continued twice', SERIES, [continued], 'continueSeries', { lastNumber: 20 }, 'series.started'],
    ['past the last number', SERIES, [full], 'takeNumber', next, 'series.full'],
    [
      'a void number that was never given',
      SERIES,
      [continued],
      'recordVoid',
      { matter: `${SERIES}-00018`, opinion },
      'number.unknown',
    ],
    [
      'a void number of another register',
      SERIES,
      [continued],
      'recordVoid',
      { matter: 'IAS-630103-2025-00001', opinion },
      'number.unknown',
    ],
  ])('refused: %s', (_title, id, facts, command, raw, code) => {
    expect(given(numberSeries, id, who, facts).when(command as never, raw)).toMatchObject({ refused: code });
  });

  test('a void number is recorded once', () => {
    const voided = { type: 'NumberVoided', data: { matter: `${SERIES}-00016`, opinion } } as const;
    const again = { matter: `${SERIES}-00016`, opinion };
    expect(given(numberSeries, SERIES, who, [continued]).when('recordVoid', again)).toMatchObject({
      facts: [voided],
    });
    expect(given(numberSeries, SERIES, who, [continued, voided]).when('recordVoid', again)).toEqual({
      facts: [],
    });
  });

  test('the proof finds a gap where there is one', () => {
    expect(gapsIn(16, [17, 18, 20])).toEqual([19]);
    expect(gapsIn(0, [1, 2, 3])).toEqual([]);
    expect(gapsIn(5, [])).toEqual([]);
  });
});
