import { randomUUID } from 'node:crypto';
import { type Addressed, type CommandRequest, derivedId, type Outcome } from '@jiandu/eventing';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Metrics } from '../operations/metrics.ts';
import type { ProblemAnswers } from './answer-problem.ts';
import type { RouteParts } from './app-parts.ts';
import { awaitArrival } from './arrival.ts';
import { collectionPath, commandPath } from './command-path.ts';
import type { Identification } from './identification.ts';
import { accepted } from './refused-request.ts';
import { idempotencyKey, ifRevision } from './request-headers.ts';
import { tracedRoute } from './traced-route.ts';

export interface CommandRouteParts extends RouteParts {
  readonly identification: Identification;
  readonly problems: ProblemAnswers;
  readonly metrics: Metrics;
}

/** One `POST` for every command that is offered to people. */
export function addCommandRoutes(app: FastifyInstance, parts: CommandRouteParts): void {
  for (const addressed of parts.runtime.index.commands.values()) {
    if (addressed.command.internal) continue;
    app.post(commandPath(addressed), {
      onResponse: parts.metrics.timing('POST', commandPath(addressed)),
      handler: commandHandler(addressed, parts),
    });
  }
}

function commandHandler(addressed: Addressed, parts: CommandRouteParts) {
  const { runtime, identification, metrics, limits } = parts;
  const problems = parts.problems.speakingFor(addressed.service);
  const { name } = addressed;
  const count = metrics.countCommand(name);
  const answered = answering(addressed);

  return tracedRoute(
    runtime.parts.tracer,
    `POST ${commandPath(addressed)}`,
    async (request, reply, trace) => {
      const subject = await identification.subjectOf(request);
      const { headers } = request;
      const id = (request.params as { id?: string }).id;
      const key = accepted(idempotencyKey(headers['idempotency-key']));
      const revision = accepted(ifRevision(headers['if-match']));
      await awaitArrival(runtime, request, limits.afterMs);
      const command: CommandRequest = {
        command: name,
        input: request.body ?? {},
        by: { subject },
        commandId: key === undefined ? randomUUID() : derivedId(subject.person, name, id ?? '', key),
        correlationId: request.id,
        ...(id === undefined ? {} : { id }),
        ...(revision === undefined ? {} : { ifRevision: revision }),
        ...(trace === undefined ? {} : { traceparent: trace }),
      };
      const outcome = await runtime.execute(command);
      count(outcome);
      return outcome.done ? answered(reply, outcome) : problems.refuse(reply, outcome.refusal);
    },
  );
}

type Done = Extract<Outcome, { done: true }>;

/** A repetition is answered exactly as the first time; only a header tells them apart. */
function answering(addressed: Addressed) {
  const creates = addressed.command.creates !== undefined;
  const collection = collectionPath(addressed);
  return (reply: FastifyReply, { id, revision, position, events, repeated }: Done) => {
    reply.header('etag', `"${revision}"`).header('jiandu-position', String(position));
    if (repeated) reply.header('idempotency-replayed', 'true');
    if (creates) reply.code(201).header('location', `${collection}/${encodeURIComponent(id)}`);
    return reply
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ id, revision, position, events }));
  };
}
