import { parseMatterNumber } from '@jiandu/catalogue';
import type { DeadlineMissed } from '@jiandu/contracts';
import { definePolicy, when } from '@jiandu/eventing';
import { isAnswerClock } from '../type-rules.ts';

/** A missed answer counts against the body and sets the handler's clock for urging. */
export const recordReplyOverdueWhenDeadlineMissed = definePolicy({
  name: 'recordReplyOverdueWhenDeadlineMissed',
  title: { zh: '回复期限届满即记逾期', en: 'Record an overdue reply when its deadline is missed' },
  from: ['disposition'],
  on: {
    DeadlineMissed: when<DeadlineMissed['data']>(({ data }, context) => {
      const { key, clock, subject, due, since } = data;
      const type = parseMatterNumber(key)?.type;
      if (type === undefined || !subject.startsWith('D-') || !isAnswerClock(context, type, clock)) return [];
      return [
        {
          command: 'disposition.recordReplyOverdue',
          id: key,
          input: { instrument: subject, clock, due, since },
          tolerate: ['reply.not-awaited', 'instrument.revoked', 'matter.terminated', 'number.voided'],
        },
      ];
    }),
  },
});
