import type { Position, Runtime } from '@jiandu/eventing';
import { refuseByKernel, shanghaiDate } from '@jiandu/eventing';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Limits } from '../http/app-parts.ts';
import { completeTo } from '../http/arrival.ts';
import { parsedBody } from '../http/parsed-body.ts';
import { RefusedRequest } from '../http/refused-request.ts';
import type { DemoClock } from './demo-clock.ts';
import type { TimerLoop } from './timer-loop.ts';

export interface DemoRouteParts {
  readonly runtime: Runtime;
  readonly timers: TimerLoop;
  readonly limits: Limits;
  readonly demoClock?: DemoClock;
}

export const clockInput = z.strictObject({
  now: z.iso
    .datetime({ offset: true })
    .meta({ description: '新的时刻，只能向前 / The new instant, never earlier' }),
});

/**
 * The movable clock over HTTP; without one there is no such address. Anybody may set it: where there is a movable clock,
 * anybody may sign in as anybody, so a token would prove nothing.
 */
export function addDemoRoutes(app: FastifyInstance, parts: DemoRouteParts): void {
  const { runtime, timers, limits, demoClock: clock } = parts;
  if (clock === undefined) return;

  /** Answers when all that fell due has been done, and all that follows from it. */
  const settle = async () => {
    await arrived(await runtime.parts.store.head());
    const caused = await timers.look();
    await arrived(Math.max(caused, await runtime.parts.store.head()));
    return standing();
  };
  const arrived = async (position: Position) => {
    if (await runtime.settled(position, Math.max(limits.afterMs, PATIENCE_MS))) return;
    throw new RefusedRequest(refuseByKernel('view.behind', { at: completeTo(runtime), wanted: position }));
  };
  const standing = () => ({
    now: clock.now(),
    today: shanghaiDate(clock.now()),
    stands: clock.stands,
    position: completeTo(runtime),
  });

  app.get('/v1/demo/clock', standing);
  app.post('/v1/demo/clock', async (request) => {
    const { now } = parsedBody(clockInput, request.body);
    const refused = clock.set(now);
    if (refused !== undefined) throw new RefusedRequest(refused);
    return settle();
  });
  app.delete('/v1/demo/clock', async () => {
    const refused = clock.release();
    if (refused !== undefined) throw new RefusedRequest(refused);
    return settle();
  });
}

/** A jump over months may let hundreds of deadlines fall due. */
const PATIENCE_MS = 60_000;
