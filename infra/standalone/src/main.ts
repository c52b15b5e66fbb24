import { shanghaiDate } from '@jiandu/eventing';
import { describeSettings, readSettings, wallClock } from '@jiandu/host';
import { demoStaff } from '@jiandu/registry';
import { banner } from './banner.ts';
import { bootstrap, firstPeople } from './bootstrap.ts';
import {
  DEMONSTRATION_BEGINS,
  demonstrationLoaded,
  loadDemonstration,
  prepareLoading,
} from './demonstration.ts';
import { openHouse } from './house.ts';
import { whyNotStarted } from './why-not-started.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** What `npm start` does: opens the house, sets it up when it is empty, listens, and ends in good order. */
async function main(): Promise<void> {
  const { settings, printConfig } = readSettings(process.env, process.argv.slice(2));
  if (printConfig) {
    say(describeSettings(settings));
    return;
  }
  const { JIANDU_MODE: mode, JIANDU_DATA: data } = settings;
  const toLoad = mode === 'demo' && !demonstrationLoaded(data);
  if (toLoad) await prepareLoading(data);
  const house = await openHouse(settings, toLoad ? DEMONSTRATION_BEGINS : settings.JIANDU_DEMO_CLOCK);

  const stop = async (signal: string) => {
    say(`\n${signal}: closing / 正在关闭`);
    await house.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop('SIGINT'));
  process.once('SIGTERM', () => void stop('SIGTERM'));

  await bootstrap(house.runtime, firstPeople(settings, house.organisation.people().length, demoStaff));
  if (toLoad) {
    say(
      '首次启动：正在载入青海56个单位、制度目录、演示人员和示例事项 … / First start: loading units, catalogue, demo staff and matters …',
    );
    const count = await loadDemonstration(house, data, shanghaiDate(wallClock.now()));
    say(`已载入${count}件示例事项 / ${count} matters loaded`);
  }
  house.timers.start();
  say(banner(await house.listen(), settings));
}

try {
  await main();
} catch (error) {
  process.stderr.write(`Jiandu could not start / 无法启动:\n${whyNotStarted(error)}\n`);
  process.exit(1);
}
