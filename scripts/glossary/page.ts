import {
  catalogueVersion,
  deadlineRules,
  deadlinesVersion,
  documentKinds,
  glossary,
  lawSources,
  matterTypes,
  roles,
  secrecyLabels,
  stages,
  statuses,
} from '@jiandu/catalogue';
import { lengthInWords } from '@jiandu/clocks';

interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What the mark behind a rule means: found, taken from a template, or a default of the platform. */
const TAGS: Readonly<Record<'F' | 'T' | 'O', string>> = {
  F: '有据 / found',
  T: '范本 / template',
  O: '平台默认 / default',
};

const PREFACE = `# 术语表 · Glossary

<!-- Generated from the catalogue by \`npm run glossary\`; edit the data in packages/catalogue, not this page. -->

由制度目录生成：制度目录 ${catalogueVersion.version}，期限表 ${deadlinesVersion}。修改数据后执行 \`npm run glossary\`。

Generated from the catalogue: catalogue ${catalogueVersion.version}, table of clocks ${deadlinesVersion}. After a change of the data
run \`npm run glossary\`; a test fails while page and data differ.`;

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function section(title: Bilingual, told: Bilingual, body: string): string {
  return `## ${title.zh} · ${title.en}\n\n${told.zh}\n\n${told.en}\n\n${body}`;
}

function coded(code: string | undefined): string {
  return code === undefined ? '' : `\`${code}\``;
}

function terms(): string {
  const told = { zh: '业务用语与代码中的名称。', en: 'Words of the field and their names in the code.' };
  const rows = glossary.map(({ zh, en, code, meaning = '' }) => [zh, en, coded(code), meaning]);
  return section({ zh: '用语', en: 'Terms' }, told, table(['中文', 'English', 'code', 'meaning'], rows));
}

function types(): string {
  const told = { zh: '现已启用的事项类型及其文书。', en: 'Types of matter in use, with their instruments.' };
  const rows = matterTypes.map(({ code, title, basis, instruments }) => [
    coded(code),
    title.zh,
    title.en,
    instruments.map((each) => `${each.title.zh} / ${each.title.en}`).join('；'),
    basis.join('；'),
  ]);
  const head = ['code', '类型', 'Type', '文书 / Instruments', '依据 / Basis'];
  return section({ zh: '事项类型', en: 'Types of matter' }, told, table(head, rows));
}

function standings(): string {
  const told = { zh: '按办理进程排列。', en: 'In the order of progress.' };
  const stageOf = new Map(stages.map(({ code, title }) => [code, `${title.zh} / ${title.en}`]));
  const rows = statuses.map(({ code, title, stage }) => [
    coded(code),
    title.zh,
    title.en,
    stageOf.get(stage) ?? stage,
  ]);
  return section(
    { zh: '状态', en: 'Statuses' },
    told,
    table(['code', '状态', 'Status', '阶段 / Stage'], rows),
  );
}

function people(): string {
  const told = { zh: '谁做什么。', en: 'Who does what.' };
  const rows = roles.map(({ code, title, acts }) => [coded(code), title.zh, title.en, acts.zh, acts.en]);
  return section(
    { zh: '角色', en: 'Roles' },
    told,
    table(['code', '角色', 'Role', '职责', 'What they do'], rows),
  );
}

function secrecy(): string {
  const told = {
    zh: '国家秘密不在其中：本平台拒收，不留存任何内容。',
    en: 'State secrets are not among them: the platform refuses them and keeps nothing of them.',
  };
  const rows = secrecyLabels.map(({ code, title, access }) => [
    coded(code),
    title.zh,
    title.en,
    access.zh,
    access.en,
  ]);
  const head = ['code', '标识', 'Label', '谁可以看', 'Who may see'];
  return section({ zh: '知悉范围', en: 'Secrecy labels' }, told, table(head, rows));
}

function clocks(): string {
  const told = {
    zh: '期间开始之日不计入；来源一栏区分法定与平台默认。',
    en: 'The day on which a period begins is not counted; the last column tells law from defaults.',
  };
  const rows = deadlineRules.map(({ id, variant, title, obliged, length, source, tag }) => {
    const words = lengthInWords(length);
    const name = variant === undefined ? `\`${id}\`` : `\`${id}\` \`${variant}\``;
    return [name, title.zh, title.en, `${words.zh} / ${words.en}`, obliged.zh, source, TAGS[tag]];
  });
  const head = ['id', '期限', 'Clock', '长度 / Length', '义务人', '依据 / Source', '来源'];
  return section({ zh: '期限', en: 'Clocks' }, told, table(head, rows));
}

function papers(): string {
  const told = { zh: '卷宗材料的种类。', en: 'Kinds of papers in a dossier.' };
  const volumes = { main: '正卷 / main', inner: '内卷 / inner' };
  const rows = documentKinds.map(({ code, title, volume }) => [
    coded(code),
    title.zh,
    title.en,
    volumes[volume],
  ]);
  return section(
    { zh: '卷宗材料', en: 'Papers' },
    told,
    table(['code', '材料', 'Paper', '卷 / Volume'], rows),
  );
}

function laws(): string {
  const told = {
    zh: '引用写作“S2 §161”，即下表 S2 的第一百六十一条。',
    en: '“S2 §161” in code, answers and ledgers is article 161 of the source S2 below.',
  };
  const rows = lawSources.map(({ id, title, issue, inForce = '' }) => [
    coded(id),
    title.zh,
    title.en,
    issue,
    inForce,
  ]);
  const head = ['id', '规范', 'Law or rule', '文号 / Issue', '施行 / In force'];
  return section({ zh: '依据', en: 'Laws and rules cited' }, told, table(head, rows));
}

/** The whole page: terms, types, statuses, roles, labels, clocks, papers and laws, as the catalogue has them. */
export function glossaryPage(): string {
  const parts = [PREFACE, terms(), types(), standings(), people(), secrecy(), clocks(), papers(), laws()];
  return `${parts.join('\n\n')}\n`;
}
