import { refuseByKernel } from '@jiandu/eventing';
import { type ClockStanding, RefusedRequest, serviceAnswers } from '@jiandu/host';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { headOf } from './apart.ts';
import { type Answer, askAll, onBehalfOf, relay } from './asking.ts';
import { refuseByGateway } from './gateway-refusals.ts';
import type { Neighbour } from './neighbours.ts';
import type { Settlement } from './settlement.ts';

export interface ClockRouteParts {
  readonly neighbours: readonly Neighbour[];
  readonly settlement: Settlement;
}

/** A jump over months may let hundreds of deadlines fall due. */
const PATIENCE_MS = 60_000;
/** A service waits twice, for what was before the jump and for what it caused. */
const IN_A_SERVICE_MS = 2 * PATIENCE_MS + 10_000;
const LOOK_MS = 5_000;

/**
 * One movable clock for the house, though every service has its own. Putting it forward answers when every timer has looked and
 * all that follows has been done in all services, as in one process.
 */
export function addClockRoutes(app: FastifyInstance, { neighbours, settlement }: ClockRouteParts): void {
  const settle = async (position: number) => {
    const settled = await settlement.settle(position, PATIENCE_MS);
    if (settled.settled) return settled.upTo;
    throw new RefusedRequest(refuseByKernel('view.behind', { at: 0, wanted: position }));
  };

  const move = async (method: 'POST' | 'DELETE', request: FastifyRequest, reply: FastifyReply) => {
    const first = neighbours[0];
    // Timers look at views: what is on its way when the clock is put forward must have arrived there.
    if (first !== undefined) await settle(await headOf(first));
    const body = Buffer.isBuffer(request.body) ? request.body : undefined;
    const answers = await askAll(neighbours, {
      method,
      path: '/v1/demo/clock',
      headers: onBehalfOf(request),
      withinMs: IN_A_SERVICE_MS,
      ...(body === undefined ? {} : { body }),
    });
    const refused = answers.find(({ status }) => status !== 200);
    if (refused !== undefined) {
      if (answers.every(({ status }) => status === refused.status)) return relay(reply, refused);
      throw new RefusedRequest(differing(answers));
    }
    const clocks = answers.map(read);
    const agreed = agreeing(clocks, answers);
    return { ...agreed, position: await settle(Math.max(...clocks.map(({ position }) => position))) };
  };

  app.get('/v1/demo/clock', async (request, reply) => {
    const answers = await askAll(neighbours, {
      path: '/v1/demo/clock',
      headers: onBehalfOf(request),
      withinMs: LOOK_MS,
    });
    const refused = answers.find(({ status }) => status !== 200);
    if (refused !== undefined) return relay(reply, refused);
    const clocks = answers.map(read);
    return { ...agreeing(clocks, answers), position: Math.min(...clocks.map(({ position }) => position)) };
  });
  app.post('/v1/demo/clock', (request, reply) => move('POST', request, reply));
  app.delete('/v1/demo/clock', (request, reply) => move('DELETE', request, reply));
}

function read({ text }: Answer): ClockStanding {
  return serviceAnswers.clock.parse(JSON.parse(text));
}

/** The one clock; running clocks differ by the time that asking takes. */
function agreeing(clocks: readonly ClockStanding[], answers: readonly Answer[]): ClockStanding {
  const [first] = clocks;
  const agreed =
    first !== undefined &&
    clocks.every(({ now, stands }) => stands === first.stands && (!stands || now === first.now));
  if (!agreed) throw new RefusedRequest(differing(answers));
  return first;
}

function differing(answers: readonly Answer[]) {
  const clocks = answers.map((answer) => {
    const read = serviceAnswers.clock.safeParse(safeJson(answer.text));
    return `${answer.from.name} ${read.success ? `${read.data.now}${read.data.stands ? '' : ' …'}` : answer.status}`;
  });
  return refuseByGateway('gateway.clocks-differ', { clocks: clocks.join(', ') });
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
