const RUN = /\p{Script=Han}+|[\p{L}\p{N}\p{M}]+/gu;
const HAN = /^\p{Script=Han}/u;

/** The searchable words of a text: Chinese by pairs of characters, everything else by whole words in small letters. */
export function wordsOf(text: string): readonly string[] {
  const words = new Set<string>();
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUN)) {
    const letters = [...run];
    if (!HAN.test(run) || letters.length === 1) words.add(run);
    else for (let at = 0; at + 1 < letters.length; at += 1) words.add(`${letters[at]}${letters[at + 1]}`);
  }
  return [...words];
}
