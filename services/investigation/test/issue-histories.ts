import { actor, History, onSite, opened, people } from './scene.ts';

/** An inspection under way. */
export const inspected = [opened(), onSite];
export const oral = { givenTo: '看守所值班民警', content: '当场补正登记' };
export const slight = { grade: 'slight', title: '登记簿漏签', clause: '看守所条例', oralCorrection: oral };
export const violation = { grade: 'violation', title: '混关混押', clause: '看守所条例 §14' };
export const crimeLead = { grade: 'crime_lead', title: '移送线索', clause: '刑法' };
/** Two who checked again. */
export const recheck = [people.su.person, people.liu.person];
export const system = actor('su', 'system');
/** How an issue is to end. */
export const end = (issue: string, result = 'corrected') => ({ issue, result, evidence: '复核记录' });

/** An inspection with a slight issue I-1, a violation I-2 and a lead of a crime I-3, found on 2025-08-13. */
export function found(): History {
  const history = new History(...inspected);
  history.do('2025-08-13', 'findIssues', { issues: [slight, violation, crimeLead] });
  return history;
}

/** The same, the violation covered by D-1. */
export function covered(): History {
  const history = found();
  const input = { instrument: 'D-1', kind: 'correction_notice', issues: ['I-2'], issuedOn: '2025-08-22' };
  history.do('2025-08-22', 'coverIssues', input, system);
  return history;
}

/** Disposition says whether issues are put right. */
export function confirm(history: History, day: string, ground: string, corrected: boolean, issues = ['I-2']) {
  const said = issues.map((issue) => ({ issue, corrected }));
  const input = { ground, issues: said, instruments: [], corrected, confirmedOn: day };
  return history.do(day, 'confirmCorrection', input, system);
}
