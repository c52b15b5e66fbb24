import type { Directory, Runtime, Subject } from '@jiandu/eventing';
import { shanghaiDate } from '@jiandu/eventing';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refuseByHost } from '../host-refusals.ts';
import type { Identification } from '../http/identification.ts';
import { parsedBody } from '../http/parsed-body.ts';
import type { RateLimiter } from '../http/rate-limit.ts';
import { RefusedRequest } from '../http/refused-request.ts';
import type { DemoSignIn } from './sessions.ts';

export interface SessionRouteParts {
  readonly runtime: Runtime;
  readonly identification: Identification;
  readonly limiter: RateLimiter;
  readonly signIn?: DemoSignIn;
  readonly people?: () => readonly string[];
}

export const signInInput = z.strictObject({
  person: z.string().min(1).max(100).meta({ description: '人员编号 / Id of the person' }),
});

/** Who I am; and in the demonstration, signing in as one of the staff. */
export function addSessionRoutes(app: FastifyInstance, parts: SessionRouteParts): void {
  const { runtime, identification, limiter, signIn, people } = parts;
  const directory = () => runtime.parts.organisation.current();
  const today = () => shanghaiDate(runtime.parts.clock.now());

  app.get('/v1/session', async (request) => whoIs(await identification.subjectOf(request), directory()));
  if (signIn === undefined) return;

  app.post('/v1/session', async (request, reply) => {
    if (limiter.take(request.ip) > 0) throw new RefusedRequest(refuseByHost('rate.limited'));
    const { person } = parsedBody(signInInput, request.body);
    const subject = directory().subject(person, today());
    if (subject === undefined) {
      throw new RefusedRequest(refuseByHost('session.unknown-person', { field: 'person' }));
    }
    const { token, expiresAt } = await signIn.issue(person);
    const until = new Date(expiresAt * 1000).toISOString();
    return reply.code(201).send({ token, expiresAt: until, ...whoIs(subject, directory()) });
  });

  app.get('/v1/session/demo-staff', () => {
    const subjects = (people?.() ?? []).map((person) => directory().subject(person, today()));
    const items = subjects.filter((each) => each !== undefined).map((each) => whoIs(each, directory()));
    return { items };
  });
}

/** A person with the roles of today, as a page shows them. */
function whoIs({ person, name, roles }: Subject, directory: Directory) {
  return {
    person,
    name,
    roles: roles.map(({ role, unit, department }) => ({
      role,
      unit,
      unitName: directory.unit(unit)?.nameZh ?? unit,
      ...(department === undefined ? {} : { department }),
    })),
  };
}
