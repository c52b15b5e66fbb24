import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readSettings } from '@jiandu/host';
import { demoStaff } from '@jiandu/registry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootstrap } from '../../infra/standalone/src/bootstrap.ts';
import { type House, openHouse } from '../../infra/standalone/src/house.ts';

const data = mkdtempSync(join(tmpdir(), 'jiandu-readme-'));
let house: House;
let address = '';

beforeAll(async () => {
  const flags = ['--mode', 'test', '--port', '0', '--data', data];
  house = await openHouse(readSettings({ JIANDU_LOG_LEVEL: 'silent' }, flags).settings);
  await bootstrap(house.runtime, demoStaff);
  address = await house.listen();
}, 60_000);

afterAll(async () => {
  await house.close();
  rmSync(data, { recursive: true, force: true });
});

/** The commands of a README that begin with the address of the house. */
function commandsOf(readme: string): string {
  const text = readFileSync(join(import.meta.dirname, '../..', readme), 'utf8');
  const block = /```sh\n(J=http[\s\S]*?)```/.exec(text)?.[1];
  if (block === undefined) throw new Error(`${readme} has no first matter`);
  return block.replace(/^J=.*$/m, `J=${address}`);
}

/** `curl` and `sed` come with every system but a few containers. */
function missingTool(): string | undefined {
  for (const tool of ['sh', 'curl', 'sed']) {
    try {
      execFileSync('sh', ['-c', `command -v ${tool}`]);
    } catch {
      return tool;
    }
  }
  return undefined;
}

test.for(['README.md', 'README.zh-CN.md'])(
  'the first matter of %s can be worked as pasted',
  { timeout: 60_000 },
  async (readme, { skip }) => {
    const missing = missingTool();
    if (missing !== undefined) skip(`${missing} is not installed`);
    const { stdout } = await promisify(execFile)('sh', ['-ec', commandsOf(readme)]);
    const answers = stdout.trim().split('\n');
    const page = JSON.parse(answers.at(-1) ?? '') as {
      number: string;
      status: string;
      significance: object;
      clocks: readonly { clock: string; due: string; steps: readonly object[] }[];
    };
    expect(answers).toHaveLength(5);
    expect(answers[2]).toBe(page.number);
    expect(page).toMatchObject({ status: 'accepted', significance: { score: 65, major: true } });
    expect(page.clocks.map(({ clock }) => clock)).toEqual(['DL-54']);
    expect(page.clocks[0]?.steps.length).toBeGreaterThan(0);
  },
);
