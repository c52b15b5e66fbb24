import { type Act, handler, of, onLead, onMatter, pairOf, pick, type Seen } from './given.ts';
import { BODY, CANARY, MEASURE, SUB_KIND } from './wording.ts';

const begin: Act = ({ type }, staff) => ({
  who: type === 'CFS' ? staff.window : staff.prosecutors[0],
  does: type === 'CFS' ? 'intake.receiveLead' : 'intake.registerLead',
  to: undefined,
  with: {
    unit: staff.unit,
    source: { CFS: 'citizen_complaint', IAS: 'own_case', CIR: 'plan' }[type],
    type,
    subKind: SUB_KIND[type],
    title: '生成的事项',
    supervisedBody: BODY[type],
    ...(type === 'CFS' ? { reporter: { kind: 'citizen', name: '马某' } } : {}),
  },
});

/** A plan that the type asks for, by those who handle the matter. */
export function plan(seen: Seen): object {
  const { type, today } = seen;
  return { aim: '查明事实', measures: [MEASURE[type]], team: pairOf(seen), from: today, place: '现场' };
}

/** Acts at the window, at the gate and up to the filing. */
export const actsOfIntake: Readonly<Record<string, Act>> = {
  begin,
  register: onLead('intake.registerReceivedLead', ({ window }) => window, {}),
  screen: onLead('intake.screenLead', ({ window }) => window, { result: 'accept', opinion: '受理' }),
  accept: (seen, staff) => ({
    who: seen.type === 'CIR' ? staff.prosecutors[0] : staff.gate,
    does: 'intake.acceptLead',
    to: seen.lead,
    with: {},
  }),
  rejectLead: onLead('intake.rejectLead', ({ gate }) => gate, { opinion: '不予受理' }),
  assess: onMatter('intake.assessSignificance', handler, (_s, _p, n) => ({
    scores: ['nature', 'extent', 'repetition', 'social_effect', 'need'].map((criterion, at) => ({
      criterion,
      points: n === 8 ? 1 : [28, 20, 15, 13, 5][at],
    })),
  })),
  review: onMatter('intake.reviewFiling', of('head'), (_s, _p, n) => ({ agreed: n % 20 > 0 })),
  file: onMatter('intake.approveFiling', of('chief'), (seen) => ({
    opinion: '同意立案',
    ...(seen.type === 'CIR' ? { plan: plan(seen) } : {}),
  })),
  rejectFiling: onMatter('intake.rejectFiling', of('chief'), () => ({
    outcome: 'not_filed',
    opinion: '不立案',
  })),
  voidNumber: onMatter('intake.voidNumber', of('gate'), () => ({ opinion: '误建' })),
  reassign: onMatter('intake.reassignHandler', of('chief'), (_s, { prosecutors, assistants }, n) => ({
    handler: pick(prosecutors, n, prosecutors[0]),
    assistants: [pick(assistants, n, assistants[0])],
    opinion: '变更',
  })),
  conflict: onMatter(
    'intake.declareConflict',
    (seen, _p, n) => pick(pairOf(seen), n, seen.handler),
    (_s, _p, n) => ({
      conflict: n % 3 === 0,
      ...(n % 3 === 0 ? { ground: 'relative', statement: '近亲属' } : {}),
    }),
  ),
  challenge: onMatter('intake.requestRecusal', of('gate'), (seen, _p, n) => ({
    challenged: pick(pairOf(seen), n, seen.handler),
    by: { kind: 'party', name: '马某' },
    ground: 'relative',
  })),
  decideRecusal: onMatter('intake.decideRecusal', of('chief'), ({ recusals }, _p, n) => ({
    recusal: `RC-${Math.max(1, recusals)}`,
    granted: n % 2 === 0,
    earlierActsStand: true,
    opinion: '决定',
  })),
  tell: onMatter('intake.notifyParty', handler, () => ({
    party: 'reporter',
    about: 'outcome',
    method: 'in_writing',
    content: '告知结果',
  })),
  secret: (_seen, staff) => ({
    who: staff.window,
    does: 'intake.registerLead',
    to: undefined,
    with: {
      unit: staff.unit,
      source: 'own_case',
      title: CANARY,
      supervisedBody: { name: CANARY, kind: 'other' },
      secrecy: 'state_secret',
    },
  }),
};
