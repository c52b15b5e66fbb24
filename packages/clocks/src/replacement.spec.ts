import { describe, expect, it } from 'vitest';
import { ruleOf } from '../test/arbitraries.ts';
import { replaceRule } from './replacement.ts';

const screening = ruleOf({ id: 'DL-53', length: { n: 5, unit: 'workday' }, yieldsTo: { stage: 'screen' } });
const budgets = [{ stage: 'screen', length: { n: 7, unit: 'day' }, source: '§161', tag: 'F' }] as const;
const courts = ruleOf({ id: 'DL-30', length: { n: 1, unit: 'month' } });
const retrial = ruleOf({ id: 'DL-32', length: { n: 3, unit: 'month' } });
const reply = ruleOf({
  id: 'DL-26',
  tag: 'F',
  yieldsTo: {
    clocks: [
      { type: 'TAV', branch: 'civil', instrument: 'retrial-recommendation', clock: 'DL-32' },
      { type: 'TAV', branch: 'civil', clock: 'DL-30' },
    ],
  },
});
const rules = [reply, courts, retrial];

describe('rules that replace one clock by another', () => {
  it('a stage budget of the type wins over a default, and says so', () => {
    const { rule, replaced } = replaceRule(screening, { type: 'CFS', budgets, rules });
    expect(rule).toMatchObject({ id: 'DL-53', length: { n: 7, unit: 'day' }, source: '§161', tag: 'F' });
    expect(replaced?.en).toBe(
      'Matters of type CFS give this stage 7 days, which wins over the default of DL-53',
    );
  });

  it('it does not win over a clock found in law, nor does the budget of another stage', () => {
    const found = { ...screening, tag: 'F' } as const;
    expect(replaceRule(found, { type: 'CFS', budgets, rules })).toEqual({ rule: found });
    const filing = { ...screening, yieldsTo: { stage: 'file' } };
    expect(replaceRule(filing, { type: 'CFS', budgets, rules })).toEqual({ rule: filing });
  });

  it('a clock of the type’s own runs instead of the general one', () => {
    const { rule, replaced } = replaceRule(reply, { type: 'TAV', branch: 'civil', budgets, rules });
    expect(rule).toBe(courts);
    expect(replaced?.zh).toBe('TAV 类事项适用 DL-30，不适用 DL-26');
    const instrument = 'retrial-recommendation';
    expect(replaceRule(reply, { type: 'TAV', branch: 'civil', instrument, budgets, rules }).rule).toBe(
      retrial,
    );
  });

  it('elsewhere the general one stands', () => {
    expect(replaceRule(reply, { type: 'TAV', branch: 'criminal', budgets, rules })).toEqual({ rule: reply });
    expect(replaceRule(reply, { type: 'IAS', budgets, rules })).toEqual({ rule: reply });
  });
});
