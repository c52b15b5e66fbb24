import type { Row } from './rows.ts';

/** Where a page comes from. */
export interface PageOf {
  readonly script: string;
  /** The results file beside the page. */
  readonly results: string;
}

const beginning = ({ script, results }: PageOf) => `# Figures

Written by \`npm run ${script} -- --json ${results} --doc\` from the results file beside it; not edited by
hand.
Every figure and its baseline take turns in the same run (A B A B …). \`value\` and \`baseline\` are medians, \`ratio\` is
the median of the ratios of neighbouring turns, \`spread\` is where four in five of the ratios lie (of the values, where
there is no baseline). A figure means nothing without what stands under *Circumstances*.
`;

/** The results as a page of the documentation. */
export function documentOf(rows: readonly Row[], page: PageOf): string {
  const { script } = page;
  const [first] = rows;
  if (first === undefined) return beginning(page);
  const table = [
    '| figure | value | baseline | ratio | spread | runs | goal | met |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map(lineOf),
  ];
  const notes = rows.flatMap(({ id, note }) => (note === null ? [] : [`- \`${id}\`: ${note}`]));
  return [
    beginning(page),
    ...table,
    '',
    ...(notes.length === 0 ? [] : ['## Notes', '', ...notes, '']),
    '## Circumstances',
    '',
    `- date: ${first.date}`,
    `- commit: ${[...new Set(rows.map(({ commit }) => commit))].join(', ')}`,
    `- machine: ${first.machine}`,
    `- durability: ${first.durability}`,
    `- again: \`npm run ${script}\`, or one group of figures with \`npm run ${script} -- --only <first word of its id>\``,
    '',
  ].join('\n');
}

function lineOf(row: Row): string {
  const { id, title, value, unit, baseline, baselineTitle, ratio, spread, runs, goal, met } = row;
  const cells = [
    `\`${id}\`<br>${title.zh}<br>${title.en}`,
    value === null ? 'not measured' : `${shown(value)} ${unit}`,
    baseline === null
      ? ''
      : `${shown(baseline)} ${unit}<br>${baselineTitle?.zh ?? ''}<br>${baselineTitle?.en ?? ''}`,
    shown(ratio),
    spread === null ? '' : `${shown(spread.low)} – ${shown(spread.high)}`,
    String(runs),
    goal ?? '',
    met === null ? '' : met ? 'yes' : '**no**',
  ];
  return `| ${cells.join(' | ')} |`;
}

function shown(value: number | null): string {
  return value === null ? '' : value.toLocaleString('en-GB', { maximumFractionDigits: 3 });
}
