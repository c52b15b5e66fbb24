import { describe, expect, test } from 'vitest';
import { actor, checked, due, form, member, opened, when } from '../../test/scene.ts';
import type { QualityCheckFact } from './state.ts';

const selfChecked = [opened, due(), checked];
const byReviewer = { today: '2025-09-10', actor: actor('far') };

describe('gradeQuality', () => {
  test('the grade follows from the points; the scheme stands beside it', () => {
    const input = form({ fact: 15, law: 12 });
    expect(when(selfChecked, 'gradeQuality', input, byReviewer)).toEqual({
      facts: [
        {
          type: 'QualityGraded',
          data: {
            ...input,
            scheme: 'scheme-2017',
            grade: 'qualified',
            layer: 'review',
            points: 82,
            graders: [member('far')],
            gradedOn: '2025-09-10',
          },
        },
      ],
    });
  });

  test('under the scheme of 2026 the third grade has another name', () => {
    const weak = form({ fact: 5, law: 5, procedure: 15 });
    expect(when(selfChecked, 'gradeQuality', weak, byReviewer)).toMatchObject({
      facts: [{ data: { points: 60, grade: 'defective' } }],
    });
    expect(when(selfChecked, 'gradeQuality', weak, { ...byReviewer, today: '2026-01-05' })).toMatchObject({
      facts: [{ data: { scheme: 'scheme-2026', grade: 'basically_qualified' } }],
    });
  });

  test('the best grade asks for an effect; a veto makes it fail at full points', () => {
    expect(when(selfChecked, 'gradeQuality', form(), byReviewer)).toMatchObject({
      facts: [{ data: { grade: 'excellent', points: 100 } }],
    });
    expect(when([opened, due(false), checked], 'gradeQuality', form(), byReviewer)).toMatchObject({
      facts: [{ data: { grade: 'qualified' } }],
    });
    const veto = { ...form(), vetoes: ['forbidden_measure'] };
    expect(when(selfChecked, 'gradeQuality', veto, byReviewer)).toMatchObject({
      facts: [{ data: { grade: 'unqualified', points: 100 } }],
    });
  });

  test('nobody grades a matter he handles, or ever handled', () => {
    const asReviewer = { today: '2025-09-10', actor: { ...actor('cai'), role: 'reviewer' } };
    expect(when(selfChecked, 'gradeQuality', form(), asReviewer)).toMatchObject({
      refused: 'reviewer.own-matter',
    });
    const handedOver: QualityCheckFact = {
      type: 'QualityCheckHandlersChanged',
      data: { handler: member('near'), assistants: [] },
    };
    expect(when([...selfChecked, handedOver], 'gradeQuality', form(), asReviewer)).toMatchObject({
      refused: 'reviewer.own-matter',
    });
  });

  test('nor one of his own department, nor for six months after leaving it', () => {
    const by = (who: 'near' | 'left', today: string) => ({ today, actor: actor(who) });
    expect(when(selfChecked, 'gradeQuality', form(), by('near', '2025-09-10'))).toMatchObject({
      refused: 'reviewer.own-department',
    });
    expect(when(selfChecked, 'gradeQuality', form(), by('left', '2025-09-30'))).toMatchObject({
      refused: 'reviewer.own-department',
    });
    expect(when(selfChecked, 'gradeQuality', form(), by('left', '2025-10-01'))).toHaveProperty('facts');
  });

  test('one grade a layer; a unit above may raise the review, and then the own unit is done', () => {
    const first = when(selfChecked, 'gradeQuality', form(), byReviewer);
    const graded = 'facts' in first ? [...selfChecked, ...(first.facts as readonly QualityCheckFact[])] : [];
    expect(when(graded, 'gradeQuality', form(), byReviewer)).toMatchObject({ refused: 'grade.given' });
    const above = { ...byReviewer, actor: actor('upper') };
    const second = when(graded, 'gradeQuality', form(), above);
    expect(second).toMatchObject({ facts: [{ data: { layer: 'raised' } }] });
    const raised =
      'facts' in second ? [...selfChecked, ...(second.facts as readonly QualityCheckFact[])] : [];
    expect(when(raised, 'gradeQuality', form(), byReviewer)).toMatchObject({
      refused: 'grade.given',
      params: { layer: 'raised' },
    });
  });

  test('the self-check comes first', () => {
    expect(when([], 'gradeQuality', form(), byReviewer)).toMatchObject({ refused: 'quality-check.not-open' });
    expect(when([opened, due()], 'gradeQuality', form(), byReviewer)).toMatchObject({
      refused: 'grade.self-check-first',
    });
    const early = { ...form(), gradedOn: '2025-08-24' };
    expect(when(selfChecked, 'gradeQuality', early, byReviewer)).toMatchObject({
      refused: 'grade.before-self-check',
    });
  });

  test('a form is filled in as the scheme has it', () => {
    const full = form();
    const { parts } = full;
    const refusal = (input: unknown) => when(selfChecked, 'gradeQuality', input, byReviewer);
    expect(refusal(form({ dossier: 6 }))).toMatchObject({
      refused: 'grade.too-many-points',
      params: { part: 'dossier', most: 5 },
    });
    expect(refusal({ ...full, parts: parts.slice(1) })).toMatchObject({ refused: 'form.part-missing' });
    expect(refusal({ ...full, vetoes: ['bad_weather'] })).toMatchObject({ refused: 'grade.veto-unknown' });
  });

  test('before there were schemes there was no grade', () => {
    const ancient = { ...checked, data: { ...checked.data, checkedOn: '2017-06-01' } } as QualityCheckFact;
    const input = { ...form(), gradedOn: '2017-06-02' };
    expect(when([opened, due(), ancient], 'gradeQuality', input, byReviewer)).toMatchObject({
      refused: 'scheme.none',
    });
  });
});
