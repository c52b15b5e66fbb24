import { soundSelfCheck } from '../../matters/self-check.ts';
import type { Office } from '../offices.ts';
import type { Act } from '../story.ts';

export function concluded({ chief }: Office): Act {
  return {
    after: 1,
    who: chief,
    does: 'disposition.concludeMatter',
    to: '$matter',
    with: {
      result: 'corrected',
      effect: { obtained: true, evidence: '整改情况报告、回头看记录' },
      opinion: '违法已纠正，办结。',
    },
    expect: { events: ['MatterConcluded'], status: 'concluded' },
  };
}

export function selfChecked({ handler }: Office): Act {
  return {
    after: 1,
    who: handler.person,
    does: 'assessment.selfCheck',
    to: '$matter',
    with: soundSelfCheck,
    expect: { events: ['SelfChecked'], status: 'concluded' },
  };
}

const DOSSIER = [
  'acceptance_form',
  'lead_materials',
  'significance_form',
  'filing_form',
  'handler_form',
  'recusal_statement',
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
];

export function archived({ archivist }: Office): Act {
  return {
    after: 2,
    who: archivist,
    does: 'disposition.archiveDossier',
    to: '$matter',
    with: { volumes: 1, pages: 64, documents: DOSSIER.map((document) => ({ document, copies: 1 })) },
    expect: { events: ['DossierArchived'], status: 'archived' },
  };
}
