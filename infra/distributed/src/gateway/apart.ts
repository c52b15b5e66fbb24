import { serviceAnswers } from '@jiandu/host';
import { ask } from './asking.ts';
import type { Neighbour } from './neighbours.ts';
import type { ServiceApart, Standing } from './settle-apart.ts';

/** On top of what the service is given, for the way there and back. */
const ON_THE_WAY_MS = 2_000;

/** The longest that a service waits on one question. */
const LONGEST_MS = 60_000;

/** How an answer is read; what cannot be is thrown. */
type Reading<T> = { parse(value: unknown): T };

/** What the services say under `/internal` of how far they are. */
export function servicesApart(neighbours: readonly Neighbour[]): readonly ServiceApart[] {
  return neighbours.map((service) => ({
    ...(service.followed
      ? {
          published: async (position: number, withinMs: number) => {
            const said = await asked(service, 'published', position, withinMs, serviceAnswers.published);
            return said === undefined ? 'away' : standing(said.published, said.away && !said.published);
          },
        }
      : {}),
    ...(service.reacts
      ? {
          handled: async (position: number, withinMs: number) => {
            const said = await asked(service, 'handled', position, withinMs, serviceAnswers.handled);
            if (said === undefined) return { standing: 'away' as const, lastEffect: 0 };
            return { standing: standing(said.handled, said.away), lastEffect: said.lastEffect };
          },
        }
      : {}),
  }));
}

function standing(reached: boolean, away: boolean): Standing {
  if (away) return 'away';
  return reached ? 'reached' : 'late';
}

/** `undefined` when the service does not answer, or fails in answering. */
async function asked<T>(
  service: Neighbour,
  what: 'published' | 'handled',
  position: number,
  withinMs: number,
  reading: Reading<T>,
): Promise<T | undefined> {
  const within = Math.min(LONGEST_MS, Math.floor(withinMs));
  try {
    const path = `/internal/${what}?position=${position}&within=${within}`;
    const { status, text } = await ask(service, { path, withinMs: within + ON_THE_WAY_MS });
    return status === 200 ? reading.parse(JSON.parse(text)) : undefined;
  } catch {
    return undefined;
  }
}

/** The newest position of the record. Throws when the service does not answer. */
export async function headOf(service: Neighbour): Promise<number> {
  const { text } = await ask(service, { path: '/internal/head', withinMs: ON_THE_WAY_MS });
  return serviceAnswers.head.parse(JSON.parse(text)).position;
}
