import { effect, Matter, opening, staff, system } from './scene.ts';

/** EX-01 up to a day: 城中区院, the police would not file a fraud with 31 victims. */
export function ex01(until = '9999-12-31'): Matter {
  const matter = new Matter(
    'CFS-630103-2025-00017',
    opening('CFS', '630103', '2025-03-14', ['P-630103-li', 'P-630103-cai']),
  );
  const acts: readonly [string, Parameters<Matter['on']>[1], string, object][] = [
    ['2025-03-26', 'P-630103-li', 'orderInstrument', { kind: 'reason_request_not_filing' }],
    [
      '2025-03-26',
      system,
      'issueInstrument',
      { instrument: 'D-1', printedNumber: '城中检说理〔2025〕1号', issuedOn: '2025-03-26' },
    ],
    [
      '2025-03-27',
      'P-630103-zhao',
      'serveInstrument',
      { instrument: 'D-1', method: 'direct', proof: '送达回证' },
    ],
    [
      '2025-04-02',
      'P-630103-zhao',
      'recordReply',
      { instruments: ['D-1'], kind: 'explanation', content: '属经济纠纷' },
    ],
    [
      '2025-04-08',
      system,
      'noteReport',
      { report: 'RR-1', kind: 'review', author: staff('P-630103-li'), submittedOn: '2025-04-08' },
    ],
    [
      '2025-04-09',
      'P-630103-qi',
      'holdJointConference',
      {
        attendees: ['P-630103-li', 'P-630103-cai', 'P-630103-qi', 'P-630103-wei', 'P-630103-shi'],
        inFavour: 5,
        against: 0,
        question: '不立案理由是否成立',
        advice: '理由不能成立，应当通知立案',
      },
    ],
    [
      '2025-04-11',
      'P-630103-bai',
      'makeDecision',
      { outcome: 'instruments', instruments: [{ kind: 'filing_notice' }], opinion: '通知立案' },
    ],
    [
      '2025-04-11',
      system,
      'issueInstrument',
      { instrument: 'D-2', printedNumber: '城中检通立〔2025〕1号', issuedOn: '2025-04-11' },
    ],
    [
      '2025-04-14',
      'P-630103-zhao',
      'serveInstrument',
      { instrument: 'D-2', method: 'direct', proof: '送达回证', evidenceEnclosed: true },
    ],
    [
      '2025-04-25',
      'P-630103-zhao',
      'recordReply',
      { instruments: ['D-2'], kind: 'decision_document', content: '立案决定书' },
    ],
    [
      '2025-04-28',
      system,
      'notePartyNotified',
      { party: 'reporter', about: 'outcome', notifiedOn: '2025-04-28' },
    ],
    [
      '2025-07-28',
      'P-630103-li',
      'actOnFollowUp',
      { act: 'progress_letter', instrument: 'D-2', content: '催办函' },
    ],
    [
      '2025-08-20',
      'P-630103-zhao',
      'recordReply',
      { instruments: ['D-2'], kind: 'progress', content: '已移送起诉' },
    ],
    [
      '2025-08-25',
      'P-630103-li',
      'concludeMatter',
      { result: 'filed_upon_supervision', effect, opinion: '监督立案成功' },
    ],
  ];
  for (const [date, who, command, input] of acts) if (date <= until) matter.on(date, who, command, input);
  return matter;
}

/** EX-02 up to a day: 乐都区院, a correction notice that is not answered, then refused, then backed by the superior. */
export function ex02(until = '9999-12-31'): Matter {
  const matter = new Matter(
    'IAS-630202-2025-00009',
    opening('IAS', '630202', '2025-04-10', ['P-630202-ye', 'P-630202-li']),
  );
  const overdue = { instrument: 'D-1', clock: 'DL-16', due: '2025-05-06', since: '2025-05-07' };
  const acts: readonly [string, Parameters<Matter['on']>[1], string, object][] = [
    [
      '2025-04-17',
      system,
      'noteReport',
      { report: 'RR-1', kind: 'review', author: staff('P-630202-ye'), submittedOn: '2025-04-17' },
    ],
    [
      '2025-04-18',
      'P-630202-duo',
      'makeDecision',
      { outcome: 'instruments', instruments: [{ kind: 'correction_notice' }], opinion: '发出纠正违法通知书' },
    ],
    [
      '2025-04-18',
      system,
      'issueInstrument',
      { instrument: 'D-1', printedNumber: '乐都检纠违〔2025〕1号', issuedOn: '2025-04-18' },
    ],
    [
      '2025-04-21',
      'P-630202-qi',
      'serveInstrument',
      { instrument: 'D-1', method: 'direct', proof: '送达回证' },
    ],
    ['2025-05-07', system, 'recordReplyOverdue', overdue],
    ['2025-05-08', 'P-630202-ye', 'urgeReply', { instrument: 'D-1', content: '督促回复函' }],
    ['2025-05-19', 'P-630202-qi', 'requestReExamination', { instrument: 'D-1', content: '不认可，申请复查' }],
    [
      '2025-05-22',
      'P-630202-duo',
      'decideReExamination',
      { instrument: 'D-1', examiner: 'P-630202-ma2', outcome: 'upheld', opinion: '纠正意见正确' },
    ],
    ['2025-05-22', 'P-630202-ye', 'escalateToSuperior', { instruments: ['D-1'], opinion: '报告海东市院' }],
    ['2025-05-26', 'P-630200-an', 'acceptEscalation', { line: 'criminal_prosecution' }],
    ['2025-06-10', 'P-630200-xie', 'decideSuperiorReview', { outcome: 'correct', opinion: '下级意见正确' }],
    [
      '2025-06-12',
      'P-630200-cai',
      'notifySupervisedSuperior',
      { body: '海东市公安局', content: '建议督促纠正' },
    ],
    [
      '2025-07-01',
      'P-630202-qi',
      'recordReply',
      { instruments: ['D-1'], kind: 'rectification', content: '已纠正，2人提醒谈话' },
    ],
    ['2025-07-03', 'P-630202-ye', 'assessReply', { reply: 'R-1', adoption: 'full', opinion: '全部采纳' }],
    [
      '2025-07-08',
      'P-630202-ye',
      'verifyRectification',
      {
        persons: ['P-630202-ye', 'P-630202-li'],
        instruments: ['D-1'],
        corrected: true,
        finding: '抽查6份讯问录像',
      },
    ],
    ['2025-07-14', 'P-630202-duo', 'concludeMatter', { result: 'corrected', effect, opinion: '办结' }],
  ];
  for (const [date, who, command, input] of acts) if (date <= until) matter.on(date, who, command, input);
  return matter;
}

export { ex06 } from './inspection.ts';
