import { describe, expect, test } from 'vitest';
import {
  catalogueContentHash,
  citeLaw,
  glossary,
  gradeScheme,
  gradeSchemeOn,
  gradeSchemes,
  hasGrade,
  leastAdvanced,
  missingDocuments,
  qinghaiUnits,
  roles,
  secrecyLabels,
  stages,
  statusAfter,
  statuses,
  statusOf,
  statusRules,
  stricterSecrecy,
  unitsOn,
} from './index.ts';

describe('units', () => {
  test('there are 56: 1 province, 8 prefectures, 45 counties, 2 specialised; 7 of the pilot, 3 uncertain', () => {
    const count = (level: string) => qinghaiUnits.filter((unit) => unit.level === level).length;
    expect([count('province'), count('prefecture'), count('county'), count('specialised')]).toEqual([
      1, 8, 45, 2,
    ]);
    expect(qinghaiUnits.filter(({ pilot2023 }) => pilot2023)).toHaveLength(7);
    expect(qinghaiUnits.filter(({ uncertain }) => uncertain)).toHaveLength(3);
    expect(unitsOn('2025-03-03')).toHaveLength(56);
    expect(unitsOn('2000-01-01')).toEqual([]);
  });
  test('every superior is there and stands before those below it', () => {
    const seen = new Set<string>();
    for (const { code, parent } of qinghaiUnits) {
      if (parent !== undefined) expect(seen, `${code} below ${parent}`).toContain(parent);
      seen.add(code);
    }
  });
});

describe('grade schemes', () => {
  test('the defective of 2017 is the basically qualified of 2026', () => {
    expect(gradeSchemeOn('2025-12-31')?.code).toBe('scheme-2017');
    expect(gradeSchemeOn('2026-01-01')?.code).toBe('scheme-2026');
    expect(gradeSchemeOn('2017-01-01')).toBeUndefined();
    expect(hasGrade(gradeScheme('scheme-2017')!, 'defective')).toBe(true);
    expect(hasGrade(gradeScheme('scheme-2026')!, 'defective')).toBe(false);
    expect(gradeScheme('scheme-2026')?.grades.map(({ title }) => title.zh)).toEqual([
      '优质',
      '合格',
      '基本合格',
      '不合格',
    ]);
  });
  test('the questions of every scheme weigh 100', () => {
    for (const { questions } of gradeSchemes)
      expect(questions.reduce((sum, { points }) => sum + points, 0)).toBe(100);
  });
});

describe('secrecy', () => {
  test('no label is one of a state secret', () => {
    expect(secrecyLabels.map(({ code }) => code)).toEqual([
      'public',
      'internal',
      'work_secret',
      'restricted',
    ]);
  });
  test('the stricter label wins, an unknown one most of all', () => {
    expect(stricterSecrecy('internal', 'restricted')).toBe('restricted');
    expect(stricterSecrecy('work_secret', 'public')).toBe('work_secret');
    expect(stricterSecrecy('restricted', 'something')).toBe('something');
  });
});

describe('statuses', () => {
  test('rules name statuses that exist, statuses name stages that exist', () => {
    for (const { status, from = [] } of statusRules) {
      for (const code of [status, ...from]) expect(statusOf(code), code).toBeDefined();
    }
    const known = stages.map(({ code }) => code);
    for (const { stage } of statuses) expect(known).toContain(stage);
  });
  test('EX-01 goes from received to archived', () => {
    const events: readonly (readonly [string, Record<string, unknown>, string])[] = [
      ['LeadReceived', {}, 'lead_received'],
      ['LeadRegistered', {}, 'lead_registered'],
      ['LeadScreened', { result: 'accept' }, 'lead_screened'],
      ['MatterAccepted', {}, 'accepted'],
      ['HandlerAssigned', {}, 'accepted'],
      ['FilingApproved', {}, 'filed'],
      ['InvestigationPlanApproved', {}, 'investigating'],
      ['InvestigativeMeasureTaken', {}, 'investigating'],
      ['InstrumentIssued', {}, 'disposing'],
      ['InstrumentServed', {}, 'awaiting_reply'],
      ['ReplyReceived', { kind: 'explanation' }, 'assessing_reply'],
      ['ReviewReportSubmitted', {}, 'reviewing'],
      ['JointConferenceHeld', {}, 'deciding'],
      ['DecisionMade', {}, 'deciding'],
      ['InstrumentIssued', {}, 'disposing'],
      ['InstrumentServed', {}, 'awaiting_reply'],
      ['ReplyReceived', { kind: 'decision_document' }, 'assessing_reply'],
      ['FollowUpActed', {}, 'following_up'],
      ['ReplyReceived', { kind: 'progress' }, 'following_up'],
      ['MatterConcluded', {}, 'concluded'],
      ['DossierChecked', {}, 'closed'],
      ['DossierArchived', {}, 'archived'],
    ];
    let present: string | undefined;
    for (const [type, data, expected] of events) {
      present = statusAfter({ type, data }, present);
      expect(present, type).toBe(expected);
    }
  });
  test('nothing leads back from the end', () => {
    expect(statusAfter({ type: 'ReplyReceived', data: {} }, 'concluded')).toBe('concluded');
    expect(statusAfter({ type: 'DossierChecked', data: {} }, 'concluded')).toBe('closed');
  });
  test('a matter stands where its least advanced part stands', () => {
    expect(leastAdvanced(['following_up', 'awaiting_reply', 'concluded'])).toBe('awaiting_reply');
    expect(leastAdvanced([])).toBeUndefined();
  });
});

describe('words', () => {
  test('a citation is written out', () => {
    expect(citeLaw('S2 §161')).toEqual({
      zh: '《人民检察院刑事诉讼规则》 §161',
      en: "Criminal Procedure Rules of the People's Procuratorates §161",
    });
    expect(citeLaw('S12 §29').zh).toBe('《中华人民共和国人民检察院组织法》 §29');
  });
  test('every term has Chinese and English', () => {
    expect(glossary.length).toBeGreaterThan(90);
    for (const { zh, en } of glossary) expect(zh.length * en.length).toBeGreaterThan(0);
  });
  test('role codes are unique', () => {
    expect(new Set(roles.map(({ code }) => code)).size).toBe(roles.length);
  });
  test('missing documents are named', () => {
    expect(missingDocuments(['contents', 'note_form'], ['note_form'])).toEqual(['contents']);
  });
  test('the content of the catalogue has a hash', () => {
    expect(catalogueContentHash).toMatch(/^[0-9a-f]{64}$/);
  });
});
