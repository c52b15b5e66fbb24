import { catalogueVersion } from '@jiandu/catalogue';
import type { Service } from '@jiandu/eventing';
import { services } from '../../src/services.ts';
import type { Json, TestHouse, Told } from '../house.ts';
import { acceptableBodies } from './acceptable.ts';
import { type Office, type Thing, UNIT } from './office.ts';

/** One command or query, tried on a thing. */
export interface Act {
  readonly kind: 'command' | 'query';
  /** Full name. */
  readonly name: string;
  readonly thing: Thing;
  ask(person: string): Promise<Told>;
  /** Whether somebody was let through. */
  letThrough(told: Told): boolean;
}

/** A refusal by access is the only one that says no to a person; every other is about the thing or the input. */
function notDenied({ status, code }: Told): boolean {
  if (status === 401 || status >= 500 || code === 'thing.unknown' || code === 'route.unknown')
    throw new Error(`answered ${status} ${code}: nothing was tried`);
  return !code.startsWith('access.');
}

const ofUnit: Thing = { unit: UNIT };

/** What a command is given to and with, where it is not the matter and the least body that the API document accepts. */
interface Particular {
  readonly id?: string;
  readonly thing?: Thing;
  readonly body?: Json;
}

/** Bodies that the house takes to the rules and, where it can be, no further: who is asked next meets the same thing. */
function particulars({ lead, escalated, delegation }: Office): Readonly<Record<string, Particular>> {
  const assigned = { unit: UNIT, assigned: true };
  const taken = { unit: '630202', escalatedTo: UNIT };
  const province = { unit: '630000' };
  const born = (body: Json = {}): Particular => ({ thing: ofUnit, body: { unit: UNIT, ...body } });
  const onLead = (body: Json = {}): Particular => ({ id: lead, thing: assigned, body });
  const onEscalated = (body: Json = {}): Particular => ({ id: escalated, thing: taken, body });
  const onUnit = (body: Json): Particular => ({ id: UNIT, thing: ofUnit, body });
  const onPerson = (id: string): Particular => ({ id, thing: ofUnit });
  return {
    'registry.registerUnit': { thing: ofUnit, body: { code: '630299', parent: UNIT } },
    'registry.renameUnit': onUnit({ from: '1990-01-01' }),
    'registry.closeUnit': onUnit({ successor: UNIT }),
    'registry.registerPerson': born({ person: 'P-630200-newcomer' }),
    'registry.grantRole': onPerson('P-630200-nobody'),
    'registry.endRole': onPerson('P-630200-nobody'),
    'registry.disablePerson': onPerson('P-630200-leaver'),
    'registry.grantDelegation': born(),
    'registry.revokeDelegation': { id: delegation, thing: ofUnit },
    'registry.publishCatalogueVersion': { thing: province, body: { version: catalogueVersion.version } },
    'registry.publishCalendar': { thing: province, body: { version: catalogueVersion.version } },
    'intake.registerLead': born(),
    'intake.receiveLead': born(),
    'intake.keepOffline': born(),
    'intake.transferIssue': born(),
    'intake.registerReceivedLead': onLead(),
    'intake.screenLead': onLead(),
    'intake.mergeLead': onLead(),
    'intake.transferLead': onLead(),
    'intake.rejectLead': onLead(),
    'intake.acceptLead': onLead(),
    'intake.openReporter': onLead(),
    'intake.eraseReporter': onLead(),
    'intake.continueSeries': { id: `SGR-${UNIT}-2025`, thing: ofUnit },
    'disposition.continueDocumentSeries': { id: `${UNIT}-检建-2025`, thing: ofUnit },
    'disposition.recordReply': { body: { instruments: ['D-9'] } },
    'disposition.escalateToSuperior': { body: { instruments: ['D-9'] } },
    'disposition.checkDossier': { body: { documents: [{ document: 'contents', copies: 1 }] } },
    'disposition.acceptEscalation': onEscalated({ reviewer: 'P-630103-li' }),
    'disposition.decideSuperiorReview': onEscalated(),
    'disposition.notifySupervisedSuperior': onEscalated(),
  };
}

/** Every command that is offered to people. */
export async function commandActs(house: TestHouse, office: Office): Promise<readonly Act[]> {
  const bodies = await acceptableBodies(house);
  const told = particulars(office);
  return services.flatMap(({ name: service, aggregates }) =>
    aggregates.flatMap(({ commands }) =>
      Object.entries(commands).flatMap(([command, { internal, creates }]) => {
        if (internal) return [];
        const name = `${service}.${command}`;
        const particular = told[name] ?? {};
        const { thing = { unit: UNIT, assigned: true }, body = {} } = particular;
        const id = creates === undefined ? (particular.id ?? office.matter) : undefined;
        const input = { ...bodies.get(name), ...body };
        const ask = (person: string) => house.give(person, name, id, input);
        return [{ kind: 'command' as const, name, thing, ask, letThrough: notDenied }];
      }),
    ),
  );
}

/** How a query is asked, and by what one sees that its thing was shown. */
interface Question {
  readonly path: string;
  readonly thing?: Thing;
  /** A list leaves out what may not be seen; `shows` must be in the answer of whoever may. */
  readonly shows?: string;
}

function questions({ lead, matter, escalated }: Office): Readonly<Record<string, Question>> {
  const listed = { shows: matter };
  return {
    'registry.units': { path: 'units' },
    'registry.peopleOfUnit': { path: `units/${UNIT}/people`, thing: ofUnit },
    'registry.delegations': { path: `units/${UNIT}/delegations`, thing: ofUnit },
    'registry.catalogueVersions': { path: 'catalogue-versions' },
    'registry.matterTypes': { path: 'matter-types' },
    'registry.deadlines': { path: 'deadlines' },
    'intake.leadPool': { path: `leads?unit=${UNIT}`, shows: lead },
    'intake.lead': { path: `leads/${lead}` },
    'intake.reporter': { path: `leads/${lead}/reporter` },
    'intake.numberSeriesList': { path: `number-series?unit=${UNIT}`, thing: ofUnit },
    'intake.numberSeries': { path: `number-series/IAS-${UNIT}-2025`, thing: ofUnit },
    'intake.matter': { path: `matters/${matter}` },
    'investigation.matter': { path: `matters/${matter}` },
    'disposition.disposalCard': { path: `matters/${matter}` },
    'disposition.instruments': { path: `instruments?matter=${matter}`, ...listed },
    'disposition.escalations': {
      path: 'escalations',
      thing: { unit: '630202', escalatedTo: UNIT },
      shows: escalated,
    },
    'assessment.qualityCheck': { path: `quality-checks/${matter}` },
    'assessment.qualityChecks': { path: 'quality-checks', ...listed },
    'reporting.matterPage': { path: `matters/${matter}` },
    'reporting.timeline': { path: `matters/${matter}/timeline` },
    'reporting.matterHistory': { path: `matters/${matter}/history` },
    'reporting.compareMatter': { path: `matters/${matter}/compare?from=2025-03-03&to=2025-03-04` },
    'reporting.myMatters': { path: 'my-matters?state=all', ...listed },
    'reporting.deadlines': { path: `deadlines?matter=${matter}`, ...listed },
    'reporting.mainLedger': { path: 'main-ledger', ...listed },
    'reporting.mainLedgerCsv': { path: 'main-ledger.csv', ...listed },
    'reporting.ledgerCounts': { path: `ledger-counts?by=unit&unit=${UNIT}`, shows: `"${UNIT}"` },
    'reporting.search': { path: `search?q=${matter}`, ...listed },
    'reporting.feed': { path: 'feed?live=false', thing: ofUnit, shows: matter },
  };
}

function queryAct(house: TestHouse, { name: service }: Service, query: string, asked: Question): Act {
  const { path, thing = { unit: UNIT, assigned: true }, shows } = asked;
  const letThrough = (told: Told) => {
    if (shows === undefined) return notDenied(told);
    if (told.status !== 200 && told.code !== 'feed.closed-to-role')
      throw new Error(`a list answered ${told.status} ${told.code}`);
    return told.status === 200 && told.text.includes(shows);
  };
  const ask = (person: string) => house.ask(person, `/v1/${service}/${path}`);
  return { kind: 'query', name: `${service}.${query}`, thing, ask, letThrough };
}

/** Every query. */
export function queryActs(house: TestHouse, office: Office): readonly Act[] {
  const asked = questions(office);
  return services.flatMap((service) =>
    service.queries.map(({ name }) => {
      const question = asked[`${service.name}.${name}`];
      if (question === undefined) throw new Error(`nothing says how to try ${service.name}.${name}`);
      return queryAct(house, service, name, question);
    }),
  );
}
