import type { Answered, Fact } from '@jiandu/eventing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type VerificationCard, verificationCard } from '../src/views/card-shape.ts';
import { House } from './house.ts';
import { matter, member, people, plan, profile } from './scene.ts';

const inIntake = `intake.matter-${matter}`;
const inDisposal = `disposition.disposal-${matter}`;
const body = profile.supervisedBody;
const team = [people.su.person, people.liu.person];
const lead = 'L-632800-2025-9K3M9Q2X';

function finding(grade: string, title: string) {
  const oral = grade === 'slight' ? { oralCorrection: { givenTo: '值班民警', content: '当场纠正' } } : {};
  return { grade, title, clause: '看守所条例', ...oral };
}

function issued(instrument: string, kind: string, issues: readonly string[]): Fact {
  const word = kind === 'recommendation' ? '检建' : '纠违';
  return {
    type: 'InstrumentIssued',
    data: {
      instrument,
      kind,
      title: '监督文书',
      addressee: body,
      issues,
      severity: 'ordinary',
      printedNumber: `海西检${word}〔2025〕${instrument.slice(2)}号`,
      issuedOn: '2025-08-22',
      recordFiling: false,
    },
  };
}

function served(instrument: string): Fact {
  return {
    type: 'InstrumentServed',
    data: { instrument, method: 'direct', servedOn: '2025-08-25', proof: '送达回证' },
  };
}

function verified(day: string, found: Readonly<Record<string, boolean>>): Fact {
  const issues = Object.entries(found).map(([issue, corrected]) => ({ issue, corrected }));
  const corrected = issues.every((each) => each.corrected);
  return {
    type: 'RectificationVerified',
    data: {
      persons: [member('su'), member('liu')],
      verifiedOn: day,
      instruments: ['D-1', 'D-2', 'D-3'],
      issues,
      corrected,
      finding: '回头看',
    },
  };
}

function close(issues: readonly string[], result = 'corrected') {
  return issues.map((issue) => ({ issue, result, evidence: '销号材料' }));
}

function shown(answer: Answered): VerificationCard & { readonly etag: string } {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return verificationCard.extend({ etag: verificationCard.shape.id }).parse(answer.value);
}

/** The inspection of EX-06: one matter, nine issues, each with an end of its own. */
describe('an inspection of a detention house', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open();
    await house.said('2025-08-06', inIntake, {
      type: 'FilingApproved',
      data: {
        filedOn: '2025-08-06',
        basis: 'kind',
        profile,
        provenance: {
          source: 'plan',
          origin: 'own_motion',
          discoveredOn: '2025-08-04',
          discoverers: [member('su')],
        },
        handler: member('su'),
        assistants: [member('liu')],
        plan,
      },
    });
    await house.do('2025-08-11', 'startOnSite', { team, announced: true, hotlinePublished: true });
    const visit = { kind: 'view_cells', persons: team, finding: '查看监室、会见室' };
    const talks = {
      ...visit,
      kind: 'custody_talk',
      heard: { count: 18, kinds: ['detainee'], names: '扎某等' },
    };
    await house.do('2025-08-12', 'takeMeasure', visit);
    await house.do('2025-08-12', 'takeMeasure', { ...talks, questionnaires: 40, finding: '谈话18人' });
    const slight = ['登记漏签', '交接不全', '会见超时', '器材未检'].map((title) => finding('slight', title));
    await house.do('2025-08-13', 'findIssues', { issues: slight });
    const violations = ['混关混押', '超期换押', '未告知权利'].map((title) => finding('violation', title));
    await house.do('2025-08-14', 'findIssues', { issues: violations });
    const grave = [finding('hazard', '监控盲区'), finding('crime_lead', '移送线索')];
    await house.do('2025-08-15', 'findIssues', { issues: grave });
    await house.said('2025-08-15', `intake.lead-${lead}`, {
      type: 'LeadTransferred',
      data: {
        toUnit: '632800',
        opinion: '按规定移送',
        transferredOn: '2025-08-15',
        fromIssue: { matter, issue: 'I-9' },
        secrecy: 'restricted',
      },
    });
    await house.do('2025-08-20', 'closeIssues', { issues: close(['I-1', 'I-2', 'I-3']), checkedBy: team });
    await house.said('2025-08-21', `disposition.deadline-${matter}:DL-18:I-4`, {
      type: 'DeadlineMissed',
      data: {
        key: matter,
        unit: '632800',
        clock: 'DL-18',
        subject: 'I-4',
        due: '2025-08-20',
        since: '2025-08-21',
      },
    });
    await house.said('2025-08-22', inDisposal, issued('D-1', 'correction_notice', ['I-4']));
    await house.said('2025-08-22', inDisposal, issued('D-2', 'correction_notice', ['I-5', 'I-6', 'I-7']));
    await house.said('2025-08-22', inDisposal, issued('D-3', 'recommendation', ['I-8']));
    for (const instrument of ['D-1', 'D-2', 'D-3'])
      await house.said('2025-08-25', inDisposal, served(instrument));
    const report = {
      facts: '九个问题',
      law: '规则第六百二十四条',
      conclusion: 'violation',
      proposal: '分级处理',
    };
    await house.do('2025-09-01', 'submitReviewReport', report);
    await house.said(
      '2025-09-18',
      inDisposal,
      verified('2025-09-18', { 'I-4': true, 'I-5': true, 'I-6': false, 'I-7': true }),
    );
    await house.said('2025-09-19', inDisposal, {
      type: 'ReplyAssessed',
      data: {
        reply: 'R-1',
        instruments: ['D-2'],
        issues: [{ issue: 'I-6', adoption: 'perfunctory' }],
        adoption: 'perfunctory',
        opinion: '敷衍回复，退回并督促',
        assessedOn: '2025-09-19',
        confirmationNeeded: false,
      },
    });
    await house.said('2025-11-05', inDisposal, verified('2025-11-05', { 'I-6': true, 'I-8': true }));
    const rest = [...close(['I-4', 'I-5', 'I-6', 'I-7', 'I-8']), ...close(['I-9'], 'transferred')];
    await house.do('2025-11-06', 'closeIssues', { issues: rest });
    await house.said('2025-11-10', inDisposal, {
      type: 'MatterConcluded',
      data: {
        result: 'all_issues_closed',
        effect: { obtained: true, evidence: '九个问题全部销号' },
        concludedOn: '2025-11-10',
        opinion: '办结',
      },
    });
  });

  afterAll(() => house.stop());

  test('no policy is stuck', async () => {
    expect(await house.parked()).toEqual([]);
  });

  test('nine issues are found, four start seven days ending on 08-20', async () => {
    const found = (await house.events()).filter((each) => each.type === 'IssueFound');
    expect(found.map((each) => each.data['issue'])).toEqual(
      Array.from({ length: 9 }, (_, n) => `I-${n + 1}`),
    );
    const clocks = found.flatMap((each) => (each.data['clocks'] ?? []) as { subject: string; due: string }[]);
    expect(clocks.map(({ subject, due }) => `${subject} ${due}`)).toEqual(
      ['I-1', 'I-2', 'I-3', 'I-4'].map((issue) => `${issue} 2025-08-20`),
    );
  });

  test('I-4 is overdue on 08-21, once, and then goes on in writing', async () => {
    const events = await house.events();
    const overdue = events.filter((each) => each.type === 'IssueOverdue');
    expect(overdue.map((each) => [each.data['issue'], each.metadata.occurredOn])).toEqual([
      ['I-4', '2025-08-21'],
    ]);
    const replaced = events.find(
      (each) => each.type === 'IssueCorrectionConfirmed' && each.data['issue'] === 'I-4',
    );
    expect(replaced?.data).toMatchObject({
      ground: 'instrument_served',
      instrument: 'D-1',
      clocksMet: [{ clock: 'DL-18', subject: 'I-4' }],
    });
  });

  test('each closing is an event of its own; nine in all, I-9 as transferred', async () => {
    const closed = (await house.events()).filter((each) => each.type === 'IssueClosed');
    expect(
      closed.map((each) => `${each.data['issue']} ${each.data['closedOn']} ${each.data['result']}`),
    ).toEqual([
      ...['I-1', 'I-2', 'I-3'].map((issue) => `${issue} 2025-08-20 corrected`),
      ...['I-4', 'I-5', 'I-6', 'I-7', 'I-8'].map((issue) => `${issue} 2025-11-06 corrected`),
      'I-9 2025-11-06 transferred',
    ]);
  });

  test('the verification ends with the matter', async () => {
    const events = await house.events();
    expect(events.at(-1)).toMatchObject({ type: 'VerificationClosed', data: { ground: 'concluded' } });
    await expect(
      house.do('2025-11-11', 'findIssues', { issues: [finding('violation', '晚')] }),
    ).rejects.toThrow('verification.closed');
  });

  test('the handler sees the whole card, with an etag to write by', async () => {
    const card = shown(await house.card('su'));
    const events = await house.events();
    expect(card.etag).toBe(String(events.at(-1)?.revision));
    expect(card.issues[3]).toMatchObject({
      issue: 'I-4',
      oralDue: '2025-08-20',
      overdueSince: '2025-08-21',
      instruments: [{ instrument: 'D-1', kind: 'correction_notice' }],
      servedOn: '2025-08-25',
      seenCorrected: true,
      closed: { closedOn: '2025-11-06' },
    });
    expect(card.issues[8]).toMatchObject({ transferred: { lead, secrecy: 'restricted' } });
    expect(card.measures[1]).toMatchObject({ heard: { count: 18, kinds: ['detainee'] }, questionnaires: 40 });
    expect(card.reports).toMatchObject([{ report: 'RR-1', kind: 'inspection', standing: 'submitted' }]);
    expect(card.closed).toEqual({ ground: 'concluded', endedOn: '2025-11-10' });
  });

  test('case administration sees that it was done, not what came to light', async () => {
    const card = shown(await house.card('head', 'case_admin'));
    expect(card.measures).toHaveLength(2);
    expect(JSON.stringify(card)).not.toContain('谈话18人');
    expect(JSON.stringify(card)).not.toContain('查明监管执法');
  });

  test('names of those heard are nowhere in the read model, others’ matters are closed', async () => {
    expect(JSON.stringify(await house.card('su'))).not.toContain('扎某');
    expect(await house.card('stranger')).toMatchObject({ ok: false, refusal: { code: 'access.denied' } });
  });

  test('a superior reads it once it was escalated', async () => {
    await house.said('2025-11-12', inDisposal, {
      type: 'EscalatedToSuperior',
      data: {
        escalation: 'E-1',
        superior: '630103',
        instruments: ['D-1'],
        ground: 'refused',
        opinion: '报告',
        escalatedOn: '2025-11-12',
      },
    });
    expect(shown(await house.card('stranger', 'line_superior')).escalatedTo).toBe('630103');
  });
});
