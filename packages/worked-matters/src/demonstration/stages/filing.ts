import type { Office } from '../offices.ts';
import type { Act } from '../story.ts';

/** Points by criterion: major from 60 on (DOMAIN §2.1). */
interface Points {
  readonly nature: number;
  readonly extent: number;
  readonly repetition: number;
  readonly social_effect: number;
}

export function weighed({ handler }: Office, points: Points, opinion: string): Act {
  return {
    after: 1,
    who: handler.person,
    does: 'intake.assessSignificance',
    to: '$matter',
    with: {
      scores: Object.entries({ ...points, need: 5 }).map(([criterion, given]) => ({
        criterion,
        points: given,
      })),
      opinion,
    },
    expect: { events: ['SignificanceAssessed'], status: 'accepted' },
  };
}

/** Weighed and found major. */
export function foundMajor(office: Office, opinion: string): Act {
  return weighed(office, { nature: 26, extent: 14, repetition: 18, social_effect: 12 }, opinion);
}

export function reviewedForFiling({ head }: Office): Act {
  return {
    after: 1,
    who: head,
    does: 'intake.reviewFiling',
    to: '$matter',
    with: { agreed: true, opinion: '同意立案。' },
    expect: { events: ['FilingReviewed'], status: 'accepted' },
  };
}

export function filed({ chief }: Office): Act {
  return {
    after: 1,
    who: chief,
    does: 'intake.approveFiling',
    to: '$matter',
    with: { opinion: '同意立案监督。' },
    expect: { events: ['VerificationOpened', 'DisposalOpened'], status: 'filed' },
  };
}

/** Not major: it goes on as a light task (办事). */
export function leftAsTask({ chief }: Office, opinion: string): Act {
  return {
    after: 1,
    who: chief,
    does: 'intake.rejectFiling',
    to: '$matter',
    with: { outcome: 'task', opinion },
    expect: { events: ['FilingRejected'], status: 'task' },
  };
}

/** A matter of the annual plan is major by its kind and filed with its plan. */
export function filedWithPlan({ chief, handler, assistant }: Office, place: string): Act {
  return {
    after: 1,
    who: chief,
    does: 'intake.approveFiling',
    to: '$matter',
    with: {
      opinion: '批准方案。',
      plan: {
        aim: '检查监管执法、被监管人权利保障、监管安全',
        measures: ['view_cells', 'custody_talk', 'consult_records'],
        team: [handler.person, assistant.person],
        place,
      },
    },
    expect: { events: ['VerificationOpened', 'DisposalOpened'], status: 'filed' },
  };
}
