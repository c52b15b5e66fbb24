const WIDE = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

/** Rows of a name and what it came to, under a title. */
export function table(
  title: string,
  rows: readonly (readonly [name: string, value: string | number])[],
): string {
  const width = Math.max(...rows.map(([name]) => widthOf(name)));
  const lines = rows.map(([name, value]) => `  ${name}${' '.repeat(width - widthOf(name))}  ${value}`);
  return [title, ...lines].join('\n');
}
