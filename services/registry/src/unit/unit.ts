import { defineAggregate } from '@jiandu/eventing';
import { closeUnit, registerUnit, renameUnit } from './commands.ts';
import { evolveUnit, unknownUnit } from './state.ts';

/** A procuratorate with its names and its superior, from when until when (DOMAIN §3.4). */
export const unit = defineAggregate({
  name: 'unit',
  route: 'units',
  title: { zh: '检察院', en: 'Procuratorate' },
  initial: unknownUnit,
  evolve: evolveUnit,
  resource: (_state, id) => ({ unit: id }),
  newId: ({ input }) => (input as { code: string }).code,
  commands: { registerUnit, renameUnit, closeUnit },
});
