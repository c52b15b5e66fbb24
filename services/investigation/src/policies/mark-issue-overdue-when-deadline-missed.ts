import type { DeadlineMissed } from '@jiandu/contracts';
import { definePolicy, when } from '@jiandu/eventing';

/** An oral correction not acted on in time must be followed by a written one (S2 §624(2)). */
export const markIssueOverdueWhenDeadlineMissed = definePolicy({
  name: 'markIssueOverdueWhenDeadlineMissed',
  title: { zh: '口头纠正期满未改标记逾期', en: 'Mark an issue overdue when its deadline is missed' },
  from: ['disposition'],
  on: {
    DeadlineMissed: when<DeadlineMissed['data']>(({ data }) => {
      const { key, subject: issue, clock, due, since } = data;
      if (!issue.startsWith('I-')) return [];
      const input = { issue, clock, due, since };
      const tolerate = ['verification.closed', 'number.voided'];
      return [{ command: 'investigation.markIssueOverdue', id: key, input, tolerate }];
    }),
  },
});
