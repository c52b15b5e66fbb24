import type {
  IssueClosed,
  IssueCorrectionConfirmed,
  IssueCovered,
  IssueFound,
  IssueOverdue,
  IssueTransferred,
} from '@jiandu/contracts';
import { change, withoutClocks } from './card-doc.ts';
import type { VerificationCard } from './card-shape.ts';

type Issue = VerificationCard['issues'][number];

function changeIssue(
  { issues }: VerificationCard,
  issue: string,
  apply: (before: Issue) => Partial<Issue>,
): Partial<VerificationCard> {
  return { issues: issues.map((each) => (each.issue === issue ? { ...each, ...apply(each) } : each)) };
}

function confirmed({ ground, corrected, confirmedOn }: IssueCorrectionConfirmed['data']): Partial<Issue> {
  if (ground === 'instrument_served') return { servedOn: confirmedOn };
  return ground === 'reply_assessed' ? { answered: corrected } : { seenCorrected: corrected };
}

/** How the events of an issue change the card. */
export const issueFolds = {
  IssueFound: change<IssueFound>(({ issues }, data) => {
    const due = data.clocks?.[0]?.due;
    const found = { ...withoutClocks(data), instruments: [], ...(due === undefined ? {} : { oralDue: due }) };
    return { issues: [...issues, found] };
  }),
  IssueCovered: change<IssueCovered>((card, { issue, ...instrument }) =>
    changeIssue(card, issue, ({ instruments }) => ({ instruments: [...instruments, instrument] })),
  ),
  IssueTransferred: change<IssueTransferred>((card, data) => {
    const { issue, ...transferred } = withoutClocks(data);
    return changeIssue(card, issue, () => ({ transferred }));
  }),
  IssueCorrectionConfirmed: change<IssueCorrectionConfirmed>((card, data) =>
    changeIssue(card, data.issue, () => confirmed(data)),
  ),
  IssueOverdue: change<IssueOverdue>((card, { issue, since }) =>
    changeIssue(card, issue, () => ({ overdueSince: since })),
  ),
  IssueClosed: change<IssueClosed>((card, data) => {
    const { issue, ...closed } = withoutClocks(data);
    return changeIssue(card, issue, () => ({ closed }));
  }),
};
