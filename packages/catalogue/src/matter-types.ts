import cfs from '../data/types/cfs.json' with { type: 'json' };
import cir from '../data/types/cir.json' with { type: 'json' };
import ias from '../data/types/ias.json' with { type: 'json' };
import { type MatterType, matterTypeData } from './matter-type.ts';
import { catalogueVersion } from './version.ts';

const inForce: ReadonlyMap<string, MatterType> = new Map(
  [cfs, ias, cir].map((file) => {
    const type = matterTypeData.parse(file);
    return [type.code, type];
  }),
);

/** The types of the newest version, in the order in which they are shown. */
export const matterTypes: readonly MatterType[] = [...inForce.values()];

/**
 * A type as a catalogue version has it. Undefined for a version that does not exist and for a type that the
 * version does not have: a matter pins the version it runs under, so neither is guessed.
 */
export function matterType(version: string, code: string): MatterType | undefined {
  return version === catalogueVersion.version ? inForce.get(code) : undefined;
}
