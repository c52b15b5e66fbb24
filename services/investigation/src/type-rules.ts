import { type MatterType, matterType, measureStanding } from '@jiandu/catalogue';
import type { Directory, Refusal } from '@jiandu/eventing';
import { refuse } from './refusals.ts';

/** The type of a matter as the catalogue in force has it. */
export function typeInForce(directory: Directory, code: string): MatterType | Refusal {
  return matterType(directory.catalogueVersion, code) ?? refuse('type.unknown', { type: code });
}

/** Refuses a measure that verification may never take, or that the type does not provide for. */
export function refuseMeasure(type: MatterType, kind: string, field: string): Refusal | undefined {
  const found = measureStanding(type, kind);
  switch (found.standing) {
    case 'permitted':
      return undefined;
    case 'forbidden': {
      const { title, law } = found.measure;
      return refuse('measure.forbidden', { kind, zh: title.zh, en: title.en, law, field });
    }
    case 'not-provided':
      return refuse('measure.not-provided', { kind, type: type.code, law: found.law, field });
  }
}
