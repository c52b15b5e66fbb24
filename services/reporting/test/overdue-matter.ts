import { Log } from './log.ts';
import { clock, IAS, order, police, profile, provenance } from './matters.ts';

const ye = { person: 'P-630202-ye', name: '冶某', unit: '630202' };
const li = { person: 'P-630202-li', name: '李某', unit: '630202' };

/** EX-02: a correction notice is overdue, refused, upheld by the superior, and acted on at last. */
export function tellOverdueMatter(log = new Log(), matter = IAS): Log {
  const m = `intake.matter-${matter}`;
  const v = `investigation.verification-${matter}`;
  const d = `disposition.disposal-${matter}`;
  const notice = order('D-1', 'correction_notice', '纠正违法通知书');
  const lead = 'intake.lead-L-630202-2025-7K3M9Q2X';
  log.say(lead, 'LeadRegistered', '2025-04-08', {
    unit: '630202',
    source: 'own_case',
    title: '讯问未录音录像',
    supervisedBody: police,
    reporter: { kind: 'citizen', name: '金丝雀', phone: '13900000000' },
    statement: '金丝雀的原话',
  });
  log.say(m, 'MatterAccepted', '2025-04-08', {
    acceptedOn: '2025-04-08',
    profile: profile('IAS', '630202'),
    provenance: provenance(),
    clocks: [clock('DL-54', matter, '2025-04-08', '2025-04-23')],
  });
  log.say(m, 'HandlerAssigned', '2025-04-08', {
    handler: ye,
    assistants: [li],
    method: 'random',
    seed: 'e-2',
    candidates: [ye],
  });
  log.say(m, 'SignificanceAssessed', '2025-04-09', {
    score: 71,
    threshold: 60,
    scores: [],
    vetoes: [],
    major: true,
  });
  log.say(
    m,
    'FilingApproved',
    '2025-04-10',
    {
      filedOn: '2025-04-10',
      basis: 'score',
      score: 71,
      profile: profile('IAS', '630202'),
      provenance: provenance(),
      handler: ye,
      assistants: [li],
      clocksMet: [{ clock: 'DL-54', subject: matter }],
    },
    { name: '多某', role: 'chief' },
  );
  log.say(v, 'InvestigativeMeasureTaken', '2025-04-14', {
    measure: 'M-1',
    kind: 'obtain_recordings',
    persons: [ye, li],
    takenOn: '2025-04-14',
    finding: '三次讯问没有录音录像',
    heard: { count: 2, kinds: ['officer'], names: '金丝雀甲、金丝雀乙' },
  });
  log.say(v, 'ReviewReportSubmitted', '2025-04-17', {
    report: 'RR-1',
    kind: 'review',
    submittedOn: '2025-04-17',
    facts: '查明的事实',
    law: '适用的法律',
    conclusion: 'violation',
    proposal: '书面纠正',
  });
  log.say(
    d,
    'DecisionMade',
    '2025-04-18',
    {
      decision: 'DC-1',
      body: 'chief',
      outcome: 'instruments',
      instruments: [notice],
      opinion: '同意',
      decidedOn: '2025-04-18',
      vote: { members: 7, present: 5, inFavour: 5, against: 0 },
    },
    { name: '多某', role: 'chief' },
  );
  log.say(d, 'InstrumentIssued', '2025-04-18', {
    ...notice,
    printedNumber: '乐都检纠违〔2025〕3号',
    issuedOn: '2025-04-18',
    decision: 'DC-1',
    replyClock: { clock: 'DL-16' },
    recordFiling: false,
  });
  log.say(d, 'InstrumentServed', '2025-04-21', {
    instrument: 'D-1',
    method: 'direct',
    servedOn: '2025-04-21',
    receivedBy: '金丝雀签收',
    proof: '送达回证',
    clocks: [clock('DL-16', 'D-1', '2025-04-21', '2025-05-06')],
  });
  const timer = `disposition.deadline-${matter}/D-1/DL-16`;
  const running = { key: matter, unit: '630202', clock: 'DL-16', subject: 'D-1', due: '2025-05-06' };
  log.say(timer, 'DeadlineWarned', '2025-04-29', { ...running, daysLeft: 7, warnedOn: '2025-04-29' });
  log.say(timer, 'DeadlineMissed', '2025-05-07', { ...running, since: '2025-05-07' });
  log.say(d, 'ReplyOverdue', '2025-05-07', {
    instrument: 'D-1',
    clock: 'DL-16',
    due: '2025-05-06',
    since: '2025-05-07',
  });
  log.say(d, 'ReplyUrged', '2025-05-08', {
    instrument: 'D-1',
    ground: 'overdue',
    urgedOn: '2025-05-08',
    clocks: [clock('DL-56', 'D-1', '2025-05-08', '2025-05-19')],
  });
  log.say(d, 'ReExaminationRequested', '2025-05-19', {
    instrument: 'D-1',
    remedy: 're_examination',
    by: police,
    receivedOn: '2025-05-19',
    enteredFrom: 'paper',
    content: '不认可',
    clocks: [clock('DL-17', 'D-1', '2025-05-19', '2025-05-26')],
    clocksMet: [
      { clock: 'DL-16', subject: 'D-1' },
      { clock: 'DL-56', subject: 'D-1' },
    ],
  });
  log.say(d, 'ReExaminationDecided', '2025-05-22', {
    instrument: 'D-1',
    examiner: li,
    outcome: 'upheld',
    opinion: '纠正意见正确',
    notifiedOn: '2025-05-22',
    clocksMet: [{ clock: 'DL-17', subject: 'D-1' }],
  });
  log.say(d, 'EscalatedToSuperior', '2025-05-22', {
    escalation: 'E-1',
    superior: '630200',
    instruments: ['D-1'],
    ground: 're_examination_upheld',
    opinion: '报请支持',
    escalatedOn: '2025-05-22',
  });
  log.say(d, 'ReplyReceived', '2025-07-01', {
    reply: 'R-1',
    instruments: ['D-1'],
    from: police,
    kind: 'rectification',
    receivedOn: '2025-07-01',
    enteredFrom: 'paper',
    content: '已纠正',
  });
  log.say(d, 'ReplyAssessed', '2025-07-03', {
    reply: 'R-1',
    instruments: ['D-1'],
    adoption: 'full',
    opinion: '全部采纳',
    assessedOn: '2025-07-03',
    confirmationNeeded: false,
  });
  log.say(d, 'RectificationVerified', '2025-07-08', {
    persons: [ye, li],
    verifiedOn: '2025-07-08',
    instruments: ['D-1'],
    issues: [],
    corrected: true,
    finding: '抽查六份讯问录像',
  });
  log.say(
    d,
    'MatterConcluded',
    '2025-07-14',
    {
      result: 'corrected',
      effect: { obtained: true, evidence: '谈话记录', persons: 2 },
      concludedOn: '2025-07-14',
      opinion: '办结',
    },
    { name: '多某', role: 'chief' },
  );
  log.say(`assessment.qualityCheck-${matter}`, 'SelfChecked', '2025-07-16', {
    scheme: 'scheme-2017',
    answers: [],
    proposedGrade: 'qualified',
    checkedOn: '2025-07-16',
  });
  log.say(d, 'DossierArchived', '2025-07-25', { archivedOn: '2025-07-25', retention: 'long' });
  return log;
}
