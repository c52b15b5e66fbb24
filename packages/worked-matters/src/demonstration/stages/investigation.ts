import type { Office } from '../offices.ts';
import type { Act } from '../story.ts';

function team({ handler, assistant }: Office): readonly string[] {
  return [handler.person, assistant.person];
}

export function planned(office: Office, aim: string): Act {
  return {
    after: 1,
    who: office.handler.person,
    does: 'investigation.approvePlan',
    to: '$matter',
    with: { plan: { aim, measures: ['consult_records', 'interview'], team: team(office) } },
    expect: { events: ['InvestigationPlanApproved'], status: 'investigating' },
  };
}

export function recordsRead(office: Office, finding: string): Act {
  return {
    after: 2,
    who: office.handler.person,
    does: 'investigation.takeMeasure',
    to: '$matter',
    with: { kind: 'consult_records', persons: team(office), finding },
    expect: { events: ['InvestigativeMeasureTaken'], status: 'investigating' },
  };
}

/** The inspection begins at the place. */
export function onSite(office: Office): Act {
  return {
    after: 2,
    who: office.handler.person,
    does: 'investigation.startOnSite',
    to: '$matter',
    with: { team: team(office), announced: true, hotlinePublished: true },
    expect: { events: ['OnSiteStarted'], status: 'investigating' },
  };
}

/** Slight issues: corrected by word of mouth, within seven days. */
export function slightIssues({ handler }: Office, titles: readonly string[]): Act {
  return {
    after: 1,
    who: handler.person,
    does: 'investigation.findIssues',
    to: '$matter',
    with: {
      issues: titles.map((title) => ({
        grade: 'slight',
        title,
        clause: '人民检察院刑事诉讼规则第六百二十四条第一项',
        oralCorrection: { givenTo: '看守所值班所长', content: `口头纠正：${title}，请七日内改正。` },
      })),
    },
    expect: { events: ['IssueFound'], status: 'investigating' },
  };
}

export function reported({ handler }: Office, facts: string, instrument: string): Act {
  return {
    after: 2,
    who: handler.person,
    does: 'investigation.submitReviewReport',
    to: '$matter',
    with: {
      facts,
      law: '人民检察院刑事诉讼规则第五百五十二条',
      conclusion: 'violation',
      proposal: '建议制发监督文书。',
      instruments: [instrument],
    },
    expect: { events: ['ReviewReportSubmitted'], status: 'reviewing' },
  };
}
