import { type Actor, isRefusal, type QueryContext, type Refusal, refuseByKernel } from '@jiandu/eventing';
import type { MatterPage } from '../../views/matter-page/shape.ts';

/** A matter that the reader may see, and in what capacity. */
export interface SeenMatter {
  readonly page: MatterPage;
  readonly actor: Actor;
}

/** Opens a matter for a reader. A restricted one and one that does not exist look the same (DOMAIN §4.5). */
export async function seenMatter(id: string, context: QueryContext): Promise<SeenMatter | Refusal> {
  const page = await context.collections<MatterPage>('reporting.matterPage').get(id);
  if (page === undefined) return refuseByKernel('thing.unknown', { id });
  const { unit, handlers, type, department, escalatedTo, sharedWith, secrecy, accessList } = page;
  const actor = context.authorise({
    unit,
    handlers,
    type,
    department,
    sharedWith,
    secrecy,
    accessList,
    ...(escalatedTo === null ? {} : { escalatedTo }),
  });
  if (!isRefusal(actor)) return { page, actor };
  return actor.code === 'access.restricted' ? refuseByKernel('thing.unknown', { id }) : actor;
}
