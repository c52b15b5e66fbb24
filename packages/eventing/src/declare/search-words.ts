const RUN = /\p{Script=Han}+|[\p{L}\p{M}\p{N}]+/gu;
const HAN = /^\p{Script=Han}/u;

/**
 * The words by which documents are found: Latin, Tibetan and other words and numbers as they are, in small letters; Chinese by
 * pairs of neighbouring characters, so that it is searched without knowing where a word ends. A document keeps those of its
 * texts in a list field, a search asks that it holds `all` of those typed.
 */
export function searchWords(text: string): readonly string[] {
  const words = new Set<string>();
  const apart = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/(\p{Script=Han}+)/u)
    .join(' ');
  for (const [run] of apart.matchAll(RUN)) {
    const characters = [...run];
    if (!HAN.test(run) || characters.length === 1) words.add(run);
    else
      for (let at = 0; at + 1 < characters.length; at += 1)
        words.add(`${characters[at]}${characters[at + 1]}`);
  }
  return [...words];
}
