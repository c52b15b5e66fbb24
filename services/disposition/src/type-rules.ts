import {
  deadlineRule,
  type InstrumentKind,
  instrumentKindOf,
  type MatterType,
  matterType,
} from '@jiandu/catalogue';
import type { Directory } from '@jiandu/eventing';

/** What the rules are looked up by: the catalogue in force and the type of the matter. */
export interface UnderRules {
  readonly directory: Pick<Directory, 'catalogueVersion'>;
}

/** The data of a type in the catalogue in force. A filed matter has a known type; anything else is a bug. */
export function typeRules({ directory }: UnderRules, type: string): MatterType {
  const found = matterType(directory.catalogueVersion, type);
  if (found === undefined) throw new Error(`catalogue ${directory.catalogueVersion} has no type ${type}`);
  return found;
}

/** A kind of instrument as the type uses it, when it does. */
export function kindOf(under: UnderRules, type: string, kind: string): InstrumentKind | undefined {
  return instrumentKindOf(typeRules(under, type), kind);
}

/** The clock for deciding on a remedy of the body (S2 §554, §565). */
export const remedyClocks = {
  re_examination: 'DL-17',
  reconsideration: 'DL-14',
  superior_review: 'DL-15',
} as const;
export type RemedyName = keyof typeof remedyClocks;

/** Whether the body has this remedy against such an instrument; against a reconsideration lies superior review. */
export function hasRemedy(kind: InstrumentKind | undefined, remedy: RemedyName): boolean {
  if (kind?.remedy === undefined) return false;
  return kind.remedy === remedy || (kind.remedy === 'reconsideration' && remedy === 'superior_review');
}

/** Clocks by which an answer of the body is awaited, in matters of any type. */
export function isAnswerClock(under: UnderRules, type: string, clock: string): boolean {
  if (clock === URGED) return true;
  return typeRules(under, type).instruments.some(({ replyClock }) => replyClock?.clock === clock);
}

/** The body's time after urging (S2 §553). */
export const URGED = 'DL-56';
/** The handler's time to urge once an answer is overdue. */
export const TO_URGE = 'DL-55';
/** The unit's time to report to its superior (S2 §553–554). */
export const TO_ESCALATE = 'DL-57';
/** The handler's time to judge an answer. */
export const TO_ASSESS = 'DL-58';
/** Filing of a recommendation with the superior (S3 §21). */
export const TO_FILE_WITH_SUPERIOR = 'DL-25';
/** Sending what was decided to the court (S5 §102, §108). */
export const TO_SEND = 'DL-29';
/** Telling the party that the reasons stand (S2 §561). */
export const TO_TELL_PARTY = 'DL-10';
/** Looking again at what was put right (回头看). */
export const TO_VISIT = 'DL-61';
/** The handler's self-check (S23). */
export const TO_SELF_CHECK = 'DL-59';
/** Handing the dossier to the archive. */
export const TO_ARCHIVE = 'DL-60';

/** The Chinese name of a clock. */
export function clockTitle(clock: string): string {
  return deadlineRule(clock).title.zh;
}
