import { tellHandling } from '@jiandu/contracts';
import { definePolicy } from '@jiandu/eventing';

/** Before the filing there is no quality check yet. */
const tolerate = ['thing.unknown'];

/** Whoever handles the matter checks it; who once handled it does not grade it. */
export const followHandlersOfMatter = definePolicy({
  name: 'followHandlersOfMatter',
  title: { zh: '承办人随事项变更', en: 'Follow the handlers of the matter' },
  from: ['intake'],
  on: tellHandling('assessment.changeHandlers', tolerate),
});
