import { describe, expect, test } from 'vitest';
import {
  catalogueVersion,
  deadlineRule,
  documentKinds,
  instrumentKindOf,
  lawSources,
  leadSourceOf,
  matterType,
  matterTypes,
  measureKinds,
  measureStanding,
  roleOf,
  runsFor,
} from './index.ts';

const type = (code: string) => matterType(catalogueVersion.version, code)!;
const duplicates = (list: readonly string[]) => list.filter((each, index) => list.indexOf(each) !== index);

describe('every type refers only to what the catalogue has', () => {
  test.each(matterTypes)('$code', (each) => {
    expect(each.sources.filter((source) => leadSourceOf(source) === undefined)).toEqual([]);
    const known = measureKinds.map((measure) => measure.code);
    expect(each.measures.permitted.filter((measure) => !known.includes(measure))).toEqual([]);
    const papers = documentKinds.map((document) => document.code);
    expect(each.dossier.required.filter((document) => !papers.includes(document))).toEqual([]);
    const named = [
      each.filing.reviewer,
      each.filing.approver,
      each.filing.planApprover,
      each.jointConference.chair,
      ...each.conclusion.by,
      ...each.dossier.checkedBy,
      ...each.dossier.archivedBy,
      ...each.instruments.flatMap((instrument) => instrument.decidedBy),
    ];
    expect(named.filter((role) => roleOf(role) === undefined)).toEqual([]);
    expect(duplicates(each.instruments.map((instrument) => instrument.kind))).toEqual([]);
    for (const rule of Object.values(each.issues.byGrade ?? {})) {
      if (rule.instrument) expect(instrumentKindOf(each, rule.instrument)).toBeDefined();
      if (rule.clock) expect(runsFor(deadlineRule(rule.clock), { type: each.code })).toBe(true);
    }
  });

  test('the clocks that service starts exist, and run for the type', () => {
    const strays = matterTypes.flatMap((each) =>
      each.instruments
        .filter(
          ({ replyClock }) => replyClock && !runsFor(deadlineRule(replyClock.clock), { type: each.code }),
        )
        .map(({ kind, replyClock }) => `${each.code} ${kind} ${replyClock?.clock}`),
    );
    expect(strays).toEqual([]);
  });

  test('what has a reply clock says how the reply is judged, and what has none is not waited for', () => {
    for (const each of matterTypes) {
      for (const { kind, replyClock, replyAssessment } of each.instruments) {
        if (replyClock) expect(replyAssessment, `${each.code} ${kind}`).not.toBe('none');
      }
    }
  });

  test('every recommendation is filed with the superior (S3 §21), and nothing else', () => {
    for (const each of matterTypes) {
      for (const { kind, recordFiling } of each.instruments)
        expect(recordFiling).toBe(kind === 'recommendation');
    }
  });

  test('laws are cited by ids the catalogue knows', () => {
    const known = [...lawSources.map(({ id }) => id), 'DOMAIN'];
    const cited = matterTypes.flatMap((each) => [
      ...each.basis,
      each.filing.source,
      each.measures.law,
      ...each.instruments.map(({ law }) => law),
    ]);
    const strays = cited
      .flatMap((text) => text.split(';'))
      .map((text) => text.trim().split(' ')[0] ?? '')
      .filter((id) => !known.includes(id));
    expect(strays).toEqual([]);
  });
});

describe('a matter pins its version', () => {
  test('a type is found in its version only', () => {
    expect(matterType('2026.1', 'CFS')?.title.zh).toBe('刑事立案监督');
    expect(matterType('2025.9', 'CFS')).toBeUndefined();
    expect(matterType('2026.1', 'SGR')).toBeUndefined();
  });
});

describe('CFS as EX-01 plays it', () => {
  const cfs = type('CFS');
  test('the department head reviews, the chief files, the handler plans and concludes', () => {
    expect(cfs.filing).toMatchObject({
      review: 'required',
      approver: 'chief',
      plan: 'separate',
      planApprover: 'prosecutor',
    });
    expect(cfs.conclusion.by).toEqual(['prosecutor']);
  });
  test('the handler asks for reasons himself, seven days; the chief notifies to file, fifteen', () => {
    expect(instrumentKindOf(cfs, 'reason_request_not_filing')).toMatchObject({
      byHandler: true,
      word: '说理',
      replyClock: { clock: 'DL-08' },
      replyAssessment: 'in-report',
      reportFirst: false,
    });
    expect(instrumentKindOf(cfs, 'filing_notice')).toMatchObject({
      byHandler: false,
      replyClock: { clock: 'DL-11' },
      replyAssessment: 'by-document',
      reportFirst: true,
    });
    expect(instrumentKindOf(cfs, 'filing_notice')?.decidedBy[0]).toBe('chief');
  });
  test('a complaint is screened by a clerk and accepted by case administration', () => {
    expect(leadSourceOf('citizen_complaint')).toMatchObject({ screening: true, acceptedBy: ['case_admin'] });
    expect(cfs.conclusion.conditions).toContain('police-decision-received');
    expect(cfs.dossier.separateCheck).toBe(true);
    expect(cfs.dossier.required.length).toBeLessThanOrEqual(26);
  });
});

describe('IAS as EX-02 plays it', () => {
  const ias = type('IAS');
  test('no separate screening, no review of the filing, no plan; the chief concludes', () => {
    expect(leadSourceOf('own_case')?.screening).toBe(false);
    expect(ias.filing).toMatchObject({ review: 'optional', plan: 'optional', planBeforeMeasures: false });
    expect(ias.conclusion.by).toEqual(['chief']);
  });
  test('the correction notice runs fifteen days, may be re-examined, and its reply is judged by the handler alone', () => {
    expect(instrumentKindOf(ias, 'correction_notice')).toMatchObject({
      replyClock: { clock: 'DL-16' },
      replyAssessment: 'required',
      remedy: 're_examination',
    });
    expect(ias.replyAssessmentConfirmedBy).toBe('none');
  });
});

describe('CIR as EX-06 plays it', () => {
  const cir = type('CIR');
  test('an inspection of the plan is major by kind, accepted by the prosecutor, its plan approved with the filing', () => {
    expect(cir.major.byKind).toBe(true);
    expect(cir.filing).toMatchObject({ review: 'none', plan: 'with-filing', planApprover: 'chief' });
    expect(leadSourceOf('plan')?.acceptedBy).toContain('prosecutor');
  });
  test('the decision may come before the report, the conclusion may not', () => {
    expect(cir.report.before).toBe('conclusion');
    expect(cir.instruments.filter(({ reportFirst }) => reportFirst)).toEqual([]);
    expect(cir.conclusion.conditions).toContain('report-submitted');
  });
  test('the answer to a finding grows with its grade (S2 §624)', () => {
    const grades = cir.issues.byGrade!;
    expect(grades['slight']).toMatchObject({ response: 'oral_correction', clock: 'DL-18' });
    expect(grades['violation']?.instrument).toBe('correction_notice');
    expect(grades['hazard']?.instrument).toBe('recommendation');
    expect(grades['crime_lead']).toMatchObject({ response: 'transfer', secrecy: 'restricted' });
    expect(cir.issues.overdueBecomes).toBe('violation');
  });
});

describe('measures', () => {
  test('what is compulsory is forbidden in every type, with its articles', () => {
    for (const each of matterTypes) {
      for (const code of ['restrict_liberty', 'seal', 'seize', 'freeze']) {
        expect(measureStanding(each, code)).toMatchObject({ standing: 'forbidden' });
      }
    }
    const standing = measureStanding(type('CFS'), 'freeze');
    expect(standing.standing === 'forbidden' && standing.measure.law).toContain('S2 §551');
  });
  test('cells are viewed only where there are any', () => {
    expect(measureStanding(type('CIR'), 'view_cells').standing).toBe('permitted');
    expect(measureStanding(type('CFS'), 'view_cells')).toEqual({
      standing: 'not-provided',
      law: 'S2 §551; S5 §69',
    });
    expect(measureStanding(type('CFS'), 'telepathy').standing).toBe('not-provided');
  });
});
