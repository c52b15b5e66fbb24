import type { Collections, Recorded } from '@jiandu/eventing';
import type { DeadlineDoc } from '../views/deadline-board/deadline-board.ts';
import type { MatterPage } from '../views/matter-page/shape.ts';

const RESTRICTED = 'restricted';

/** What an event may say of the secrecy of the thing it is about. */
interface Said {
  readonly secrecy?: string;
  readonly profile?: { readonly secrecy?: string };
  /** A matter named in the event of a series. */
  readonly matter?: string;
  /** Matter or lead named in the event of a timer. */
  readonly key?: string;
}

/**
 * Whether an event belongs to a restricted matter or lead (DOMAIN §4.5). Series and timers have streams of their own
 * which know no secrecy: there the matter or the clock that is named decides.
 */
export async function isRestricted({ metadata, data }: Recorded, collections: Collections): Promise<boolean> {
  const said = data as Said;
  if ([metadata.secrecy, said.secrecy, said.profile?.secrecy].includes(RESTRICTED)) return true;
  if (said.matter !== undefined) {
    const page = await collections<MatterPage>('reporting.matterPage').get(said.matter);
    return page?.secrecy === RESTRICTED;
  }
  if (said.key === undefined) return false;
  const { items } = await collections<DeadlineDoc>('reporting.deadlineBoard').find({
    filter: { key: said.key, secrecy: RESTRICTED },
    limit: 1,
  });
  return items.length > 0;
}
