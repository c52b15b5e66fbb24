import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { shanghaiDate } from '@jiandu/eventing';
import { wallClock } from '@jiandu/host';
import { ServerMissing } from '@jiandu/local-servers';
import { DEMONSTRATION_BEGINS } from '@jiandu/standalone/demonstration';
import { demonstrationMatters, overHttp, playTogether, workedMatters } from '@jiandu/worked-matters';
import { type DistributedHouse, startDistributedHouse } from './distributed-house.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '7080' },
    data: { type: 'string', default: './data-distributed' },
    brokers: { type: 'string', default: '1' },
    empty: { type: 'boolean', default: false },
  },
});

/** Plays the worked matters through the gateway, once for a data directory. */
async function loadDemonstration({ url }: DistributedHouse, marker: string): Promise<void> {
  say('首次启动：正在载入示例事项 … / First start: loading the matters of the demonstration …');
  const matters = [...workedMatters, ...demonstrationMatters(shanghaiDate(wallClock.now()))];
  const played = await playTogether(matters, overHttp(url));
  const differences = played.flatMap((each) => each.differences);
  const released = await fetch(`${url}/v1/demo/clock`, { method: 'DELETE' });
  if (!released.ok) throw new Error(`the clock could not be released: ${await released.text()}`);
  if (differences.length > 0)
    throw new Error(`the demonstration did not come out as written:\n${differences.join('\n')}`);
  writeFileSync(marker, '');
  say(`已载入${played.length}件示例事项 / ${played.length} matters loaded`);
}

/** What `npm run start:distributed` does. */
async function main(): Promise<void> {
  const directory = resolve(values.data);
  mkdirSync(directory, { recursive: true });
  const marker = join(directory, 'demonstration-loaded');
  const toLoad = !values.empty && !existsSync(marker);
  const house = await startDistributedHouse({
    directory,
    mode: 'demo',
    port: Number(values.port),
    brokers: values.brokers === '3' ? 3 : 1,
    say,
    ...(toLoad ? { settings: { JIANDU_DEMO_CLOCK: DEMONSTRATION_BEGINS } } : {}),
  });
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    say(`\n${signal}: 正在关闭所有进程 / closing every process`);
    await house.stop();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop('SIGINT'));
  process.once('SIGTERM', () => void stop('SIGTERM'));
  if (toLoad) {
    try {
      await loadDemonstration(house, marker);
    } catch (error) {
      await house.stop();
      throw error;
    }
  }
  say(`
  Jiandu 监督  ${house.url}

  ⚠ 演示模式 / DEMO MODE：无密码登录，时钟可调；事件库为测试替身，不得用于真实事项
    sign-in without passwords; the event store is a test double; never for real matters

  接口文档 / API   ${house.url}/docs
  就绪 / ready     ${house.url}/health/ready
  数据与日志 / data and logs   ${directory}

  Ctrl-C 结束全部进程 / ends every process
`);
}

try {
  await main();
} catch (error) {
  const reason =
    error instanceof ServerMissing ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`无法启动 / could not start:\n${reason}\n`);
  process.exit(1);
}
