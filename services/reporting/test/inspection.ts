import { Log } from './log.ts';
import { CIR, clock, order, police, profile, provenance } from './matters.ts';

const su = { person: 'P-632800-su', name: '苏某', unit: '632800' };
const liu = { person: 'P-632800-liu', name: '刘某', unit: '632800' };

function found(issue: string, grade: string, response: string) {
  return {
    issue,
    grade,
    response,
    title: `问题${issue}`,
    clause: 'S2 §624',
    body: police,
    foundOn: '2025-08-13',
  };
}

/** The middle of EX-06: an inspection whose findings stand at different stages. */
export function tellInspection(log = new Log(), matter = CIR): Log {
  const m = `intake.matter-${matter}`;
  const v = `investigation.verification-${matter}`;
  const d = `disposition.disposal-${matter}`;
  const about = profile('CIR', '632800', { title: '看守所常规巡回检察' });
  const plan = { aim: '巡回检察方案', measures: ['cell_visit'], team: [su, liu] };
  log.say(m, 'MatterAccepted', '2025-08-04', {
    acceptedOn: '2025-08-04',
    profile: about,
    provenance: provenance({ source: 'plan', discoveredOn: '2025-08-04' }),
  });
  log.say(m, 'HandlerAssigned', '2025-08-04', {
    handler: su,
    assistants: [liu],
    method: 'random',
    candidates: [su],
  });
  log.say(m, 'FilingApproved', '2025-08-06', {
    filedOn: '2025-08-06',
    basis: 'kind',
    profile: about,
    provenance: provenance({ source: 'plan' }),
    handler: su,
    assistants: [liu],
    plan,
  });
  log.say(v, 'OnSiteStarted', '2025-08-11', {
    place: '格尔木市看守所',
    team: [su, liu],
    startedOn: '2025-08-11',
    announced: true,
  });
  log.say(v, 'IssueFound', '2025-08-13', {
    ...found('I-1', 'slight', 'oral_correction'),
    clocks: [clock('DL-18', 'I-1', '2025-08-13', '2025-08-20')],
  });
  log.say(v, 'IssueFound', '2025-08-14', found('I-2', 'violation', 'written_correction'));
  log.say(v, 'IssueFound', '2025-08-15', found('I-3', 'crime_lead', 'transfer'));
  log.say(v, 'IssueTransferred', '2025-08-15', {
    issue: 'I-3',
    lead: 'L-632800-2025-SECRET01',
    transferredOn: '2025-08-15',
    secrecy: 'restricted',
  });
  const notice = order('D-1', 'correction_notice', '纠正违法通知书', ['I-2']);
  log.say(d, 'DecisionMade', '2025-08-22', {
    decision: 'DC-1',
    body: 'chief',
    outcome: 'instruments',
    instruments: [notice],
    opinion: '同意',
    decidedOn: '2025-08-22',
  });
  log.say(d, 'InstrumentIssued', '2025-08-22', {
    ...notice,
    printedNumber: '海西检纠违〔2025〕5号',
    issuedOn: '2025-08-22',
    replyClock: { clock: 'DL-16' },
    recordFiling: false,
  });
  log.say(d, 'InstrumentServed', '2025-08-25', {
    instrument: 'D-1',
    method: 'direct',
    servedOn: '2025-08-25',
    proof: '送达回证',
    clocks: [clock('DL-16', 'D-1', '2025-08-25', '2025-09-09')],
  });
  return log;
}
