import { leadId, reporter } from '@jiandu/contracts';
import { defineQuery, isRefusal, refuseByKernel } from '@jiandu/eventing';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import type { ReporterDoc } from '../views/reporters.ts';
import { reporterReaders } from './readers.ts';

const shown = reporter.partial().extend({ name: z.string().nullable().optional() });

/** Who came with a lead; only for who said today why it must be known. */
export const reporterQuery = defineQuery({
  name: 'reporter',
  path: 'leads/:id/reporter',
  title: { zh: '举报人信息', en: 'The reporter of a lead' },
  input: z.strictObject({ id: leadId }),
  output: z.strictObject({
    lead: leadId,
    erased: z.boolean(),
    reporter: shown.loose().nullable(),
    statement: z.string().nullable(),
  }),
  may: reporterReaders,
  async answer({ id }, context) {
    const doc = await context.collections<ReporterDoc>('intake.reporters').get(id);
    if (doc === undefined) return refuseByKernel('thing.unknown', { id });
    const { unit, handlers, secrecy, accessList } = doc;
    const allowed = context.authorise({ unit, handlers, secrecy, accessList });
    if (isRefusal(allowed)) return allowed;
    if (doc.erased) return refuse('reporter.erased');
    const { person } = context.subject;
    if (!doc.openings.some((one) => one.person === person && one.on === context.today)) {
      return refuse('reporter.not-opened');
    }
    const { reporter: who, statement } = await context.unseal({
      reporter: doc.reporter,
      statement: doc.statement,
    });
    return { lead: id, erased: false, reporter: who ?? null, statement };
  },
});
