import { instrumentKindOf, matterType } from '@jiandu/catalogue';
import { idOf, type Recorded, shanghaiDate } from '@jiandu/eventing';

/** What a rule finds wrong in a log, in words; nothing when it holds. */
export type Rule = (log: readonly Recorded[]) => readonly string[];

type Data = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Data[] => (Array.isArray(value) ? value : []);
const words = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const person = (value: unknown) => String((value as Data | undefined)?.['person'] ?? '');

const MATTER = /^[A-Z]{3}-\d{6}-\d{4}-\d{5}$/;

/** The events of each matter over all services, in the order of the log. */
function matters(log: readonly Recorded[]): ReadonlyMap<string, readonly Recorded[]> {
  const grouped = Map.groupBy(log, ({ stream }) => idOf(stream));
  return new Map([...grouped].filter(([id]) => MATTER.test(id)));
}

/** A rule of single matters. */
function ofEach(find: (events: readonly Recorded[], matter: string) => readonly string[]): Rule {
  return (log) =>
    [...matters(log)].flatMap(([matter, events]) => find(events, matter).map((each) => `${matter}: ${each}`));
}

const all = (events: readonly Recorded[], ...types: readonly string[]) =>
  events.filter(({ type }) => types.includes(type));
const before = (events: readonly Recorded[], { position, stream, revision }: Recorded) =>
  events.filter((each) => each.position < position || (each.stream === stream && each.revision < revision));
const names = (data: Data, instrument: string) =>
  data['instrument'] === instrument || words(data['instruments']).includes(instrument);

/** (1) No measure before filing. */
export const noMeasureBeforeFiling = ofEach((events) =>
  all(events, 'InvestigativeMeasureTaken').flatMap((measure) => {
    const [filing] = all(before(events, measure), 'FilingApproved');
    if (filing === undefined) return ['a measure without a filing'];
    return String(measure.data['takenOn']) < String(filing.data['filedOn'])
      ? ['a measure dated before the filing']
      : [];
  }),
);

/** (2) No instrument without a competent decision before it, but for the kinds that the handler issues himself. */
export const noInstrumentWithoutDecision = ofEach((events, matter) =>
  all(events, 'InstrumentIssued').flatMap((issued) => {
    const { instrument, kind } = issued.data;
    const rules = matterType(issued.metadata.catalogueVersion, matter.slice(0, 3));
    const known = rules && instrumentKindOf(rules, String(kind));
    if (known === undefined) return [`${instrument} is of no kind that the type knows: ${kind}`];
    const past = before(events, issued);
    const decision = all(past, 'DecisionMade').find(({ data }) =>
      list(data['instruments']).some((each) => each['instrument'] === instrument && each['kind'] === kind),
    );
    if (decision === undefined) {
      const ordered = all(past, 'InstrumentOrdered').some(({ data }) => data['instrument'] === instrument);
      return ordered && known.byHandler ? [] : [`${instrument} (${kind}) rests on no decision`];
    }
    const { body } = decision.data;
    const competent = known.byHandler || known.decidedBy.some((each) => each === body);
    return competent && decision.metadata.actor.role === body
      ? []
      : [`${instrument} (${kind}) was decided by ${body}`];
  }),
);

/** (3) Every served instrument with a reply clock ends in a reply, an escalation that came to something, or a revocation. */
export const everyInstrumentComesToAnEnd = ofEach((events) =>
  all(events, 'MatterConcluded').flatMap((conclusion) => {
    const past = before(events, conclusion);
    const escalations = all(past, 'EscalatedToSuperior').filter(({ data }) =>
      all(past, 'SuperiorReviewDecided').some((each) => each.data['escalation'] === data['escalation']),
    );
    const ends = [
      ...all(past, 'ReplyReceived').filter(({ data }) => data['kind'] !== 'progress'),
      ...all(past, 'ReExaminationRequested', 'OpinionRevoked'),
      ...escalations,
    ];
    const open = all(past, 'InstrumentServed').flatMap(({ data }) => {
      const ref = String(data['instrument']);
      const issued = all(past, 'InstrumentIssued').find((each) => each.data['instrument'] === ref);
      const awaited = issued?.data['replyClock'] !== undefined;
      return awaited && !ends.some((each) => names(each.data, ref))
        ? [`concluded while ${ref} waits for an answer`]
        : [];
    });
    const revoked = all(past, 'OpinionRevoked').map(({ data }) => data['instrument']);
    const pending = all(past, 'EscalatedToSuperior')
      .filter((each) => !escalations.includes(each))
      .filter(({ data }) => words(data['instruments']).some((ref) => !revoked.includes(ref)));
    return [
      ...open,
      ...pending.map(({ data }) => `concluded while ${data['escalation']} lies with the superior`),
    ];
  }),
);

/** (4) At most one active handler, and every service knows the same one. */
export const oneHandler = ofEach((events) => {
  const found: string[] = [];
  let current = '';
  for (const { type, data } of all(events, 'HandlerAssigned', 'HandlerReassigned')) {
    if (type === 'HandlerAssigned' && current !== '') found.push('a handler assigned beside another');
    if (type === 'HandlerReassigned' && person(data['previous']) !== current)
      found.push('somebody else’s matter passed on');
    current = person(data['handler']);
  }
  const copies = all(
    events,
    'DisposalOpened',
    'DisposalHandlersChanged',
    'VerificationOpened',
    'VerificationHandlersChanged',
  );
  const latest = new Map(copies.map(({ stream, data }) => [stream, person(data['handler'])]));
  const ended = all(events, 'MatterTerminated', 'MatterConcluded', 'VerificationClosed').length > 0;
  for (const [stream, handler] of latest) {
    if (!ended && handler !== current)
      found.push(`${stream} holds ${handler} for the handler, intake ${current}`);
  }
  return found;
});

/** (5) Whoever is suspended from a matter, or must stay away from it, writes nothing in it. */
export const theSuspendedWriteNothing = ofEach((events) => {
  const barred = new Map<string, string>();
  const found: string[] = [];
  for (const { type, data, metadata } of events) {
    const who = metadata.actor.person;
    if (metadata.via === undefined && barred.has(who)) found.push(`${type} by ${who}, ${barred.get(who)}`);
    if (type === 'HandlerSuspended') barred.set(person(data), 'who is suspended');
    if (type === 'HandlerResumed') barred.delete(person(data));
    if (type === 'ConflictDeclared' && data['conflict'] === true)
      barred.set(person(data), 'who has a conflict');
    if (type === 'RecusalDecided' && data['granted'] === true)
      barred.set(String(data['challenged']), 'who was recused');
  }
  return found;
});

/** (6) Concluded only when all issues and instruments are closed; afterwards nothing but dossier work. */
export const concludedMeansClosed = ofEach((events) =>
  all(events, 'MatterConcluded').flatMap((conclusion) => {
    const past = before(events, conclusion);
    const settled = new Set(all(past, 'IssueClosed', 'IssueSettled').map(({ data }) => data['issue']));
    const openIssues = all(past, 'IssueFound').filter(({ data }) => !settled.has(data['issue']));
    const out = new Set(
      all(past, 'InstrumentServed', 'OpinionRevoked').map(({ data }) => data['instrument']),
    );
    const ordered = [
      ...all(past, 'DecisionMade').flatMap(({ data }) => list(data['instruments'])),
      ...all(past, 'InstrumentOrdered').map(({ data }) => data),
    ];
    const openInstruments = ordered.filter((each) => !out.has(each['instrument']));
    const late = events.filter(
      ({ stream, revision, metadata }) =>
        stream === conclusion.stream && revision > conclusion.revision && metadata.via === undefined,
    );
    const stray = late.filter(({ type }) => !['DossierChecked', 'DossierArchived'].includes(type));
    return [
      ...openIssues.map(({ data }) => `concluded with ${data['issue']} open`),
      ...openInstruments.map((each) => `concluded with ${each['instrument']} neither served nor revoked`),
      ...stray.map(({ type }) => `${type} after the conclusion`),
    ];
  }),
);

/** (7) A clock that runs is never given an earlier end; extensions and exclusions are recorded before the old due date. */
export const dueDatesMoveForward = ofEach((events) => {
  const found: string[] = [];
  const running = new Map<string, string>();
  for (const { type, data, metadata } of events) {
    const name = (clock: Data) => `${clock['clock']} ${clock['subject']}`;
    for (const ended of [...list(data['clocksMet']), ...list(data['clocksReplaced'])])
      running.delete(name(ended));
    for (const clock of list(data['clocks'])) {
      const due = String(clock['due']);
      if (due < String(clock['start'])) found.push(`${name(clock)} ends before it starts`);
      if (due < (running.get(name(clock)) ?? '')) found.push(`${type} moves ${name(clock)} back to ${due}`);
      running.set(name(clock), due);
    }
    const moved = ['PeriodExtended', 'PeriodExclusionStarted', 'PeriodExclusionEnded'].includes(type);
    const { dueBefore, dueAfter = dueBefore } = data;
    if (!moved) continue;
    if (String(dueAfter) < String(dueBefore)) found.push(`${type} moves a due date back`);
    if (type !== 'PeriodExclusionEnded' && shanghaiDate(metadata.recordedAt) > String(dueBefore))
      found.push(`${type} was recorded after the old due date`);
  }
  return found;
});

/** (8) Numbers of a unit, type and year have no gap, none is given twice, and each matter has its own. */
export const numbersHaveNoGaps: Rule = (log) => {
  const found: string[] = [];
  const last = new Map<string, number>();
  const given = new Set<string>();
  for (const { type, stream, data } of log) {
    if (type === 'NumberSeriesContinued' || type === 'DocumentSeriesContinued')
      last.set(stream, Number(data['lastNumber']));
    if (type === 'MatterNumbered' || type === 'InstrumentNumbered') {
      const next = (last.get(stream) ?? 0) + 1;
      if (data['sequence'] !== next) found.push(`${stream} gave ${data['sequence']} where ${next} was next`);
      last.set(stream, Number(data['sequence']));
    }
    if (type === 'MatterNumbered') {
      if (given.has(String(data['matter']))) found.push(`${data['matter']} was given twice`);
      given.add(String(data['matter']));
    }
    if (type === 'NumberVoided' && !given.has(String(data['matter'])))
      found.push(`${data['matter']} void and never given`);
    if (type === 'MatterAccepted' && !given.has(idOf(stream)))
      found.push(`${idOf(stream)} has no number of its own`);
  }
  return found;
};

/** (12) Nothing under a state-secret label is on record, and no word of what came under one. */
export function noStateSecret(canary: string): Rule {
  return (log) =>
    log.flatMap(({ type, stream, data, metadata }) => {
      const said = JSON.stringify([data, metadata]);
      const labelled = /state_secret|国家秘密|绝密|机密/.test(said);
      return labelled || said.includes(canary) ? [`${type} in ${stream} bears a state secret`] : [];
    });
}
