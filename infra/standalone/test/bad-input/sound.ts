import type { Json } from '../house.ts';

export const UNIT = '630103';
export const CLERK = 'P-630103-han';
export const GATE = 'P-630103-shi';
export const HANDLER = 'P-630103-li';
export const CHIEF = 'P-630103-bai';

/** A sound input of `intake.registerLead`, with something in it made worse or strange. */
export function soundLead(more: Json = {}): Json {
  return {
    unit: UNIT,
    source: 'own_case',
    type: 'CFS',
    subKind: 'should_file',
    title: '应当立案而不立案',
    supervisedBody: { name: '城中分局', kind: 'public_security' },
    ...more,
  };
}
