import { tellHandling } from '@jiandu/contracts';
import { definePolicy } from '@jiandu/eventing';

/** Before the filing there is no verification yet, after the end it takes no more notice. */
const tolerate = ['thing.unknown', 'verification.closed', 'number.voided'];

/** Whoever handles the matter handles its verification; who is suspended there is suspended here. */
export const followHandlersOfMatter = definePolicy({
  name: 'followHandlersOfMatter',
  title: { zh: '承办人随事项变更', en: 'Follow the handlers of the matter' },
  from: ['intake'],
  on: tellHandling('investigation.changeHandlers', tolerate),
});
