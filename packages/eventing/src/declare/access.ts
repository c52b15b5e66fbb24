import type { Actor, LocalDate } from '../ports/event.ts';
import type { Refusal } from './refusal.ts';

/** A role held in a unit for a time (DOMAIN §4.1). */
export interface RoleHolding {
  readonly role: string;
  readonly unit: string;
  readonly department?: string;
  readonly from: LocalDate;
  readonly until?: LocalDate;
}

/** A written delegation of decisions (DOMAIN §4.3). */
export interface Delegation {
  readonly id: string;
  readonly from: string;
  readonly fromRole: string;
  readonly unit: string;
  /** Names of the commands that are delegated. */
  readonly decisions: readonly string[];
  /** Matter types; all of them when empty. */
  readonly types: readonly string[];
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
}

/** Somebody signed in, with what they may act as today. */
export interface Subject {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly RoleHolding[];
  readonly delegations: readonly Delegation[];
}

/** What an access rule needs to know of the thing acted on; each aggregate and view says it of its own. */
export interface ResourceFacts {
  readonly unit: string;
  /** Handlers and assistants now assigned. */
  readonly handlers?: readonly string[];
  readonly type?: string;
  readonly department?: string;
  /** Superior unit the matter was escalated to. */
  readonly escalatedTo?: string;
  /** Units that were handed the thing over, or joined. */
  readonly sharedWith?: readonly string[];
  readonly secrecy?: string;
  /** Named persons who may see a `restricted` thing. */
  readonly accessList?: readonly string[];
}

/**
 * Which tie between person and thing is needed: holds the role in its unit; is assigned to it; holds the role in the unit it was
 * escalated to; holds it in a unit above; is a timer or policy; anybody signed in.
 */
export type Relation = 'unit' | 'own' | 'escalated' | 'above' | 'shared' | 'system' | 'anyone';

/** One way to be allowed: a role and a tie. */
export interface Grant {
  readonly role: string;
  readonly relation: Relation;
}

/** Decides whether a subject may do something to a resource, and in what capacity. */
export type Authorise = (request: {
  readonly subject: Subject;
  readonly grants: readonly Grant[];
  readonly resource: ResourceFacts;
  readonly action: string;
  readonly today: LocalDate;
  readonly directory: Directory;
}) => Actor | Refusal;

export interface UnitEntry {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly shortZh: string;
  readonly level: string;
  readonly parent?: string;
}

export interface StaffEntry {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly RoleHolding[];
}

/** The organisation and the rules as they stand at a moment: what deciders may look up. */
export interface Directory {
  /** Version of the catalogue in force today. */
  readonly catalogueVersion: string;
  /** Version of the holiday calendar in force today. */
  readonly calendarVersion: string;
  unit(code: string): UnitEntry | undefined;
  /** Whether `above` is a superior of `unit`, at any distance. */
  isAbove(above: string, unit: string): boolean;
  person(id: string): StaffEntry | undefined;
  /** Who holds a role in a unit on a day, in a stable order. */
  holders(role: string, unit: string, on: LocalDate): readonly StaffEntry[];
  /** The person with today's roles and delegations; undefined when unknown or disabled. */
  subject(person: string, on: LocalDate): Subject | undefined;
}
