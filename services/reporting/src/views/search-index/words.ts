const RUNS = /\p{Script=Han}+|[\p{L}\p{M}\p{N}]+/gu;
const HAN = /^\p{Script=Han}/u;

/** Two neighbouring characters at a time: Chinese is searched without knowing where a word ends. */
function pairs(run: string): readonly string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((next, index) => `${characters[index]}${next}`);
}

/** Words for searching: Latin, Tibetan and other words and numbers as they are, Chinese by pairs of characters. */
export function wordsOf(text: string): readonly string[] {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/(\p{Script=Han}+)/u)
      .join(' ')
      .match(RUNS) ?? [];
  return [...new Set(runs.flatMap((run) => (HAN.test(run) ? pairs(run) : [run])))];
}
