import { defineRefusals } from '@jiandu/eventing';
import { leadRefusals } from './lead/refusals.ts';
import { matterRefusals } from './matter/refusals.ts';

/** Everything intake says no to. */
export const { register: intakeRefusals, refuse } = defineRefusals({ ...leadRefusals, ...matterRefusals });
