import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../house.ts';
import { CLERK, soundLead } from './sound.ts';

/** Words that occur nowhere else, so that any trace of them is one of ours. */
const CANARY = '青鸾七号坐标';
const CANARY_LATIN = 'QINGLUAN-7-COORDINATES';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const data = mkdtempSync(join(tmpdir(), 'jiandu-secret-'));
let running: ChildProcess;
let address = '';
let output = '';
let token = '';

async function ask(method: string, path: string, body?: string, headers: Json = {}) {
  const response = await fetch(`${address}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(headers as Record<string, string>),
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return { status: response.status, text, body: (text === '' ? {} : JSON.parse(text)) as Json };
}

// A process of its own, with everything logged that can be: what it prints and what it leaves on disk is all there is.
beforeAll(async () => {
  const flags = ['--mode', 'test', '--port', '0', '--data', data, '--log-level', 'trace'];
  running = spawn(process.execPath, [MAIN, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  const listening = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (found !== null) resolve(found[0]);
    };
    running.stdout?.on('data', hear);
    running.stderr?.on('data', hear);
    running.once('exit', () => reject(new Error(`the house did not start:\n${output}`)));
  });
  address = await listening;
  const signedIn = await ask('POST', '/v1/session', JSON.stringify({ person: CLERK }));
  token = String(signedIn.body['token']);
}, 60_000);

afterAll(async () => {
  await ended();
  rmSync(data, { recursive: true, force: true });
});

async function ended(): Promise<void> {
  if (running.exitCode !== null) return;
  running.kill('SIGTERM');
  await once(running, 'exit');
}

const secret = (more: Json) => soundLead({ facts: `${CANARY} ${CANARY_LATIN}`, ...more });
const marked: readonly (readonly [what: string, input: Json])[] = [
  ['the label', secret({ secrecy: 'state_secret' })],
  ['the label in Chinese', secret({ secrecy: '国家秘密' })],
  ['a degree', secret({ secrecy: '机密' })],
  ['the label in a field that nobody declared', secret({ classification: 'top_secret' })],
  ['the label as a key', secret({ 绝密: true })],
  ['the marking in the text', soundLead({ facts: `机密★20年 ${CANARY} ${CANARY_LATIN}` })],
  ['the marking in the title', soundLead({ title: `绝密★ ${CANARY}` })],
  [
    'the label somewhere inside',
    secret({ supervisedBody: { name: CANARY, kind: 'other', secrecy: 'state secret' } }),
  ],
  ['the marking beside malformed fields', secret({ persons: `秘密★ ${CANARY}`, unit: 7 })],
];

test.each(marked)(
  'a content that bears %s is refused, and the refusal repeats nothing of it',
  async (_what, input) => {
    const told = await ask('POST', '/v1/intake/leads', JSON.stringify(input));
    expect(told.status).toBe(422);
    expect(told.body['code']).toBe('secrecy.state-secret');
    expect(told.body['law']).toBe('保密法 §17');
    expect(told.text).not.toContain(CANARY);
    expect(told.text).not.toContain(CANARY_LATIN);
    expect(told.body['field']).toBeUndefined();
  },
);

test('nor does anything stay of it where it cannot be read as JSON, or comes with a key or in an address', async () => {
  const body = JSON.stringify(secret({ secrecy: 'state_secret' }));
  expect((await ask('POST', '/v1/intake/leads', body.slice(0, -1))).status).toBe(400);
  const key = { 'idempotency-key': 'secret-1' };
  expect((await ask('POST', '/v1/intake/leads', body, key)).status).toBe(422);
  expect((await ask('POST', '/v1/intake/leads', body, key)).status).toBe(422);
  const unreadable = JSON.stringify(secret({ unit: 7 }));
  expect((await ask('POST', '/v1/intake/leads', unreadable)).status).toBe(422);
  expect(
    (await ask('POST', `/v1/intake/leads/${CANARY_LATIN}/screen-lead`, '{"secrecy":"绝密"}')).status,
  ).toBe(422);
});

test('what is kept is that there is something, where and under which number', async () => {
  const stub = { unit: '630103', offlineNumber: '2025-涉密-1' };
  const told = await ask('POST', '/v1/intake/leads/keep-offline', JSON.stringify(stub));
  expect(told.status, told.text).toBe(201);
});

test('afterwards no file of the data directory and no line of the log knows a word of it', async () => {
  await ended();
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  expect(files.map(({ name }) => name)).toContain('log.db');
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    for (const word of [CANARY, CANARY_LATIN]) {
      expect(bytes.includes(Buffer.from(word, 'utf8')), `${name} holds ${word}`).toBe(false);
      expect(bytes.includes(Buffer.from(word, 'utf16le')), `${name} holds ${word}`).toBe(false);
    }
  }
  const log = readFileSync(join(data, 'log.db'));
  expect(log.includes(Buffer.from('2025-涉密-1')), 'the search would find what is there').toBe(true);
  for (const word of [CANARY, CANARY_LATIN]) expect(output).not.toContain(word);
});
