import { z } from 'zod';

/** What a service answers to the gateway, as the gateway reads it. */
export const serviceAnswers = {
  /** `/internal/head` */
  head: z.object({ position: z.number().int() }),
  /** `/internal/published` */
  published: z.object({ published: z.boolean(), away: z.boolean() }),
  /** `/internal/handled` */
  handled: z.object({ handled: z.boolean(), lastEffect: z.number().int(), away: z.boolean() }),
  /** `/health/ready` */
  readiness: z.object({
    status: z.enum(['ready', 'waiting']),
    waitingFor: z.array(z.string()),
    away: z.array(z.string()).default([]),
  }),
  /** `/v1/demo/clock` */
  clock: z.object({ now: z.string(), today: z.string(), stands: z.boolean(), position: z.number().int() }),
  /** `/v1/operations/parked` and `…/views` */
  list: z.object({ items: z.array(z.unknown()) }),
} as const;

/** Where the clock of a service stands. */
export type ClockStanding = z.output<typeof serviceAnswers.clock>;
