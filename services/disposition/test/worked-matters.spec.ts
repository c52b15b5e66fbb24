import { describe, expect, test } from 'vitest';
import { everyPaper, type Matter, system } from './scene.ts';
import { ex01, ex02, ex06 } from './worked-matters.ts';

/** Due dates of the clocks that the last act started. */
function startedOn(matter: Matter, type: string): readonly string[] {
  return matter.facts
    .filter((fact) => fact.type === type)
    .flatMap(({ data }) => ('clocks' in data ? (data.clocks ?? []) : []))
    .map(({ clock, subject, due }) => `${clock} ${subject} → ${due}`);
}

describe('EX-01 刑事立案监督', () => {
  test('the clocks of the chain: reasons 04-03, filing 04-29, investigation 07-25', () => {
    const matter = ex01();
    expect(startedOn(matter, 'InstrumentServed')).toEqual([
      'DL-08 D-1 → 2025-04-03',
      'DL-11 D-2 → 2025-04-29',
    ]);
    expect(startedOn(matter, 'ReplyReceived')).toEqual(['DL-58 R-1 → 2025-04-08', 'DL-13 D-2 → 2025-07-25']);
    expect(startedOn(matter, 'MatterConcluded')).toEqual(['DL-59 CFS-630103-2025-00017 → 2025-09-08']);
  });

  test('the report judges the reasons: the clock for assessing them is met by it', () => {
    const noted = ex01().facts.find(({ type }) => type === 'ReviewReportNoted');
    expect(noted?.data).toMatchObject({ clocksMet: [{ clock: 'DL-58', subject: 'R-1' }] });
  });

  test('the last news of the police ends the three months', () => {
    const last = ex01().facts.findLast(({ type }) => type === 'ReplyReceived');
    expect(last?.data).toMatchObject({ clocks: [], clocksMet: [{ clock: 'DL-13', subject: 'D-2' }] });
  });

  test('26 papers, then the archive', () => {
    const matter = ex01();
    const documents = everyPaper.map((each, place) => ({ ...each, copies: place < 4 ? 2 : 1 }));
    expect(matter.refusal('2025-08-29', 'P-630103-shi', 'checkDossier', { documents })).toBe(
      'dossier.self-check-missing',
    );
    matter.on('2025-08-25', system, 'noteSelfCheck', {
      scheme: 's2026',
      proposedGrade: 'qualified',
      checkedOn: '2025-08-25',
    });
    const checked = matter.on('2025-08-29', 'P-630103-shi', 'checkDossier', { documents });
    expect(checked.starts).toEqual(['DL-60 CFS-630103-2025-00017 → 2025-12-01']);
    expect(matter.facts.at(-1)?.data).toMatchObject({ count: 26 });
    expect(matter.on('2025-09-05', 'P-630103-wang', 'archiveDossier', {})).toMatchObject({
      types: ['DossierArchived'],
      met: ['DL-60 CFS-630103-2025-00017'],
    });
  });
});

describe('EX-02 侦查活动监督', () => {
  test('each due date of the chain', () => {
    const matter = ex02();
    expect(startedOn(matter, 'InstrumentServed')).toEqual(['DL-16 D-1 → 2025-05-06']);
    expect(startedOn(matter, 'ReplyOverdue')).toEqual(['DL-55 D-1 → 2025-05-12']);
    expect(startedOn(matter, 'ReplyUrged')).toEqual(['DL-56 D-1 → 2025-05-19']);
    expect(startedOn(matter, 'ReExaminationRequested')).toEqual(['DL-17 D-1 → 2025-05-26']);
    expect(startedOn(matter, 'ReExaminationDecided')).toEqual(['DL-57 D-1 → 2025-05-29']);
    expect(startedOn(matter, 'ReplyReceived')).toEqual(['DL-58 R-1 → 2025-07-10']);
    expect(startedOn(matter, 'ReplyAssessed')).toEqual(['DL-61 D-1 → 2025-10-09']);
  });

  test('asking for re-examination is the answer: 13 days late, and in time after the urging', () => {
    const matter = ex02('2025-05-18');
    const asked = matter.on('2025-05-19', 'P-630202-qi', 'requestReExamination', {
      instrument: 'D-1',
      content: '申请复查',
    });
    expect(asked.met).toEqual(['DL-16 D-1', 'DL-56 D-1']);
  });

  test('the overdue reply is on record once, whoever says it again', () => {
    const matter = ex02('2025-05-07');
    const again = { instrument: 'D-1', clock: 'DL-16', due: '2025-05-06', since: '2025-05-07' };
    expect(matter.on('2025-05-08', system, 'recordReplyOverdue', again).types).toEqual([]);
    expect(ex02().facts.filter(({ type }) => type === 'ReplyOverdue')).toHaveLength(1);
  });

  test('the superior unit does its part, and no clock is left behind', () => {
    const matter = ex02();
    const all = matter.facts.flatMap(({ data }) => ('clocks' in data ? (data.clocks ?? []) : []));
    const gone = matter.facts.flatMap(({ data }) => [
      ...('clocksMet' in data ? (data.clocksMet ?? []) : []),
      ...('clocksReplaced' in data ? (data.clocksReplaced ?? []) : []),
    ]);
    const left = all.filter(
      ({ clock, subject }) => !gone.some((each) => each.clock === clock && each.subject === subject),
    );
    expect(left.map(({ clock }) => clock)).toEqual(['DL-59']);
  });

  test('without a check of its own the dossier is counted when it is archived', () => {
    const matter = ex02();
    matter.on('2025-07-15', system, 'noteSelfCheck', {
      scheme: 's2026',
      proposedGrade: 'qualified',
      checkedOn: '2025-07-15',
    });
    expect(matter.refusal('2025-07-25', 'P-630202-zhang', 'archiveDossier', {})).toBe('dossier.not-checked');
    expect(
      matter.on('2025-07-25', 'P-630202-zhang', 'archiveDossier', { documents: everyPaper }).types,
    ).toEqual(['DossierChecked', 'DossierArchived']);
  });
});

describe('EX-06 巡回检察', () => {
  test('each instrument has its own clock', () => {
    const matter = ex06();
    expect(startedOn(matter, 'InstrumentServed')).toEqual([
      'DL-16 D-1 → 2025-09-09',
      'DL-16 D-2 → 2025-09-09',
      'DL-26 D-3 → 2025-10-27',
    ]);
    expect(startedOn(matter, 'InstrumentIssued')).toEqual(['DL-25 D-3 → 2025-08-27']);
  });

  test('a perfunctory answer goes back with a letter for its own instrument only', () => {
    expect(startedOn(ex06(), 'ReplyUrged')).toEqual(['DL-56 D-2 → 2025-09-29']);
    const urged = ex06().facts.filter(({ type }) => type === 'ReplyUrged');
    expect(urged.map(({ data }) => data)).toMatchObject([{ instrument: 'D-2', ground: 'perfunctory' }]);
  });

  test('it cannot close until all nine issues are closed', () => {
    const matter = ex06('2025-11-05');
    const conclude = [
      '2025-11-10',
      'P-632800-ba',
      'concludeMatter',
      { result: 'all_issues_closed', effect: { obtained: true, evidence: '销号表' }, opinion: '办结' },
    ] as const;
    for (const n of [4, 5, 6, 7, 8]) {
      expect(matter.refusal(...conclude)).toBe('conclusion.issue-open');
      matter.on('2025-11-06', system, 'settleIssue', {
        issue: `I-${n}`,
        result: 'corrected',
        settledOn: '2025-11-06',
      });
    }
    expect(matter.on(...conclude).types).toEqual(['MatterConcluded']);
  });

  test('an oral correction that was not acted on is known as overdue, and stays what it was otherwise', () => {
    const tracked = ex06('2025-08-21').facts.at(-1)?.data;
    expect(tracked).toMatchObject({
      issue: 'I-4',
      overdue: true,
      response: 'oral_correction',
      grade: 'slight',
    });
  });

  test('the report is needed before conclusion, not before decision', () => {
    const matter = ex06();
    const types = matter.facts.map(({ type }) => type);
    expect(types.indexOf('DecisionMade')).toBeLessThan(types.indexOf('ReviewReportNoted'));
  });
});
