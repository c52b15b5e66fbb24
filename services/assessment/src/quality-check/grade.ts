import { type GradeScheme, gradeSchemeOn } from '@jiandu/catalogue';
import { code, listOf, localDate, longText } from '@jiandu/contracts';
import { commandsOf, type Refusal } from '@jiandu/eventing';
import { z } from 'zod';
import { refuseParts } from '../form.ts';
import { gradeOf } from '../grading.ts';
import { refuse } from '../refusals.ts';
import { layerOf, refuseLayer, refuseReviewer } from './reviewing.ts';
import { onDay, type QualityCheckFact, type QualityCheckState } from './state.ts';

const command = commandsOf<QualityCheckState, QualityCheckFact>();
const form = z.strictObject({
  parts: listOf(
    z.strictObject({ part: code, points: z.int().min(0).max(100), remark: longText.optional() }),
    20,
  ),
  defects: listOf(longText, 30).optional(),
  vetoes: listOf(code, 20).optional(),
  opinion: longText,
  gradedOn: localDate.optional(),
});

function refuseForm(scheme: GradeScheme, { parts, vetoes = [] }: z.output<typeof form>): Refusal | undefined {
  const names = parts.map((each) => each.part);
  const unfit = refuseParts(scheme, names, 'parts');
  if (unfit !== undefined) return unfit;
  const most = new Map(scheme.questions.map((each) => [each.code, each.points]));
  const over = parts.find((each) => each.points > (most.get(each.part) ?? 0));
  if (over !== undefined) {
    return refuse('grade.too-many-points', {
      part: over.part,
      most: most.get(over.part) ?? 0,
      field: 'parts',
    });
  }
  const veto = vetoes.find((each) => !scheme.vetoes.some((known) => known.code === each));
  return veto === undefined ? undefined : refuse('grade.veto-unknown', { veto, field: 'vetoes' });
}

/** The grade of a matter, by reviewers who had nothing to do with it; computed from the form, never chosen. */
export const gradeCommands = {
  gradeQuality: command({
    title: { zh: '评定等次', en: 'Grade the quality' },
    law: ['S20 §5', 'S22', 'S23', 'DOMAIN §5.3'],
    input: form,
    may: [
      { role: 'reviewer', relation: 'unit' },
      { role: 'reviewer', relation: 'above' },
    ],
    decide(input, state, context) {
      if (state === undefined) return refuse('quality-check.not-open');
      const { checkedOn, effectObtained } = state;
      if (checkedOn === undefined) return refuse('grade.self-check-first');
      const gradedOn = input.gradedOn ?? context.today;
      if (gradedOn < checkedOn) {
        return refuse('grade.before-self-check', { date: gradedOn, checkedOn, field: 'gradedOn' });
      }
      const near = refuseReviewer(state, gradedOn, context);
      if (near !== undefined) return near;
      const layer = layerOf(state, context);
      const spoken = refuseLayer(state, layer);
      if (spoken !== undefined) return spoken;
      const scheme = gradeSchemeOn(gradedOn);
      if (scheme === undefined) return refuse('scheme.none', { date: gradedOn, field: 'gradedOn' });
      const unfit = refuseForm(scheme, input);
      if (unfit !== undefined) return unfit;
      const points = input.parts.reduce((sum, each) => sum + each.points, 0);
      const [defects, vetoes] = [input.defects?.length ?? 0, input.vetoes?.length ?? 0];
      const grade = gradeOf(scheme, { points, defects, vetoes, effectObtained });
      const { person, name, unit } = context.actor;
      const graders = [{ person, name, unit }];
      const data = { ...input, scheme: scheme.code, grade, layer, points, graders, gradedOn };
      return [onDay({ type: 'QualityGraded', data }, gradedOn, context.today)];
    },
  }),
};
