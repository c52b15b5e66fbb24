/** Words that are nowhere else; they come only under a label that lets nothing in. */
export const CANARY = '白鹭三号方位';

export const BODY = {
  CFS: { name: '乐都公安分局', kind: 'public_security' },
  IAS: { name: '乐都公安分局', kind: 'public_security' },
  CIR: { name: '格尔木市看守所', kind: 'detention_house' },
};
export const KIND = { CFS: 'filing_notice', IAS: 'correction_notice', CIR: 'correction_notice' };
export const OWN_KIND = {
  CFS: 'reason_request_not_filing',
  IAS: 'legality_explanation_request',
  CIR: 'urging_letter',
};
export const MEASURE = { CFS: 'interview', IAS: 'obtain_recordings', CIR: 'view_cells' };
export const RESULT = { CFS: 'filed_upon_supervision', IAS: 'corrected', CIR: 'all_issues_closed' };
export const SUB_KIND = { CFS: 'should_file', IAS: 'general', CIR: 'regular' };
export const ADOPTIONS = [
  'full',
  'full',
  'full',
  'partial',
  'refused',
  'refused_with_reason',
  'perfunctory',
  'none',
];
export const PAPERS = [
  'acceptance_form',
  'lead_materials',
  'significance_form',
  'filing_form',
  'handler_form',
  'recusal_statement',
  'plan',
  'records',
  'review_report',
  'instruments',
  'service_receipts',
  'replies',
  'visit_record',
  'self_check_form',
  'closing_form',
  'contents',
  'note_form',
  'notification_letter',
  'talk_records',
  'issue_list',
  'inspection_report',
  'issue_closing_table',
].map((document) => ({ document, copies: 1 }));
export const PARTS = ['fact', 'law', 'procedure', 'measures', 'instrument', 'effect', 'dossier'];
