import { envelopeJsonSchema } from '@jiandu/contracts';
import { OPEN_TOPIC, topicOf } from '@jiandu/eventing';
import { fieldRows } from './page-fields.ts';
import { PREFACE, READING } from './page-texts.ts';
import { type PublishedEvent, publishedEvents, schemaFilesOf } from './published.ts';
import { channelTitles, serviceName } from './topics.ts';

const SERVICES = [...new Set(publishedEvents.map(({ service }) => service))];

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function topics(): string {
  const rows = [...SERVICES.map(topicOf), OPEN_TOPIC].map((topic) => {
    const { title, description } = channelTitles(topic);
    return [`\`${topic}\``, title.zh, title.en, `${description.zh} / ${description.en}`];
  });
  return `## 主题 · Topics\n\n${table(['topic', '内容', 'Content', '读者 / Readers'], rows)}`;
}

function envelope(): string {
  const head = ['属性 / attribute', '类型 / type', '必有 / always', '含义 / meaning'];
  return `## 信封 · Envelope\n\n${table(head, fieldRows(envelopeJsonSchema()))}`;
}

const ON_OPEN = {
  whole: `\`${OPEN_TOPIC}\``,
  shortened: `\`${OPEN_TOPIC}\`（不含内卷字段 / without the inner volume）`,
  never: '不对外 / kept inside',
};

function entry(event: PublishedEvent): string {
  const { type, title, occasion, service, schemas, example, open } = event;
  const links = schemaFilesOf(event)
    .map(({ version, shortened, file }) => `[v${version}${shortened ? ' open' : ''}](${file})`)
    .join(' ');
  const fields = fieldRows(schemas.at(-1) ?? {});
  const head = ['字段 / field', '类型 / type', '必有 / always', '含义 / meaning'];
  return [
    `### ${type}`,
    `**${title.zh} · ${title.en}**`,
    `${occasion.zh}<br>${occasion.en}`,
    `发布 / published by: \`${topicOf(service)}\` · 分析 / analysts: ${ON_OPEN[open]} · JSON Schema: ${links}`,
    table(head, fields),
    '<details><summary>示例 / example</summary>',
    `\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``,
    '</details>',
  ].join('\n\n');
}

function contents(): string {
  const rows = publishedEvents.map(({ type, title, service }) => [
    `[${type}](#${type.toLowerCase()})`,
    title.zh,
    title.en,
    serviceName(service).zh,
  ]);
  return `## 目录 · Contents\n\n${table(['event', '事件', 'Event', '服务'], rows)}`;
}

function ofService(service: string): string {
  const { zh, en } = serviceName(service);
  const entries = publishedEvents.filter((each) => each.service === service).map(entry);
  return [`## ${zh} · ${en}`, ...entries].join('\n\n');
}

/** The catalogue of events as a page: topics, envelope, how to read, and every event with its fields and an example. */
export function eventsPage(): string {
  const parts = [PREFACE, topics(), READING, envelope(), contents(), ...SERVICES.map(ofService)];
  return `${parts.join('\n\n')}\n`;
}
