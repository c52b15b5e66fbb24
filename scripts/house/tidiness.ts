import type { Complaint, HouseFile } from './house-file.ts';

const longest = 300;
/** What a program wrote, and scripts of worked matters: one story each, to be read from top to bottom. */
const long = /\/generated\/|^packages\/worked-matters\/src\/matters\//;
const emptyNames = /(^|\/)(utils?|helpers?|common|manager|misc)(\.|\/)/;
const marker = new RegExp(
  `\\b(${['TO', 'FIX', 'XX'].map((half, i) => half + ['DO', 'ME', 'X'][i]).join('|')})\\b`,
);

/** Sources stay short, are named after what they are, and keep no list of things left undone. */
export function untidySources(files: readonly HouseFile[]): Complaint[] {
  return files
    .filter(({ path }) => /\.(ts|tsx|mjs)$/.test(path))
    .flatMap(({ path, text }) => {
      const complaints: Complaint[] = [];
      const lines = text.trimEnd().split('\n');
      if (lines.length > longest && !long.test(path)) {
        complaints.push(
          `${path} has ${lines.length} lines, more than ${longest}: it is two things, give each a file`,
        );
      }
      if (emptyNames.test(path)) complaints.push(`${path} says nothing by its name: call it what it is`);
      lines.forEach((line, index) => {
        if (marker.test(line))
          complaints.push(`${path}:${index + 1} leaves a note of work undone: do it or drop it`);
      });
      return complaints;
    });
}
