import { tellHandling } from '@jiandu/contracts';
import { definePolicy } from '@jiandu/eventing';

/** Before filing there is no disposal to tell. */
const tolerate = ['thing.unknown', 'matter.terminated', 'number.voided'];

/** Whoever handles the matter, or must keep away from it, is the same here as in intake. */
export const changeHandlersWhenReassigned = definePolicy({
  name: 'changeHandlersWhenReassigned',
  title: { zh: '承办人变更、停止履职的同步', en: 'Follow changes and suspensions of handlers' },
  from: ['intake'],
  on: tellHandling('disposition.changeDisposalHandlers', tolerate),
});
