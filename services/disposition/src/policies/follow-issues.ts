import type { IssueClosed, IssueFound, IssueOverdue, IssueTransferred } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

const ended = ['matter.terminated', 'number.voided'];

/** Instruments name issues and conclusion asks for them, so disposition knows each one from the day it is found. */
export const trackIssueWhenFound = definePolicy({
  name: 'trackIssueWhenFound',
  title: { zh: '发现问题即跟踪', en: 'Track an issue when it is found' },
  from: ['investigation'],
  on: {
    IssueFound: when<IssueFound['data']>(({ data, stream }) => {
      const { issue, grade, response, title, clause, body } = data;
      const input = { issue, grade, response, title, clause, body };
      return [{ command: 'disposition.trackIssue', id: idOf(stream), input, tolerate: ended }];
    }),
    IssueOverdue: when<IssueOverdue['data']>(({ data: { issue }, stream }) => [
      {
        command: 'disposition.trackIssue',
        id: idOf(stream),
        input: { issue, overdue: true },
        tolerate: ended,
      },
    ]),
  },
});

/** An issue that is closed or went elsewhere stands against conclusion no more. */
export const settleIssueWhenClosed = definePolicy({
  name: 'settleIssueWhenClosed',
  title: { zh: '问题销号、移送即了结', en: 'Settle an issue when it is closed or transferred' },
  from: ['investigation'],
  on: {
    IssueClosed: when<IssueClosed['data']>(({ data: { issue, result, closedOn }, stream }) => [
      {
        command: 'disposition.settleIssue',
        id: idOf(stream),
        input: { issue, result, settledOn: closedOn },
        tolerate: ended,
      },
    ]),
    IssueTransferred: when<IssueTransferred['data']>(({ data: { issue, transferredOn }, stream }) => [
      {
        command: 'disposition.settleIssue',
        id: idOf(stream),
        input: { issue, result: 'transferred', settledOn: transferredOn },
        tolerate: ended,
      },
    ]),
  },
});
