import { defineRefusals } from '@jiandu/eventing';
import { decisions } from './refusals/decisions.ts';
import { endings } from './refusals/endings.ts';
import { instruments } from './refusals/instruments.ts';
import { matters } from './refusals/matters.ts';
import { replies } from './refusals/replies.ts';

/** Every way in which disposition says no. */
export const { register: dispositionRefusals, refuse } = defineRefusals({
  ...matters,
  ...decisions,
  ...instruments,
  ...replies,
  ...endings,
});
