import { catalogueVersion, leastAdvanced, matterType, statusAfter, statusRules } from '@jiandu/catalogue';
import type { Envelope } from '@jiandu/eventing';

/** Where a matter stands, and each of its open issues where its type follows them one by one. */
export interface Standing {
  /** Status by the events of the matter as a whole. */
  readonly own: string;
  readonly perIssue: boolean;
  /** Status of each issue that is not settled. */
  readonly issues: Readonly<Record<string, string>>;
  /** Issues that each instrument speaks to. */
  readonly carried: Readonly<Record<string, readonly string[]>>;
}

export const noStanding: Standing = { own: '', perIssue: false, issues: {}, carried: {} };

/** Statuses of the whole matter, whatever its issues do. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set([
  'accepted',
  'not_filed',
  'filed',
  'task',
  'task_done',
  'concluded',
  'closed',
  'archived',
  'terminated',
  'voided',
]);

const LEADS_ON: ReadonlySet<string> = new Set([
  ...statusRules.map(({ event }) => event),
  'IssueFound',
  'IssueOverdue',
  'IssueClosed',
  'IssueTransferred',
  'IssueSettled',
]);

/** Whether matters of a type have the state of their issues (DOMAIN §3.2). */
export function followsIssues(version: string, type: string): boolean {
  const found = matterType(version, type) ?? matterType(catalogueVersion.version, type);
  return found?.issues.tracked === true;
}

/** The status that is shown: of a matter with open issues that of the least advanced of them. */
export function statusShown({ own, perIssue, issues }: Standing): string {
  if (!perIssue || OF_THE_WHOLE.has(own)) return own;
  return leastAdvanced(Object.values(issues)) ?? own;
}

interface SpeaksOf {
  readonly issue?: string;
  readonly instrument?: string;
  readonly instruments?: readonly (string | { readonly issues?: readonly string[] })[];
  readonly issues?: readonly (string | { readonly issue: string })[];
}

/** The issues an event speaks of, named by itself or through its instruments. */
function issuesOf(data: SpeaksOf, carried: Standing['carried']): readonly string[] {
  const named = (data.issues ?? []).map((each) => (typeof each === 'string' ? each : each.issue));
  if (named.length > 0) return named;
  const instruments = data.instrument === undefined ? (data.instruments ?? []) : [data.instrument];
  return instruments.flatMap((each) =>
    typeof each === 'string' ? (carried[each] ?? []) : (each.issues ?? []),
  );
}

function issuesAfter(standing: Standing, event: Envelope): Standing['issues'] {
  const data = event.data as SpeaksOf;
  const { issues } = standing;
  const { issue } = data;
  if (issue !== undefined) {
    if (event.type === 'IssueFound') return { ...issues, [issue]: 'investigating' };
    if (event.type === 'IssueOverdue') return { ...issues, [issue]: 'overdue' };
    const { [issue]: _settled, ...open } = issues;
    return open;
  }
  const moved = issuesOf(data, standing.carried).filter((each) => each in issues);
  if (moved.length === 0) return issues;
  const after = moved.map((each) => [each, statusAfter(event, issues[each]) ?? issues[each]]);
  return { ...issues, ...Object.fromEntries(after) };
}

/** The standing after an event; the same object when the event changes nothing about it. */
export function standingAfter(standing: Standing, event: Envelope): Standing {
  if (!LEADS_ON.has(event.type)) return standing;
  const own = statusAfter(event, standing.own === '' ? undefined : standing.own) ?? standing.own;
  if (!standing.perIssue) return own === standing.own ? standing : { ...standing, own };
  const { instrument, issues } = event.data as SpeaksOf;
  const carried =
    event.type === 'InstrumentIssued' && instrument !== undefined
      ? { ...standing.carried, [instrument]: (issues ?? []) as readonly string[] }
      : standing.carried;
  return { ...standing, own, carried, issues: issuesAfter({ ...standing, carried }, event) };
}
