import { type DeliveryFound, playInDisorder, walkInDisorder } from './delivery/disordered-delivery.ts';
import { runOutOfSpace } from './disk-full/disk-full.ts';
import { fileSizeQuota, type Scarcity, smallFileSystem } from './disk-full/scarcity.ts';
import { killHouses, type Life } from './kills/house-lives.ts';
import { killLogs } from './kills/log-lives.ts';
import { summarise } from './kills/summary.ts';
import { stormOneMatter } from './race/lost-race-storm.ts';
import { raceTwoHouses } from './race/two-houses.ts';
import { table } from './table.ts';
import type { Finding } from './verifier/finding.ts';

/** What one kind of torture came to, as it is told. */
export interface CaseFound {
  readonly told: string;
  readonly findings: readonly Finding[];
  /** Faults that were meant to fire, and those that did. */
  readonly wanted: number;
  readonly fired: number;
}

export interface CaseSettings {
  readonly kills: number;
  readonly seed: number;
  readonly clients: number;
  readonly say: (text: string) => void;
}

export type TortureCase = (settings: CaseSettings) => Promise<CaseFound>;

/** Every kind of torture by its name on the command line. */
export const cases: Readonly<Record<string, TortureCase>> = {
  house: killTheHouse,
  log: killTheLog,
  disk: fillTheDisk,
  race: raise,
  delivery: disorder,
};

async function killTheHouse({ kills, seed, clients, say }: CaseSettings): Promise<CaseFound> {
  const lives = await killHouses({ kills, seed, clients, onLife: (life) => say(lineOf(life)) });
  const all = summarise(lives);
  const told = table('整机 kill -9 / the house, killed with -9', [
    ['已杀 kills, of them while starting', `${all.kills} / ${kills}, ${all.whileStarting}`],
    ['数据目录 data directories', all.houses],
    ['已确认命令 commands acknowledged', all.acknowledged],
    ['答复中断，其中已办 answers cut off, of them done', `${all.cutOff}, ${all.cutOffDone}`],
    ['重复提交 given again', all.givenAgain],
    ['确认后再提交，答复一致 confirmed again alike', all.confirmed],
    ['事件 events', all.events],
    ['编号 numbers given', all.numbers],
    ['策略效果 effects of policies', all.effects],
    ['视图对比重建 views compared with a rebuild', all.viewsCompared],
    ['恢复 recovery p50 / max', `${Math.round(all.readyP50)} / ${Math.round(all.readyMax)} ms`],
    ['失信 promises broken', all.broken.size === 0 ? 0 : [...all.broken].map(String).join(' ')],
  ]);
  const findings = lives.flatMap(({ verdict }) => verdict.findings);
  return { told, findings, wanted: kills, fired: all.kills };
}

function lineOf({ number, killed, afterMs, readyMs, inFlight, book, verdict }: Life): string {
  const how = { starting: '启动中 starting', working: '工作中 working ', last: '正常关闭 closed  ' }[killed];
  const mark = verdict.findings.length === 0 ? '✓' : `✗ ${verdict.findings.length}`;
  const { cutOff, cutOffDone, events, viewsCompared } = verdict;
  return [
    `${String(number).padStart(5)}  ${how}  ${(afterMs / 1000).toFixed(2)} s`,
    `ready ${readyMs === undefined ? '    –' : String(Math.round(readyMs)).padStart(5)} ms`,
    `在途 in flight ${String(inFlight).padStart(2)}`,
    `acknowledged ${String(book.acknowledged.length).padStart(5)}`,
    `cut off ${String(cutOff).padStart(2)}, done ${cutOffDone}`,
    `given again ${String(book.givenAgain).padStart(4)}`,
    `events ${String(events).padStart(6)}`,
    `views ${viewsCompared}  ${mark}`,
  ].join('  ');
}

async function killTheLog({ kills, seed, say }: CaseSettings): Promise<CaseFound> {
  const found = await killLogs({
    kills,
    seed,
    onKill: (killed) => {
      if (killed % 100 === 0) say(`${killed} kills of the log`);
    },
  });
  const told = table('事件日志 kill -9 / the bare log, killed with -9', [
    ['已杀 kills', `${found.fired} / ${kills}`],
    ['已确认追加 appends acknowledged', found.appends],
    ['事件 events', found.events],
    ['完整但未及答复 whole groups whose answer was cut off', found.wholeUnanswered],
    ['重复追加，答复一致 repeated alike', found.repeated],
    ['竞争失败 races lost', found.lostRaces],
    ['失信 promises broken', found.findings.length],
  ]);
  return { told, findings: found.findings, wanted: kills, fired: found.fired };
}

async function fillTheDisk({ seed }: CaseSettings): Promise<CaseFound> {
  const told: string[] = [];
  const findings: Finding[] = [];
  const ways = [smallFileSystem(), fileSizeQuota()];
  const possible = ways.filter((way): way is Scarcity => typeof way !== 'string');
  let fired = 0;
  for (const way of ways) {
    if (typeof way === 'string') {
      told.push(`磁盘写满：跳过 / disk full: skipped, ${way}`);
      continue;
    }
    try {
      const found = await runOutOfSpace(way, seed);
      findings.push(...found.findings);
      if (found.refused > 0) fired += 1;
      told.push(
        table(`磁盘写满 / disk full (${found.way})`, [
          ['因无空间被拒 refused with 503', found.refused],
          ['期间可读 reads meanwhile', found.reads],
          ['恢复 first command after space came back', `${Math.round(found.recoveredMs)} ms`],
          ['已确认命令 commands acknowledged', found.acknowledged],
          ['失信 promises broken', found.findings.length],
        ]),
      );
    } finally {
      way.dispose();
    }
  }
  return { told: told.join('\n'), findings, wanted: possible.length, fired };
}

async function raise(): Promise<CaseFound> {
  const storm = await stormOneMatter(200);
  const two = await raceTwoHouses(200, 60);
  const findings = [...storm.findings, ...two.findings];
  const told = [
    table('同一事项上的并发风暴 / a storm on one matter', [
      ['命令，各发两次 commands, each sent twice', storm.commands],
      ['已办 done', storm.done],
      ['版本过时被拒 refused with 412', storm.stale],
      ['重复发送，答复一致 second sendings answered alike', storm.doubled],
      ['失信 promises broken', storm.findings.length],
    ]),
    table('两套服务共用一个日志 / two houses on one log', [
      ['命令，同时交给两边 commands, given to both', two.commands],
      ['已办，两边都放弃 done, given up by both', `${two.done}, ${two.givenUp}`],
      ['竞争失败的追加 appends that lost a race', two.lostRaces],
      ['编号 numbers given', two.numbered],
      ['失信 promises broken', two.findings.length],
    ]),
  ].join('\n');
  const fired = Number(storm.stale > 0) + Number(two.lostRaces > 0);
  return { told, findings, wanted: 2, fired };
}

async function disorder({ seed }: CaseSettings): Promise<CaseFound> {
  const told: string[] = [];
  const found: DeliveryFound[] = [];
  for (const acrossKeys of [false, true]) {
    for (const [what, work] of [
      ['并发线索 / many leads', walkInDisorder],
      ['示例事项 / worked matters', playInDisorder],
    ] as const) {
      const one = await work({ seed, acrossKeys });
      found.push(one);
      told.push(tellDelivery(`重复${acrossKeys ? '、乱序' : ''}投递：${what}`, one));
    }
  }
  const faults = found.flatMap(({ disorder: { repeated, rewound } }) => [repeated, rewound]);
  const overtaking = found.slice(2).map(({ disorder: { overtaken } }) => overtaken);
  const counts = [...faults, ...overtaking];
  return {
    told: told.join('\n'),
    findings: found.flatMap(({ findings }) => findings),
    wanted: counts.length,
    fired: counts.filter((count) => count > 0).length,
  };
}

function tellDelivery(title: string, found: DeliveryFound): string {
  const { batches, repeated, rewound, overtaken } = found.disorder;
  return table(title, [
    ['批次，重复，回退 batches, repeated, rewound', `${batches}, ${repeated}, ${rewound}`],
    ['跨键超前的事件 events that overtook others', overtaken],
    ['事件，策略效果 events, effects', `${found.events}, ${found.effects}`],
    ['示例行为 actions of worked matters alike', `${found.actionsDone} / ${found.actions}`],
    ['视图对比重建 views compared with a rebuild', found.viewsCompared],
    ['依赖日志全序的视图 views that need the order of the log', found.needLogOrder.join(', ') || 0],
    ['失信 promises broken', found.findings.length],
  ]);
}
