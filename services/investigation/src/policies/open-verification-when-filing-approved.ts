import type { FilingApproved } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** A filed matter is verified; nothing else opens a verification (DOMAIN §10(1)). */
export const openVerificationWhenFilingApproved = definePolicy({
  name: 'openVerificationWhenFilingApproved',
  title: { zh: '立案后启动调查核实', en: 'Open verification when filing is approved' },
  from: ['intake'],
  on: {
    FilingApproved: when<FilingApproved['data']>(({ data, stream }) => {
      const { profile, provenance, handler, assistants, filedOn, plan } = data;
      const input = {
        profile,
        provenance,
        handler,
        assistants,
        filedOn,
        ...(plan === undefined ? {} : { plan }),
      };
      return [
        {
          command: 'investigation.openVerification',
          id: idOf(stream),
          input,
          tolerate: ['verification.exists'],
        },
      ];
    }),
  },
});
