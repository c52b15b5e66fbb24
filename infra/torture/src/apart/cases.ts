import { Dice } from '../dice.ts';
import { table } from '../table.ts';
import { broken, type Finding } from '../verifier/finding.ts';
import type { ApartHouse } from './apart-house.ts';
import { type ApartVerdict, judgeApart } from './judge-apart.ts';
import { killInTurns } from './kill-in-turns.ts';
import { confuseTheRecord, RECORD_FAULTS } from './lost-answers.ts';
import { type EngineName, takeAway } from './outage.ts';
import { rewindPolicies } from './rewind.ts';

/** What one kind of torture came to, as it is told. */
export interface ApartFound {
  readonly told: string;
  readonly findings: readonly Finding[];
  /** Faults that were meant to fire, and those that did. */
  readonly wanted: number;
  readonly fired: number;
  readonly verdict: ApartVerdict;
}

export interface ApartSettings {
  readonly kills: number;
  readonly seed: number;
  /** Milliseconds an engine is away, or confused. */
  readonly awayMs: number;
  readonly say: (text: string) => void;
}

type ApartCase = (apart: ApartHouse, settings: ApartSettings) => Promise<ApartFound>;

/** Every kind of torture of the distributed house by its name on the command line. */
export const apartCases: Readonly<Record<string, ApartCase>> = {
  kills: killEverything,
  kafka: without('kafka'),
  mongodb: without('mongodb'),
  eventstoredb: without('eventstoredb'),
  record: confuse,
  rewind,
};

async function killEverything(apart: ApartHouse, { kills, seed, say }: ApartSettings): Promise<ApartFound> {
  const { happened, levelAfterMs } = await apart.whileWorking(() =>
    killInTurns(apart, {
      kills,
      dice: new Dice(seed),
      onKill: ({ number, victim, readyMs, inFlight }) =>
        say(
          `${String(number).padStart(4)}  kill -9 ${victim}  ready ${Math.round(readyMs)} ms  in flight ${inFlight}`,
        ),
    }),
  );
  const ready = happened.map(({ readyMs }) => readyMs).toSorted((a, b) => a - b);
  const rows = [
    ['已杀 kills', `${happened.filter(({ fired }) => fired).length} / ${kills}`],
    ['进程 processes', new Set(happened.map(({ victim }) => victim)).size],
    ['恢复 ready again p50 / max', `${at(ready, 0.5)} / ${at(ready, 1)} ms`],
  ] as const;
  const fired = happened.filter((each) => each.fired).length;
  return concluded(apart, 'kill -9 各服务与各引擎 / services and engines, killed with -9', rows, {
    levelAfterMs,
    wanted: kills,
    fired,
    findings: [],
  });
}

function without(engine: EngineName): ApartCase {
  return async (apart, { awayMs }) => {
    const { happened, levelAfterMs } = await apart.whileWorking(() => takeAway(apart, engine, awayMs));
    const { acknowledged, refused, asked, readyTold, metricsTold } = happened;
    const rows = [
      ['其间确认的命令 commands acknowledged meanwhile', acknowledged],
      ['其间503的命令 commands answered 503', refused],
      ['其间查询 200 / 503 queries', `${asked.answered} / ${asked.unavailable}`],
      ['就绪与指标已说明 told by readiness, by metrics', `${readyTold}, ${metricsTold}`],
    ] as const;
    return concluded(apart, `没有 ${engine}，${awayMs / 1000} s / without ${engine}`, rows, {
      levelAfterMs,
      wanted: 1,
      fired: Number(happened.fired),
      findings: asPromised(happened),
    });
  };
}

/** Without Kafka all goes on; without MongoDB commands do and queries say 503; without the record commands are refused. */
function asPromised({
  engine,
  acknowledged,
  refused,
  asked,
  readyTold,
  metricsTold,
}: Awaited<ReturnType<typeof takeAway>>) {
  const findings: Finding[] = asked.other.map((answer) => broken('query.unexpected', answer));
  const must = (holds: boolean, promise: string) => {
    if (!holds) findings.push(broken(promise, `while ${engine} was away`));
  };
  if (engine === 'eventstoredb') must(refused > 0, 'command.not-refused');
  else must(acknowledged > 0, 'command.not-accepted');
  if (engine === 'kafka') must(asked.answered > 0 && asked.unavailable === 0, 'query.not-answered');
  if (engine === 'mongodb') must(asked.unavailable > 0, 'query.not-refused');
  must(readyTold, 'readiness.silent');
  must(metricsTold, 'metrics.silent');
  return findings;
}

async function confuse(apart: ApartHouse, { awayMs }: ApartSettings): Promise<ApartFound> {
  const { happened, levelAfterMs } = await apart.whileWorking(() => confuseTheRecord(apart, awayMs));
  const rows = RECORD_FAULTS.map((fault) => [fault, happened[fault]] as const);
  return concluded(apart, '事件库失灵：丢答复、拒绝、迟缓、换主、断订阅 / a confused record', rows, {
    levelAfterMs,
    wanted: RECORD_FAULTS.length,
    fired: RECORD_FAULTS.filter((fault) => happened[fault] > 0).length,
    findings: [],
  });
}

async function rewind(apart: ApartHouse): Promise<ApartFound> {
  const { happened, levelAfterMs } = await apart.whileWorking(() => rewindPolicies(apart));
  const rows = [['回到起点的服务 services put back to the beginning', happened]] as const;
  return concluded(apart, '全部重新投递 / everything delivered again', rows, {
    levelAfterMs,
    wanted: 1,
    fired: Number(happened > 0),
    findings: [],
  });
}

interface Concluded {
  readonly levelAfterMs: number;
  readonly wanted: number;
  readonly fired: number;
  readonly findings: readonly Finding[];
}

async function concluded(
  apart: ApartHouse,
  title: string,
  rows: readonly (readonly [string, string | number])[],
  { levelAfterMs, wanted, fired, findings }: Concluded,
): Promise<ApartFound> {
  const verdict = await judgeApart(apart);
  const all = [...findings, ...verdict.findings];
  const told = table(title, [
    ...rows,
    ['再次齐平 level again after', `${Math.round(levelAfterMs)} ms`],
    ['已确认命令，丢失 commands acknowledged, lost', `${verdict.acknowledged}, ${verdict.lost}`],
    ['事件 events', verdict.events],
    ['编号 numbers given', verdict.numbers],
    ['策略效果 effects of policies', verdict.effects],
    [
      '视图对比重建，文档 views compared with a rebuild, documents',
      `${verdict.viewsCompared}, ${verdict.documents}`,
    ],
    ['主题中的消息，重复 messages in the topics, repeated', `${verdict.messages}, ${verdict.repeated}`],
    ['失信 promises broken', all.length],
  ]);
  return { told, findings: all, wanted, fired, verdict };
}

function at(sorted: readonly number[], share: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
