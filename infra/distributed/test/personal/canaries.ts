import { createDecipheriv } from 'node:crypto';
import { personalPaths } from '@jiandu/contracts';
import type { EventDefinition, KeyRing } from '@jiandu/eventing';
import type { Exchange } from '@jiandu/worked-matters';

type Json = Readonly<Record<string, unknown>>;

/** Stands in every personal text that is planted, and nowhere else. */
export const CANARY = '金丝雀';
const PHONE = '13988887777';
const ID_NUMBER = '63010319800101771X';
export const canaries: readonly string[] = [CANARY, PHONE, ID_NUMBER];

/** Inputs of commands under these names are personal wherever they stand; each gets a text of its own. */
const PERSONAL_TEXTS: ReadonlySet<string> = new Set(['statement', 'names', 'receivedBy']);

function planted(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => planted(each));
  if (typeof value === 'string') return PERSONAL_TEXTS.has(name) ? `${CANARY}：${value}` : value;
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(
    Object.entries(value).map(([field, each]) => [field, planted(each, field)]),
  );
  // What a party is told is personal; what a body answers, under the same name, is not.
  if ('party' in value) return { ...inner, content: `${CANARY}：已告知` };
  if (name === 'heard') return { ...inner, names: `${CANARY}等人` };
  if (name !== 'reporter') return inner;
  return { ...inner, name: `${CANARY}甲`, phone: PHONE, idNumber: ID_NUMBER, address: `${CANARY}巷一号` };
}

/** The same exchange, with a canary in every personal field of what is said. */
export function withCanaries(exchange: Exchange): Exchange {
  return (request) =>
    exchange(request.body === undefined ? request : { ...request, body: planted(request.body) });
}

/** What stands at a dotted path, `*` being every element of a list. */
export function standingAt(value: unknown, [head, ...rest]: readonly string[]): readonly unknown[] {
  if (head === undefined) return value === undefined || value === null ? [] : [value];
  if (head === '*') return Array.isArray(value) ? value.flatMap((each) => standingAt(each, rest)) : [];
  if (typeof value !== 'object' || value === null) return [];
  return standingAt((value as Json)[head], rest);
}

/** Data that hold a canary at every personal path of an event, and nothing else. */
export function onlyPersonal(definition: EventDefinition): Json {
  const data: Record<string, unknown> = {};
  for (const path of personalPaths(definition)) {
    const parts = path.split('.');
    const leaf = parts.pop() ?? '';
    let at = data;
    for (const part of parts) {
      at[part] ??= {};
      at = at[part] as Record<string, unknown>;
    }
    at[leaf] = `${CANARY}${path}`;
  }
  return data;
}

/** A sealed value opened with the keys of the house, by what ADR 0009 says and not by its code. */
export async function opened(value: unknown, keys: KeyRing): Promise<string> {
  const { $sealed = '', box = '' } = value as { readonly $sealed?: string; readonly box?: string };
  const key = await keys.find($sealed);
  if (key === undefined) throw new Error('the value is not sealed, or its key is gone');
  const bytes = Buffer.from(box, 'base64url');
  const cipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, 12));
  cipher.setAAD(Buffer.from($sealed)).setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
}
