import type { Bilingual } from '@jiandu/eventing';
import type { z } from 'zod';
import { clockInput } from '../clock/demo-routes.ts';
import { rerunInput } from '../operations/operations-routes.ts';
import { signInInput } from '../session/session-routes.ts';
import { type JsonSchema, jsonSchema } from './json-schema.ts';
import type { Operation } from './operations.ts';

const text: JsonSchema = { type: 'string' };
const count: JsonSchema = { type: 'integer' };
const flag: JsonSchema = { type: 'boolean' };

function object(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const listOf = (items: JsonSchema) => object({ items: { type: 'array', items } });

const role = object({ role: text, unit: text, unitName: text, department: text }, ['department']);
const person = { person: text, name: text, roles: { type: 'array', items: role } };
const clock = object({ now: text, today: text, stands: flag, position: count });
const parked = object({
  id: text,
  service: text,
  policy: text,
  key: text,
  position: count,
  stream: text,
  eventId: text,
  eventType: text,
  reason: text,
  waits: flag,
});
const view = object({ view: text, collection: text, position: count, building: flag, lag: count });

interface Given {
  readonly input?: z.ZodType;
  readonly answer: JsonSchema;
  readonly open?: boolean;
}

function hostOperation(
  method: Operation['method'],
  path: string,
  id: string,
  title: Bilingual,
  given: Given,
): Operation {
  return {
    id,
    kind: 'host',
    method,
    path,
    title,
    tag: id.slice(0, id.indexOf('.')),
    law: [],
    may: [],
    answer: given.answer,
    creates: false,
    open: given.open ?? false,
    ...(given.input === undefined ? {} : { input: jsonSchema(given.input) }),
  };
}

/** What the host itself offers, whatever the services. */
export const hostOperations: readonly Operation[] = [
  hostOperation(
    'get',
    '/v1/session',
    'session.whoAmI',
    { zh: '当前登录人', en: 'Who I am' },
    { answer: object(person) },
  ),
  hostOperation(
    'get',
    '/v1/operations/parked',
    'operations.parked',
    { zh: '搁置的事件', en: 'Parked events' },
    { answer: listOf(parked) },
  ),
  hostOperation(
    'post',
    '/v1/operations/parked/rerun',
    'operations.rerunParked',
    { zh: '重新处理搁置的事件', en: 'Handle parked events again' },
    { input: rerunInput, answer: object({ handled: count }) },
  ),
  hostOperation(
    'get',
    '/v1/operations/views',
    'operations.views',
    { zh: '视图进度', en: 'How far the views are' },
    { answer: listOf(view) },
  ),
  hostOperation(
    'post',
    '/v1/operations/views/:view/rebuild',
    'operations.rebuildView',
    { zh: '重建视图', en: 'Rebuild a view' },
    { answer: object({ view: text, upTo: count }) },
  ),
];

/** What exists in demonstration and tests only. */
export const demoOperations: readonly Operation[] = [
  hostOperation(
    'post',
    '/v1/session',
    'session.signIn',
    { zh: '演示登录', en: 'Sign in (demonstration)' },
    { input: signInInput, answer: object({ token: text, expiresAt: text, ...person }), open: true },
  ),
  hostOperation(
    'get',
    '/v1/session/demo-staff',
    'session.demoStaff',
    { zh: '可登录的演示人员', en: 'Whom one may sign in as' },
    { answer: listOf(object(person)), open: true },
  ),
  hostOperation(
    'get',
    '/v1/demo/clock',
    'demo.clock',
    { zh: '演示时钟', en: 'The movable clock' },
    { answer: clock, open: true },
  ),
  hostOperation(
    'post',
    '/v1/demo/clock',
    'demo.setClock',
    { zh: '拨动演示时钟', en: 'Put the clock forward' },
    { input: clockInput, answer: clock, open: true },
  ),
  hostOperation(
    'delete',
    '/v1/demo/clock',
    'demo.releaseClock',
    { zh: '恢复实时', en: 'Let the clock run with the wall' },
    { answer: clock, open: true },
  ),
];

/** Headings of the host's own groups. */
export const hostTags: ReadonlyMap<string, string> = new Map([
  ['session', '登录 / Session'],
  ['operations', '运行维护 / Operations'],
  ['demo', '演示 / Demonstration'],
]);
