import type { Actor } from '@jiandu/eventing';
import { isRefusal, parseInput } from '@jiandu/eventing';
import fc from 'fast-check';
import { disposal } from '../src/disposal/disposal.ts';
import type { DisposalFact } from '../src/disposal/facts.ts';
import type { DisposalState } from '../src/disposal/state.ts';
import { kindOf } from '../src/type-rules.ts';
import { as, directory, effect, opening, staff, system } from './scene.ts';

/** One try: who does what, so many days after the last. */
export interface Try {
  readonly days: number;
  readonly command: string;
  readonly n: number;
  readonly m: number;
}

/** What came of a generated history. */
export interface History {
  readonly type: 'IAS' | 'CFS' | 'CIR';
  readonly facts: readonly DisposalFact[];
  /** Acts that were let through, with who gave them and who was suspended at that moment. */
  readonly acts: readonly {
    readonly command: string;
    readonly person: string;
    readonly suspended: readonly string[];
  }[];
}

const HANDLERS = ['P-630202-ye', 'P-630202-li'] as const;
const pair = HANDLERS.map(staff);
const ADOPTIONS = ['full', 'partial', 'refused_with_reason', 'refused', 'perfunctory', 'none'];
const KINDS = {
  IAS: ['correction_notice', 'recommendation', 'legality_explanation_request'],
  CFS: ['filing_notice', 'withdrawal_notice', 'reason_request_not_filing'],
  CIR: ['correction_notice', 'recommendation', 'urging_letter'],
};
const RESULTS = { IAS: 'corrected', CFS: 'filed_upon_supervision', CIR: 'all_issues_closed' };

type Made = readonly [actor: Actor, input: object];
type Maker = (type: History['type'], n: number, m: number, today: string) => Made;

const handler = (n: number) => as(HANDLERS[n % 2] ?? HANDLERS[0]);
const instrument = (n: number) => `D-${(n % 3) + 1}`;
const issue = (n: number) => `I-${(n % 3) + 1}`;
const chief = as('P-630202-duo');
const clerk = as('P-630202-qi');

/** How each act is made out of two small numbers; many are out of order, and must be refused. */
const makers: Readonly<Record<string, Maker>> = {
  noteReport: (_t, _n, _m, today) => [
    system,
    { report: 'RR-1', kind: 'review', author: pair[0], submittedOn: today },
  ],
  trackIssue: (_t, n) => [
    system,
    {
      issue: issue(n),
      grade: 'violation',
      response: 'written_correction',
      title: '问题',
      body: { name: '看守所', kind: 'detention_house' },
    },
  ],
  settleIssue: (_t, n, _m, today) => [system, { issue: issue(n), result: 'corrected', settledOn: today }],
  changeDisposalHandlers: (_t, n, m) => [
    system,
    m % 4 === 0 ? { suspend: HANDLERS[n % 2] } : { resume: HANDLERS[n % 2] },
  ],
  notePartyNotified: (_t, _n, _m, today) => [
    system,
    { party: 'reporter', about: 'outcome', notifiedOn: today },
  ],
  makeDecision: (type, n, m) => {
    const kind = KINDS[type][n % 2] ?? 'correction_notice';
    const one = {
      kind,
      issues: type === 'CIR' ? [issue(m)] : [],
      severity: m % 5 === 0 ? 'high' : 'ordinary',
    };
    return [
      n % 7 === 0 ? { ...handler(m), role: 'chief' } : chief,
      { outcome: 'instruments', opinion: '决定', instruments: [one] },
    ];
  },
  orderInstrument: (type, n, m) => [
    handler(n),
    { kind: KINDS[type][m % 3], issues: type === 'CIR' ? [issue(n)] : [] },
  ],
  issueInstrument: (_t, n, _m, today) => [
    system,
    { instrument: instrument(n), printedNumber: `乐都检纠违〔2025〕${(n % 3) + 1}号`, issuedOn: today },
  ],
  serveInstrument: (_t, n) => [clerk, { instrument: instrument(n), method: 'direct', proof: '回证' }],
  recordReply: (_t, n, m) => [
    clerk,
    {
      instruments: [instrument(n)],
      kind: ['rectification', 'decision_document', 'explanation', 'progress'][m % 4],
      content: '回复',
    },
  ],
  recordReplyOverdue: (_t, n, _m, today) => [
    system,
    { instrument: instrument(n), clock: 'DL-16', due: today, since: today },
  ],
  assessReply: (_t, n, m) => [
    handler(m),
    { reply: `R-${(n % 4) + 1}`, adoption: ADOPTIONS[m % 6], opinion: '评价' },
  ],
  confirmAssessment: (_t, n, m) => [as('P-630202-qi2'), { reply: `R-${(n % 4) + 1}`, agreed: m % 3 > 0 }],
  urgeReply: (_t, n, m) => [handler(m), { instrument: instrument(n) }],
  requestReExamination: (_t, n) => [clerk, { instrument: instrument(n), content: '申请' }],
  decideReExamination: (_t, n, m) => [
    chief,
    {
      instrument: instrument(n),
      examiner: m % 4 === 0 ? HANDLERS[1] : 'P-630202-ma2',
      outcome: ['upheld', 'revoked', 'amended'][m % 3],
      opinion: '复查',
    },
  ],
  escalateToSuperior: (_t, n, m) => [handler(m), { instruments: [instrument(n)], opinion: '报告' }],
  acceptEscalation: () => [as('P-630200-an'), {}],
  decideSuperiorReview: (_t, n) => [
    as('P-630200-xie'),
    { outcome: n % 3 === 0 ? 'wrong' : 'correct', opinion: '审查' },
  ],
  notifySupervisedSuperior: () => [as('P-630200-cai'), { body: '海东市公安局', content: '通报' }],
  verifyRectification: (_t, n, m) => [
    handler(m),
    { persons: HANDLERS, instruments: [instrument(n)], corrected: m % 2 === 0, finding: '核实' },
  ],
  revokeOpinion: (_t, n) => [chief, { instrument: instrument(n), opinion: '撤销' }],
  concludeMatter: (type) => [
    type === 'CFS' ? handler(0) : chief,
    { result: RESULTS[type], effect, opinion: '办结' },
  ],
};

/** The acts of a matter's usual course come up more often, so that many histories get to their end. */
const usual = [
  'trackIssue',
  'settleIssue',
  'noteReport',
  'makeDecision',
  'issueInstrument',
  'serveInstrument',
  'recordReply',
  'assessReply',
  'notePartyNotified',
  'concludeMatter',
];

const DAYS = 86_400_000;
const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + days * DAYS).toISOString().slice(0, 10);

/** Tries one act after the other on a fresh matter; what is refused leaves no trace. */
export function play(type: History['type'], tries: readonly Try[]): History {
  const filed = opening(type, '630202', '2025-01-06', HANDLERS, { complainant: type === 'CFS' });
  let today = filed.filedOn;
  let state: DisposalState = disposal.evolve('not-filed', { type: 'DisposalOpened', data: filed });
  const facts: DisposalFact[] = [];
  const acts: History['acts'][number][] = [];
  for (const { days, command: name, n, m } of tries) {
    today = dayAfter(today, days);
    const made = makers[name]?.(type, n, m, today);
    const command = disposal.commands[name];
    if (made === undefined || command === undefined) throw new Error(`no act ${name}`);
    const [actor, raw] = made;
    const input = parseInput(command.input, raw);
    if (isRefusal(input)) throw new Error(`${name}: ${JSON.stringify(input.issues)}`);
    const context = {
      now: `${today}T02:00:00.000Z`,
      today,
      actor,
      id: `${type}-630202-2025-00001`,
      commandId: 'c',
      directory,
    };
    const decision = command.decide(input.value, state, context);
    if (isRefusal(decision)) continue;
    const suspended: readonly string[] = state === 'not-filed' ? [] : state.suspended;
    acts.push({ command: name, person: actor.person, suspended });
    for (const fact of decision) {
      facts.push(fact);
      state = disposal.evolve(state, fact);
    }
  }
  return { type, facts, acts };
}

/** Whether the catalogue lets the handler issue such an instrument himself. */
export function handlersOwn(type: string, kind: string): boolean {
  return kindOf({ directory }, type, kind)?.byHandler ?? false;
}

const act: fc.Arbitrary<Try> = fc.record({
  days: fc.integer({ min: 0, max: 9 }),
  command: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(makers)) },
  ),
  n: fc.nat(20),
  m: fc.nat(20),
});

/** Histories of sixty to a hundred and sixty tries in any order. */
export const histories = fc
  .tuple(
    fc.constantFrom('IAS' as const, 'CFS' as const, 'CIR' as const),
    fc.array(act, { minLength: 60, maxLength: 160, size: 'max' }),
  )
  .map(([type, tries]) => ({ type, tries }));

/** A history in readable lines, for a counterexample. */
export function readable({ type, facts }: History): string {
  return [
    type,
    ...facts.map(({ type: fact, data, occurredOn }) => {
      const { instrument: ref, instruments, reply, issue: about } = data as Record<string, unknown>;
      return `${occurredOn} ${fact} ${JSON.stringify(ref ?? reply ?? about ?? instruments ?? '')}`;
    }),
  ].join('\n');
}
