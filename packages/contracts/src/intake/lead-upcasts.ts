import type { Upcast } from '@jiandu/eventing';

/** `LeadRegistered` 1 → 2: the supervised body was a bare name; its kind was not asked and is `other`. */
export const bodyBecomesSupervisedBody: Upcast = ({ body, ...rest }) => ({
  ...rest,
  supervisedBody: { name: body, kind: 'other' },
});
