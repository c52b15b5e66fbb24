import {
  disposalOpened,
  handlingAfter,
  handlingChange,
  issueSettled,
  issueTracked,
  localDate,
  matterTerminated,
  partyNotifiedNoted,
  reviewReportNoted,
  selfCheckNoted,
  staffMember,
} from '@jiandu/contracts';
import type { Grant } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { TO_ASSESS, TO_TELL_PARTY } from '../type-rules.ts';
import { allOvertaken, met } from './clock-ends.ts';
import { command, type Evolution, happened } from './facts.ts';
import { ofFiled } from './in-hand.ts';
import { toldTheOutcome } from './parties-told.ts';
import type { Disposal } from './state.ts';
import { put } from './state.ts';

const bySystem: readonly Grant[] = [{ role: 'system', relation: 'system' }];

/** The disposal a filed matter begins with. */
export function opened(data: z.output<typeof disposalOpened.schema>): Disposal {
  const { profile, handler, assistants, filedOn } = data;
  return {
    phase: 'open',
    profile,
    handler,
    assistants,
    filedOn,
    suspended: [],
    decisions: [],
    instruments: new Map(),
    replies: new Map(),
    issues: new Map(),
    escalations: new Map(),
    partiesTold: [],
    openClocks: [],
    selfChecked: false,
  };
}

/** Reasons the body gave and nobody judged yet: the report does (S2 §561). */
function explanationsUnread({ replies }: Disposal): readonly string[] {
  return [...replies.values()]
    .filter(({ kind, assessment, readByReport }) => kind === 'explanation' && !assessment && !readByReport)
    .map(({ ref }) => ref);
}

export const openingEvolution: Evolution = {
  DisposalHandlersChanged: (disposal, { handler, assistants, suspended = [] }) => ({
    ...disposal,
    handler,
    assistants,
    suspended,
  }),
  ReviewReportNoted: (disposal, { report: ref, kind, standing, author, submittedOn }) => {
    const { report: _before, ...others } = disposal;
    if (standing === 'returned') return others;
    const read = new Set(explanationsUnread(disposal));
    const replies = [...disposal.replies].map(
      ([key, reply]) => [key, read.has(key) ? { ...reply, readByReport: true } : reply] as const,
    );
    return {
      ...others,
      report: { ref, kind, author: author?.person, submittedOn },
      replies: new Map(replies),
    };
  },
  IssueTracked: (disposal, { issue, ...known }) => {
    const settled = disposal.issues.get(issue)?.settled;
    const record = settled === undefined ? known : { ...known, settled };
    return { ...disposal, issues: put(disposal.issues, issue, record) };
  },
  IssueSettled: (disposal, { issue, result }) => {
    const found = disposal.issues.get(issue);
    if (found === undefined) return disposal;
    return { ...disposal, issues: put(disposal.issues, issue, { ...found, settled: result }) };
  },
  PartyNotifiedNoted: (disposal, told) => ({ ...disposal, partiesTold: [...disposal.partiesTold, told] }),
  SelfCheckNoted: (disposal) => ({ ...disposal, selfChecked: true }),
};

const { clocks: _started, ...openInput } = disposalOpened.schema.shape;

/** What disposition learns from the other services; given by policies. */
export const openingCommands = {
  openDisposal: command({
    title: { zh: '启动监督处理', en: 'Open the disposal' },
    law: ['DOMAIN §3.2'],
    input: z.strictObject({
      profile: openInput.profile,
      provenance: openInput.provenance,
      handler: openInput.handler,
      assistants: openInput.assistants,
      filedOn: openInput.filedOn,
    }),
    may: bySystem,
    internal: true,
    startsStream: true,
    decide: (input, state, { id }) =>
      state === 'not-filed'
        ? [happened('DisposalOpened', input, input.filedOn)]
        : refuse('matter.already-open', { id }),
  }),

  changeDisposalHandlers: command({
    title: { zh: '变更监督处理承办人、停止或者恢复履职', en: 'Follow the handlers of the matter' },
    law: ['S5 §14', 'S5 §17', 'S6 §15', 'DOMAIN §4.4', 'DOMAIN §10 (4)'],
    input: handlingChange,
    may: bySystem,
    internal: true,
    decide: ofFiled((change, disposal, { today }) => {
      const handling = handlingAfter(disposal, change);
      return handling === undefined ? [] : [happened('DisposalHandlersChanged', handling, today)];
    }),
  }),

  noteReport: command({
    title: { zh: '备悉审查报告', en: 'Note the review report' },
    law: ['DOMAIN §2.1'],
    input: z.strictObject({
      report: reviewReportNoted.schema.shape.report,
      kind: reviewReportNoted.schema.shape.kind,
      author: staffMember,
      submittedOn: localDate,
    }),
    may: bySystem,
    internal: true,
    decide: ofFiled((input, disposal) => {
      const clocksMet = met(disposal, [TO_ASSESS], explanationsUnread(disposal));
      const noted = { ...input, standing: 'submitted' as const, clocksMet };
      return [happened('ReviewReportNoted', noted, input.submittedOn)];
    }),
  }),

  noteReportReturned: command({
    title: { zh: '备悉退回审查报告', en: 'Note that the report went back' },
    law: ['DOMAIN §2.1'],
    input: z.strictObject({ report: reviewReportNoted.schema.shape.report, returnedOn: localDate }),
    may: bySystem,
    internal: true,
    decide: ofFiled(({ report: ref, returnedOn }, { report }) => {
      if (report?.ref !== ref) return [];
      const { kind, submittedOn } = report;
      return [
        happened('ReviewReportNoted', { report: ref, kind, standing: 'returned', submittedOn }, returnedOn),
      ];
    }),
  }),

  trackIssue: command({
    title: { zh: '跟踪问题', en: 'Track an issue' },
    law: ['S2 §624'],
    input: issueTracked.schema.partial({
      grade: true,
      response: true,
      title: true,
      body: true,
      overdue: true,
    }),
    may: bySystem,
    internal: true,
    decide: ofFiled(({ issue, ...said }, disposal, { today }) => {
      const { settled: _settled, ...before } = disposal.issues.get(issue) ?? {};
      const parsed = issueTracked.schema.safeParse({ overdue: false, ...before, ...said, issue });
      if (!parsed.success) return refuse('issue.unknown', { field: 'issue', issue });
      return [happened('IssueTracked', parsed.data, today)];
    }),
  }),

  settleIssue: command({
    title: { zh: '问题了结', en: 'Settle an issue' },
    law: ['S2 §624', 'DOMAIN §10 (6)'],
    input: issueSettled.schema,
    may: bySystem,
    internal: true,
    decide: ofFiled((input, disposal) => {
      const found = disposal.issues.get(input.issue);
      if (found === undefined) return refuse('issue.unknown', { field: 'issue', issue: input.issue });
      return found.settled === undefined ? [happened('IssueSettled', input, input.settledOn)] : [];
    }),
  }),

  notePartyNotified: command({
    title: { zh: '备悉告知当事人', en: 'Note that a party was told' },
    law: ['S2 §552', 'S2 §561'],
    input: z.strictObject({
      party: partyNotifiedNoted.schema.shape.party,
      about: partyNotifiedNoted.schema.shape.about,
      notifiedOn: localDate,
    }),
    may: bySystem,
    internal: true,
    decide: ofFiled((input, disposal, { id }) => {
      const clocksMet = toldTheOutcome(disposal, input) ? met(disposal, [TO_TELL_PARTY], [id]) : [];
      return [happened('PartyNotifiedNoted', { ...input, clocksMet }, input.notifiedOn)];
    }),
  }),

  noteSelfCheck: command({
    title: { zh: '备悉质量自查', en: 'Note the self-check' },
    law: ['DOMAIN §5.3'],
    input: selfCheckNoted.schema,
    may: bySystem,
    internal: true,
    decide: ofFiled((input) => [happened('SelfCheckNoted', input, input.checkedOn)]),
  }),

  voidDisposal: command({
    title: { zh: '编号作废', en: 'Void the disposal' },
    law: ['DOMAIN §3.1'],
    input: z.strictObject({ opinion: matterTerminated.schema.shape.opinion, voidedOn: localDate }),
    may: bySystem,
    internal: true,
    decide: ofFiled(({ opinion, voidedOn }, disposal) => {
      const clocksReplaced = allOvertaken(disposal, () => true, 'MatterVoided');
      return [
        happened(
          'MatterTerminated',
          { ground: 'voided', terminatedOn: voidedOn, opinion, clocksReplaced },
          voidedOn,
        ),
      ];
    }),
  }),
};
