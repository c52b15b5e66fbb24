import { gradeSchemeOn, hasGrade } from '@jiandu/catalogue';
import { localDate, selfChecked } from '@jiandu/contracts';
import { commandsOf } from '@jiandu/eventing';
import { refuseParts } from '../form.ts';
import { mayBeBest } from '../grading.ts';
import { refuse } from '../refusals.ts';
import { onDay, type QualityCheckFact, type QualityCheckState } from './state.ts';

const command = commandsOf<QualityCheckState, QualityCheckFact>();
const written = selfChecked.schema.omit({ scheme: true, clocks: true, clocksMet: true });

/** Clock of the self-check, started by the conclusion. */
const SELF_CHECK = 'DL-59';

/** The handler’s own look at his work: seven parts, a proposed grade under the scheme in force on that day. */
export const selfCheckCommands = {
  selfCheck: command({
    title: { zh: '质量自查', en: 'Self-check' },
    law: ['S23', 'DOMAIN §2.11 DL-59', 'DOMAIN §5.3'],
    input: written.extend({ checkedOn: localDate.optional() }),
    may: [{ role: 'prosecutor', relation: 'own' }],
    decide(input, state, { id, today, actor }) {
      if (state === undefined) return refuse('quality-check.not-open');
      if (state.suspended.includes(actor.person)) return refuse('handler.suspended');
      if (state.handler.person !== actor.person) return refuse('self-check.not-handler');
      const { concludedOn, effectObtained } = state;
      if (concludedOn === undefined) return refuse('self-check.not-due');
      if (state.checkedOn !== undefined) return refuse('self-check.made', { date: state.checkedOn });
      const checkedOn = input.checkedOn ?? today;
      if (checkedOn < concludedOn) {
        return refuse('self-check.before-conclusion', { date: checkedOn, concludedOn, field: 'checkedOn' });
      }
      const scheme = gradeSchemeOn(checkedOn);
      if (scheme === undefined) return refuse('scheme.none', { date: checkedOn, field: 'checkedOn' });
      const parts = input.answers.map((each) => each.question);
      const unfit = refuseParts(scheme, parts, 'answers');
      if (unfit !== undefined) return unfit;
      const silent = input.answers.find((each) => !each.sound && each.remark === undefined);
      if (silent !== undefined)
        return refuse('self-check.remark-missing', { part: silent.question, field: 'answers' });
      const { proposedGrade: grade } = input;
      const field = 'proposedGrade';
      if (!hasGrade(scheme, grade)) return refuse('grade.unknown', { scheme: scheme.code, grade, field });
      const unsound = input.answers.filter((each) => !each.sound).length;
      const defects = unsound + (input.defects?.length ?? 0);
      const best = scheme.grades[0]?.code === grade;
      if (best && !mayBeBest({ defects, vetoes: 0, effectObtained })) {
        return refuse('grade.best-with-defects', { grade, field });
      }
      const clocksMet = [{ clock: SELF_CHECK, subject: id }];
      const data = { ...input, scheme: scheme.code, checkedOn, clocksMet };
      return [onDay({ type: 'SelfChecked', data }, checkedOn, today)];
    },
  }),
};
