import { localDate, longText, unitCode, unitRegistered, unitRenamed } from '@jiandu/contracts';
import { commandsOf } from '@jiandu/eventing';
import { z } from 'zod';
import { systemAdministrator } from '../grants.ts';
import { refuse } from '../refusals.ts';
import type { UnitFact, UnitState } from './state.ts';

const command = commandsOf<UnitState, UnitFact>();

/** The superior is data and must be known before; it is never read off the code (DOMAIN §3.4). */
export const registerUnit = command({
  title: { zh: '登记单位', en: 'Register a unit' },
  law: ['S12 §10', 'DOMAIN §3.4'],
  input: unitRegistered.schema,
  may: systemAdministrator,
  // A unit that is not there yet lies below nobody: whoever may set it up is told by the superior it is to have.
  creates: ({ code, parent }) => ({ unit: parent ?? code }),
  decide(input, _state, { directory }) {
    const { code, parent } = input;
    if (parent === code) return refuse('unit.own-superior', { field: 'parent' });
    if (parent !== undefined && directory.unit(parent) === undefined) {
      return refuse('unit.unknown', { field: 'parent', unit: parent });
    }
    return [{ type: 'UnitRegistered', data: input }];
  },
});

export const renameUnit = command({
  title: { zh: '单位更名', en: 'Rename a unit' },
  law: ['DOMAIN §3.4'],
  input: unitRenamed.schema.omit({ code: true }),
  may: systemAdministrator,
  decide(input, state, { id }) {
    if (state.closedOn !== undefined) return refuse('unit.closed', { on: state.closedOn });
    if (input.from < state.nameFrom) {
      return refuse('period.reversed', { field: 'from', from: state.nameFrom, until: input.from });
    }
    return [{ type: 'UnitRenamed', data: { code: id, ...input } }];
  },
});

export const closeUnit = command({
  title: { zh: '撤销单位', en: 'Close a unit' },
  law: ['DOMAIN §3.4'],
  input: z.strictObject({ on: localDate, successor: unitCode.optional(), reason: longText }),
  may: systemAdministrator,
  decide(input, state, { id, directory }) {
    if (state.closedOn !== undefined) return refuse('unit.closed', { on: state.closedOn });
    if (input.on < state.nameFrom) {
      return refuse('period.reversed', { field: 'on', from: state.nameFrom, until: input.on });
    }
    if (input.successor === id) return refuse('unit.own-superior', { field: 'successor' });
    if (input.successor !== undefined && directory.unit(input.successor) === undefined) {
      return refuse('unit.unknown', { field: 'successor', unit: input.successor });
    }
    return [{ type: 'UnitClosed', data: { code: id, ...input }, reason: input.reason }];
  },
});
