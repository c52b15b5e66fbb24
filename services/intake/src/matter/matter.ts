import { defineAggregate } from '@jiandu/eventing';
import { assignHandler, declareConflict, reassignHandler, redrawHandler } from './assignment.ts';
import { noteEnd } from './ending.ts';
import { approveFiling, rejectFiling, reviewFiling } from './filing.ts';
import { openMatter, voidNumber } from './opening.ts';
import { notifyParty } from './parties.ts';
import { decideRecusal, requestRecusal } from './recusal.ts';
import { assessSignificance } from './significance.ts';
import { evolveMatter, matterResource, noMatter } from './state.ts';

/** A matter (事项) under its number, from acceptance to filing; who handles it, also afterwards. */
export const matter = defineAggregate({
  name: 'matter',
  route: 'matters',
  title: { zh: '监督事项（受理立案）', en: 'Matter at intake' },
  initial: noMatter,
  evolve: evolveMatter,
  resource: matterResource,
  commands: {
    openMatter,
    assignHandler,
    redrawHandler,
    reassignHandler,
    declareConflict,
    requestRecusal,
    decideRecusal,
    assessSignificance,
    reviewFiling,
    approveFiling,
    rejectFiling,
    notifyParty,
    voidNumber,
    noteEnd,
  },
});
