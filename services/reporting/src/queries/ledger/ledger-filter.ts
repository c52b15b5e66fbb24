import { localDate, matterType, supervisionFunction, track, unitCode } from '@jiandu/contracts';
import type { Filter } from '@jiandu/eventing';
import { z } from 'zod';
import { daysIn } from '../pages.ts';

/** What the ledger can be narrowed down to. */
export const ledgerFilterInput = {
  unit: unitCode.optional(),
  type: matterType.optional(),
  status: z.string().max(40).optional(),
  line: z.string().max(60).optional(),
  function: supervisionFunction.optional(),
  track: track.optional(),
  acceptedFrom: localDate.optional(),
  acceptedTo: localDate.optional(),
  concludedFrom: localDate.optional(),
  concludedTo: localDate.optional(),
};
const asked = z.strictObject(ledgerFilterInput);

/** The same as a filter of the collection. */
export function ledgerFilter(input: z.output<typeof asked>): Filter {
  const { unit, type, status, line, function: name, track: way } = input;
  const acceptedOn = daysIn(input.acceptedFrom, input.acceptedTo);
  const concludedOn = daysIn(input.concludedFrom, input.concludedTo);
  return {
    ...(unit && { unit }),
    ...(type && { type }),
    ...(status && { status }),
    ...(line && { line }),
    ...(name && { function: name }),
    ...(way && { track: way }),
    ...(acceptedOn && { acceptedOn }),
    ...(concludedOn && { concludedOn }),
  };
}
