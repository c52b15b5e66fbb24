import { defineEvent, type FactOf } from '@jiandu/eventing';
import { z } from 'zod';
import {
  clockFields,
  code,
  handlingGroup,
  listOf,
  localDate,
  longText,
  matterProfile,
  staffMember,
} from './fields.ts';

/** Every filed matter gets a quality check (每案必检). */
export const qualityCheckOpened = defineEvent('QualityCheckOpened', {
  title: { zh: '建立质量检查', en: 'Quality check opened' },
  schema: z.strictObject({ profile: matterProfile, ...handlingGroup, openedOn: localDate, ...clockFields }),
});
export type QualityCheckOpened = FactOf<typeof qualityCheckOpened>;

/** The matter is done; the self-check may be made. */
export const qualityCheckDue = defineEvent('QualityCheckDue', {
  title: { zh: '可以自查', en: 'Quality check due' },
  schema: z.strictObject({
    concludedOn: localDate,
    effectObtained: z.boolean().meta({ description: '已取得监督效果 / The supervision had an effect' }),
    ...handlingGroup,
  }),
});
export type QualityCheckDue = FactOf<typeof qualityCheckDue>;

/** The handler checked his own work under the scheme in force. */
export const selfChecked = defineEvent('SelfChecked', {
  title: { zh: '质量自查', en: 'Self-checked' },
  schema: z.strictObject({
    scheme: code,
    answers: listOf(z.strictObject({ question: code, sound: z.boolean(), remark: longText.optional() }), 60),
    proposedGrade: code,
    defects: listOf(longText, 30).optional(),
    checkedOn: localDate,
    ...clockFields,
  }),
});
export type SelfChecked = FactOf<typeof selfChecked>;

/** The matter has a grade; the scheme stands beside it because schemes change. */
export const qualityGraded = defineEvent('QualityGraded', {
  title: { zh: '评定等次', en: 'Quality graded' },
  schema: z.strictObject({
    scheme: code,
    grade: code,
    layer: z
      .enum(['department', 'review', 'raised'])
      .meta({ description: '检查、评查、提级 / Which layer graded' }),
    points: z.int().min(0).max(100).optional(),
    parts: listOf(
      z.strictObject({ part: code, points: z.int().min(0).max(100), remark: longText.optional() }),
      20,
    )
      .optional()
      .meta({ description: '各项得分 / Points by part of the form' }),
    defects: listOf(longText, 30).optional().meta({ description: '发现的缺陷 / Defects found' }),
    vetoes: listOf(code, 20).optional().meta({ description: '一票否决情形 / What makes it fail at once' }),
    graders: listOf(staffMember, 20),
    opinion: longText,
    gradedOn: localDate,
    ...clockFields,
  }),
});
export type QualityGraded = FactOf<typeof qualityGraded>;

/** The quality check knows the present handlers. Who handled the matter before stays barred from grading it. */
export const qualityCheckHandlersChanged = defineEvent('QualityCheckHandlersChanged', {
  title: { zh: '质量检查承办人变更', en: 'Handlers of the quality check changed' },
  schema: z.strictObject({
    ...handlingGroup,
    suspended: listOf(staffMember.shape.person, 50).optional(),
  }),
});
export type QualityCheckHandlersChanged = FactOf<typeof qualityCheckHandlersChanged>;

/** Events of assessment. */
export const assessmentEvents = [
  qualityCheckOpened,
  qualityCheckHandlersChanged,
  qualityCheckDue,
  selfChecked,
  qualityGraded,
] as const;
