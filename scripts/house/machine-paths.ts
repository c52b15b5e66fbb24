import type { Complaint, HouseFile } from './house-file.ts';

// A folder at the root of somebody's machine, not the middle of a longer path or address.
const machinePath = /(?<![\w.\-/}*])\/(work|root|home\/\w+|Users\/\w+|tmp\/\w+)\//;

/** Nothing in the repository may depend on, or tell of, the machine it was written on. */
export function machinePaths(files: readonly HouseFile[]): Complaint[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const found = machinePath.exec(line);
      return found ? [`${path}:${index + 1} names ${found[0]}, a path of one machine: make it relative`] : [];
    }),
  );
}
