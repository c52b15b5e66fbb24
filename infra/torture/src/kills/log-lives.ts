import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dice } from '../dice.ts';
import { pause } from '../pause.ts';
import { secureEvidence } from '../verifier/evidence.ts';
import type { Finding } from '../verifier/finding.ts';
import { readLogFile } from '../verifier/log-file.ts';
import { checkAppends, checkLog } from '../verifier/log-promises.ts';
import { BareLogAcks, checkGroups } from './bare-log-acks.ts';

export interface LogKillSettings {
  readonly kills: number;
  readonly seed: number;
  /** Told after each kill how many there have been. */
  readonly onKill?: (kills: number) => void;
}

/** What the kills of the bare log came to. */
export interface LogKills {
  readonly kills: number;
  /** Proof: processes that ended by SIGKILL. */
  readonly fired: number;
  readonly appends: number;
  readonly events: number;
  /** Groups in the log whose answer nobody heard: the kill came between fsync and answer. */
  readonly wholeUnanswered: number;
  readonly repeated: number;
  readonly lostRaces: number;
  readonly findings: readonly Finding[];
}

const LIVES_PER_LOG = 20;
const LONGEST_WORK_MS = 120;
const child = new URL('./bare-log.ts', import.meta.url).pathname;

/** Kills a process that does nothing but append, many times; cheap enough for a thousand kills in a few minutes. */
export async function killLogs({ kills, seed, onKill }: LogKillSettings): Promise<LogKills> {
  const place = mkdtempSync(join(tmpdir(), 'jiandu-torture-log-'));
  const compiled = join(place, 'compiled');
  await once(spawn(process.execPath, [child], { stdio: 'ignore', env: environment(compiled) }), 'exit');
  const dice = new Dice(seed);
  const findings: Finding[] = [];
  let [fired, appends, events, wholeUnanswered, repeated, lostRaces] = [0, 0, 0, 0, 0, 0];
  for (let killed = 0; killed < kills; ) {
    const data = join(place, `log-${killed}`);
    const acks = new BareLogAcks();
    for (let life = 0; life < LIVES_PER_LOG && killed < kills; life += 1) {
      if ((await liveAndDie({ data, compiled, dice, acks })) === 'SIGKILL') fired += 1;
      killed += 1;
      const rows = readLogFile(secureEvidence(data, join(place, 'evidence')).log);
      const found = checkGroups(rows, acks);
      findings.push(...checkLog(rows), ...checkAppends(rows), ...found.findings);
      if (life === LIVES_PER_LOG - 1 || killed === kills) {
        events += rows.length;
        wholeUnanswered += found.wholeUnanswered;
      }
      onKill?.(killed);
    }
    appends += acks.done.size;
    repeated += acks.repeated;
    lostRaces += acks.lostRaces.size;
    rmSync(data, { recursive: true });
  }
  rmSync(place, { recursive: true });
  return { kills, fired, appends, events, wholeUnanswered, repeated, lostRaces, findings };
}

interface LifeSettings {
  readonly data: string;
  readonly compiled: string;
  readonly dice: Dice;
  readonly acks: BareLogAcks;
}

function environment(compiled: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, NODE_COMPILE_CACHE: compiled };
}

async function liveAndDie({ data, compiled, dice, acks }: LifeSettings): Promise<NodeJS.Signals | null> {
  mkdirSync(data, { recursive: true });
  const seed = String(dice.below(2 ** 32));
  const killed = spawn(process.execPath, [child, '--file', join(data, 'log.db'), '--seed', seed], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment(compiled),
  });
  const closed = once(killed, 'close');
  const opened = new Promise<void>((resolve) => killed.stdout.once('data', () => resolve()));
  killed.stdout.on('data', (text: Buffer) => acks.hear(text.toString('utf8')));
  await Promise.race([opened, closed]);
  await pause(dice.between(0, LONGEST_WORK_MS));
  killed.kill('SIGKILL');
  const [, signal] = (await closed) as [number | null, NodeJS.Signals | null];
  acks.endOfLife();
  return signal;
}
