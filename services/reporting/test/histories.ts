import type { Recorded } from '@jiandu/eventing';
import fc from 'fast-check';
import { Log } from './log.ts';
import { CFS, CIR, clock, IAS, police, profile, provenance } from './matters.ts';

type Tell = (log: Log, matter: string, on: string, n: number) => void;

const MATTERS = [CFS, IAS, CIR];
const DAYS = ['2025-03-10', '2025-04-08', '2025-04-30', '2025-05-06', '2025-05-19', '2025-08-22'];
const people = ['li', 'cai', 'ye'].map((name) => ({ person: `P-630103-${name}`, name }));

const unitOf = (matter: string) => matter.slice(4, 10);
const person = (n: number) => people[n % people.length] ?? { person: 'P-630103-li', name: 'li' };
const instrument = (n: number) => `D-${1 + (n % 3)}`;
const issue = (n: number) => `I-${1 + (n % 3)}`;
const order = (n: number) => ({
  instrument: instrument(n),
  kind: 'correction_notice',
  title: '纠正违法通知书',
  addressee: police,
  issues: [issue(n), issue(n + 1)],
  severity: 'ordinary',
});

function intake(type: string, data: (matter: string, on: string, n: number) => object): Tell {
  return (log, matter, on, n) => log.say(`intake.matter-${matter}`, type, on, data(matter, on, n));
}
function investigation(type: string, data: (matter: string, on: string, n: number) => object): Tell {
  return (log, matter, on, n) =>
    log.say(`investigation.verification-${matter}`, type, on, data(matter, on, n));
}
function disposition(type: string, data: (matter: string, on: string, n: number) => object): Tell {
  return (log, matter, on, n) => log.say(`disposition.disposal-${matter}`, type, on, data(matter, on, n));
}

/** Everything that may be said of a matter, in any order: views must not stumble over what comes early or twice. */
const TELLINGS: readonly Tell[] = [
  intake('MatterAccepted', (matter, on) => ({
    acceptedOn: on,
    profile: profile(matter.slice(0, 3), unitOf(matter)),
    provenance: provenance(),
    clocks: [clock('DL-54', matter, on, '2025-09-01')],
  })),
  intake('HandlerAssigned', (_matter, _on, n) => ({
    handler: person(n),
    assistants: [person(n + 1)],
    method: 'random',
    candidates: people,
  })),
  intake('SignificanceAssessed', (_matter, _on, n) => ({
    score: n % 101,
    threshold: 60,
    scores: [],
    vetoes: [],
    major: n % 101 >= 60,
  })),
  intake('FilingApproved', (matter, on, n) => ({
    filedOn: on,
    basis: 'score',
    profile: profile(matter.slice(0, 3), unitOf(matter)),
    provenance: provenance(),
    handler: person(n),
    assistants: [],
    clocksMet: [{ clock: 'DL-54', subject: matter }],
  })),
  intake('RecusalRequested', (_matter, _on, n) => ({ recusal: `RC-${1 + (n % 2)}`, challenged: person(n) })),
  intake('RecusalDecided', (_matter, _on, n) => ({ recusal: `RC-${1 + (n % 2)}`, granted: n % 2 === 0 })),
  investigation('InvestigationPlanApproved', () => ({ plan: { aim: '查明', measures: [], team: [] } })),
  investigation('InvestigativeMeasureTaken', (_matter, on, n) => ({
    measure: `M-${n}`,
    kind: 'interview',
    persons: people,
    takenOn: on,
    finding: '情况',
  })),
  investigation('IssueFound', (_matter, on, n) => ({
    issue: issue(n),
    grade: 'slight',
    response: 'oral_correction',
    title: '问题',
    clause: 'S2 §624',
    body: police,
    foundOn: on,
    clocks: [clock('DL-18', issue(n), on, '2025-08-20')],
  })),
  investigation('IssueOverdue', (_matter, on, n) => ({
    issue: issue(n),
    clock: 'DL-18',
    due: on,
    since: on,
  })),
  investigation('IssueClosed', (_matter, on, n) => ({
    issue: issue(n),
    result: 'corrected',
    evidence: '复核',
    closedOn: on,
    clocksMet: [{ clock: 'DL-18', subject: issue(n) }],
  })),
  investigation('ReviewReportSubmitted', (_matter, on) => ({
    report: 'RR-1',
    submittedOn: on,
    conclusion: 'violation',
  })),
  investigation('PeriodExclusionEnded', (matter, on) => ({
    exclusion: 'X-1',
    clock: 'DL-54',
    subject: matter,
    from: '2025-03-01',
    to: on,
  })),
  disposition('DecisionMade', (_matter, on, n) => ({
    decision: `DC-${n}`,
    body: 'chief',
    outcome: 'instruments',
    instruments: [order(n)],
    decidedOn: on,
  })),
  disposition('InstrumentIssued', (_matter, on, n) => ({
    ...order(n),
    printedNumber: `城中检纠违〔2025〕${1 + n}号`,
    issuedOn: on,
    replyClock: { clock: 'DL-16' },
  })),
  disposition('InstrumentServed', (_matter, on, n) => ({
    instrument: instrument(n),
    method: 'direct',
    servedOn: on,
    clocks: [clock('DL-16', instrument(n), on, '2025-05-06')],
  })),
  disposition('ReplyOverdue', (_matter, on, n) => ({ instrument: instrument(n), since: on })),
  disposition('ReplyReceived', (_matter, on, n) => ({
    reply: `R-${1 + (n % 4)}`,
    instruments: [instrument(n)],
    from: police,
    kind: n % 2 === 0 ? 'rectification' : 'progress',
    receivedOn: on,
    content: '回复',
    clocksMet: [{ clock: 'DL-16', subject: instrument(n) }],
  })),
  disposition('ReplyAssessed', (_matter, on, n) => ({
    reply: `R-${1 + (n % 4)}`,
    instruments: [instrument(n)],
    adoption: n % 2 === 0 ? 'full' : 'perfunctory',
    assessedOn: on,
    confirmationNeeded: false,
  })),
  disposition('EscalatedToSuperior', (_matter, on, n) => ({
    escalation: 'E-1',
    superior: '630200',
    instruments: [instrument(n)],
    ground: 'no_reply',
    escalatedOn: on,
  })),
  disposition('MatterConcluded', (_matter, on, n) => ({
    result: 'corrected',
    effect: { obtained: true, persons: n },
    concludedOn: on,
  })),
  disposition('DossierArchived', (_matter, on) => ({ archivedOn: on, retention: 'long' })),
  (log, matter, on, n) =>
    log.say(`disposition.deadline-${matter}/${instrument(n)}/DL-16`, 'DeadlineMissed', on, {
      key: matter,
      unit: unitOf(matter),
      clock: 'DL-16',
      subject: instrument(n),
      due: '2025-05-06',
      since: on,
    }),
  (log, matter, on) =>
    log.say(`intake.lead-L-${unitOf(matter)}-2025-7K3M9Q2X`, 'LeadScreened', on, { result: 'accept' }),
];

const step = fc.record({
  tell: fc.nat({ max: TELLINGS.length - 1 }),
  matter: fc.nat({ max: MATTERS.length - 1 }),
  day: fc.nat({ max: DAYS.length - 1 }),
  n: fc.nat({ max: 11 }),
});

/** A record of three matters of three types, told in any order; days never go back. */
export const history: fc.Arbitrary<readonly Recorded[]> = fc
  .array(step, { minLength: 1, maxLength: 80 })
  .map((steps) => {
    const log = new Log();
    const days = steps.map(({ day }) => DAYS[day] ?? '').sort();
    steps.forEach(({ tell, matter, n }, place) => {
      TELLINGS[tell]?.(log, MATTERS[matter] ?? CFS, days[place] ?? '', n);
    });
    return log.events;
  });
