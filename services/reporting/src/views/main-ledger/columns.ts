import { gradeScheme, leadSourceOf, matterTypes, secrecyLabels, statusOf } from '@jiandu/catalogue';
import type { Bilingual, Directory } from '@jiandu/eventing';
import type { LedgerInstrument, LedgerRow } from './row.ts';
import {
  ADOPTIONS,
  BODY_KINDS,
  DECIDERS,
  FUNCTIONS,
  LINES,
  ORIGINS,
  REMEDIES,
  RETENTIONS,
  said,
  TRACKS,
} from './words.ts';

/** One column of the ledger as people get it. */
export interface Column {
  readonly title: Bilingual;
  cell(row: LedgerRow, directory: Directory): string | number | null | undefined;
}

/** Texts of one instrument field, one after the other in the order of the instruments. */
function each(field: (instrument: LedgerInstrument) => string | number | undefined): Column['cell'] {
  return ({ instruments }) => instruments.map((instrument) => field(instrument) ?? '—').join('；');
}

function typeTitle(code: string): string {
  return matterTypes.find((type) => type.code === code)?.title.zh ?? code;
}

function gradeTitle({ gradeScheme: scheme }: LedgerRow, code: string | null): string | null {
  const grades = scheme === null ? [] : (gradeScheme(scheme)?.grades ?? []);
  return grades.find((each) => each.code === code)?.title.zh ?? code;
}

function unitName(code: string | null, directory: Directory): string | null {
  return code === null ? null : (directory.unit(code)?.nameZh ?? code);
}

function resultTitle(type: string, code: string | null): string | null {
  const results = matterTypes.find((each) => each.code === type)?.conclusion.results ?? [];
  return results.find((each) => each.code === code)?.title.zh ?? code;
}

function column(zh: string, en: string, cell: Column['cell']): Column {
  return { title: { zh, en }, cell };
}

/** The columns of DOMAIN §5.5 in their order, after the row's running number. */
export const columns: readonly Column[] = [
  column('事项编号', 'Matter', ({ id }) => id),
  column('院', 'Unit', ({ unit }, directory) => unitName(unit, directory)),
  column('条线', 'Line', ({ line }) => said(LINES, line)),
  column('四大检察类别', 'Function', (row) => said(FUNCTIONS, row.function)),
  column('事项类型', 'Type', ({ type }) => typeTitle(type)),
  column('状态', 'Status', ({ status }) => statusOf(status)?.title.zh ?? status),
  column('线索编号', 'Lead', ({ lead }) => lead),
  column('线索来源', 'Source', ({ source }) => leadSourceOf(source)?.title.zh ?? source),
  column('依职权/依申请/移送', 'Origin', ({ origin }) => said(ORIGINS, origin)),
  column('发现日期', 'Discovered', ({ discoveredOn }) => discoveredOn),
  column('受理日期', 'Accepted', ({ acceptedOn }) => acceptedOn),
  column('重大性得分', 'Significance', ({ score }) => score),
  column('否决项', 'Vetoes', ({ vetoes }) => vetoes.join('；')),
  column('轨道', 'Track', ({ track }) => said(TRACKS, track)),
  column('立案日期', 'Filed', ({ filedOn }) => filedOn),
  column('批准人', 'Approved by', ({ approvedBy }) => approvedBy),
  column('承办检察官', 'Handler', ({ handler }) => handler?.name),
  column('办案组', 'Group', ({ group }) => group.join('、')),
  column('回避情况', 'Recusals', ({ recusals, recusalsGranted }) =>
    recusals === 0 ? '无' : `申请${recusals}，同意${recusalsGranted}`,
  ),
  column('被监督单位', 'Supervised body', ({ bodyName }) => bodyName),
  column('单位类别', 'Kind of body', ({ bodyKind }) => said(BODY_KINDS, bodyKind)),
  column('违法/问题条款', 'Clause', ({ clause }) => clause),
  column('调查措施数', 'Measures', ({ measures }) => measures),
  column('问题数', 'Issues', ({ issues }) => issues),
  column('已销号', 'Issues closed', ({ issuesClosed }) => issuesClosed),
  column('审查报告日期', 'Report', ({ reportOn }) => reportOn),
  column('决定主体', 'Decided by', ({ decidedBy }) => said(DECIDERS, decidedBy)),
  column('决定日期', 'Decided', ({ decidedOn }) => decidedOn),
  column(
    '文书种类',
    'Instruments',
    each(({ title }) => title),
  ),
  column(
    '文号',
    'Printed numbers',
    each(({ printedNumber }) => printedNumber),
  ),
  column(
    '送达日期',
    'Served',
    each(({ servedOn }) => servedOn),
  ),
  column(
    '回复期限',
    'Reply due',
    each(({ replyDue }) => replyDue),
  ),
  column(
    '回复日期',
    'Answered',
    each(({ answeredOn }) => answeredOn),
  ),
  column(
    '逾期天数',
    'Days late',
    each(({ daysLate }) => daysLate),
  ),
  column(
    '回复评价',
    'Adoption',
    each(({ adoption }) => said(ADOPTIONS, adoption)),
  ),
  column(
    '复查/复议/复核结果',
    'Remedy',
    each(({ remedy }) => said(REMEDIES, remedy)),
  ),
  column('上报层级', 'Escalated to', ({ escalatedTo }, directory) => unitName(escalatedTo, directory)),
  column('整改核实日期', 'Rectification verified', ({ rectifiedOn }) => rectifiedOn),
  column('效果：人数', 'Effect: persons', ({ effectPersons }) => effectPersons),
  column('效果：金额（元）', 'Effect: yuan', ({ effectAmount }) => effectAmount),
  column('效果：制度', 'Effect: rules', ({ effectRules }) => effectRules),
  column('结果', 'Result', ({ result, type }) => resultTitle(type, result)),
  column('办结日期', 'Concluded', ({ concludedOn }) => concludedOn),
  column('办理天数（扣除）', 'Days (net)', ({ handlingDays }) => handlingDays),
  column('延长次数', 'Extensions', ({ extensions }) => extensions),
  column('自查结果', 'Self-check', (row) => gradeTitle(row, row.selfCheck)),
  column('评查等次', 'Grade', (row) => gradeTitle(row, row.grade)),
  column('归档日期', 'Archived', ({ archivedOn }) => archivedOn),
  column('保管期限', 'Retention', ({ retention }) => said(RETENTIONS, retention)),
  column('关联事项', 'Related', ({ related }) => related.join('；')),
  column(
    '密级',
    'Secrecy',
    ({ secrecy }) => secrecyLabels.find(({ code }) => code === secrecy)?.title.zh ?? secrecy,
  ),
  column('备注', 'Remarks', ({ remarks }) => remarks),
];
