import { matterNumber } from '@jiandu/contracts';
import { defineQuery, isRefusal, refuseByKernel } from '@jiandu/eventing';
import { z } from 'zod';
import type { MatterIntakeDoc } from '../views/matter-intake.ts';
import { matterReaders } from './readers.ts';

/** The intake card of a matter: how it came, who was drawn from whom, why it was filed. */
export const matterQuery = defineQuery({
  name: 'matter',
  path: 'matters/:id',
  title: { zh: '事项受理卡', en: 'Intake card of a matter' },
  input: z.strictObject({ id: matterNumber }),
  output: z.record(z.string(), z.unknown()),
  may: matterReaders,
  async answer({ id }, context) {
    const doc = await context.collections<MatterIntakeDoc>('intake.matterIntake').get(id);
    if (doc === undefined) return refuseByKernel('thing.unknown', { id });
    const { escalatedTo: _escalated, ...shown } = doc;
    const allowed = context.authorise(shown);
    return isRefusal(allowed) ? allowed : { ...shown, etag: String(doc.revision) };
  },
});
