import type { LeadTransferred } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** The issue ends as a lead in other hands; of the lead only its name comes back here (DOMAIN §4.5). */
export const markIssueTransferredWhenLeadTransferred = definePolicy({
  name: 'markIssueTransferredWhenLeadTransferred',
  title: { zh: '线索移送后标记问题', en: 'Mark an issue transferred when its lead is' },
  from: ['intake'],
  on: {
    LeadTransferred: when<LeadTransferred['data']>(({ data, stream }) => {
      if (data.fromIssue === undefined) return [];
      const { matter, issue } = data.fromIssue;
      const { transferredOn, secrecy } = data;
      const input = { issue, lead: idOf(stream), transferredOn, secrecy };
      const tolerate = ['verification.closed', 'number.voided'];
      return [{ command: 'investigation.markIssueTransferred', id: matter, input, tolerate }];
    }),
  },
});
