/** Where a store keeps its data: a file in a data directory that exists, or memory (gone with the process). */
export type Place = { readonly file: string } | { readonly memory: true };

/** What `node:sqlite` opens for a place. */
export function locationOf(place: Place): string {
  return 'file' in place ? place.file : ':memory:';
}
