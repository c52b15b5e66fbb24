import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { shanghaiDate } from '@jiandu/eventing';
import { wallClock } from '@jiandu/host';
import { ServerMissing } from '@jiandu/local-servers';
import { keycloakSettings, type RunningKeycloak, startKeycloak } from '@jiandu/local-servers/keycloak';
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
    /** Sign-in by a real Keycloak, with passwords, instead of that of the demonstration. */
    keycloak: { type: 'boolean', default: false },
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

/** How one signs in, for who has just started it. */
function signInOf(keycloak: RunningKeycloak | undefined): string {
  if (keycloak === undefined) return '\n  登录 / sign-in   POST /v1/session，无密码 / without a password';
  const users = keycloak.users.map(
    ({ username, person, password }) => `    ${username}  ${password}  ${person}`,
  );
  return ['', `  登录 / sign-in   ${keycloak.issuer}`, ...users].join('\n');
}

/** What `npm run start:distributed` does. */
async function main(): Promise<void> {
  const directory = resolve(values.data);
  mkdirSync(directory, { recursive: true });
  const marker = join(directory, 'demonstration-loaded');
  // The matters are played by people who sign in without passwords.
  const toLoad = !values.empty && !values.keycloak && !existsSync(marker);
  const keycloak = values.keycloak
    ? await startKeycloak({ directory: join(directory, 'keycloak'), say })
    : undefined;
  const house = await startDistributedHouse({
    directory,
    mode: 'demo',
    port: Number(values.port),
    brokers: values.brokers === '3' ? 3 : 1,
    say,
    settings: {
      ...(toLoad ? { JIANDU_DEMO_CLOCK: DEMONSTRATION_BEGINS } : {}),
      ...(keycloak === undefined ? {} : keycloakSettings(keycloak)),
    },
  }).catch(async (error) => {
    await keycloak?.stop();
    throw error;
  });
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    say(`\n${signal}: 正在关闭所有进程 / closing every process`);
    await house.stop();
    await keycloak?.stop();
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
  } else if (values.keycloak && !existsSync(marker)) {
    say(
      '没有示例事项：先不带 --keycloak 启动一次即可载入 / no matters yet: start once without --keycloak to load them',
    );
  }
  say(`
  Jiandu 监督  ${house.url}

  ⚠ 演示模式 / DEMO MODE：时钟可调；事件库为测试替身，不得用于真实事项
    the clock can be moved; the event store is a test double; never for real matters
${signInOf(keycloak)}

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
