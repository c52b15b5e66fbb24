import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { cases } from './cases.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const MOST_SHOWN = 20;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    clients: { type: 'string', default: '16' },
    only: { type: 'string', default: Object.keys(cases).join() },
  },
});

/** `npm run torture -- [--kills N] [--seed N] [--clients N] [--only house,log,disk,race,delivery]` */
async function torture(): Promise<number> {
  const names = values.only.split(',');
  const unknown = names.find((name) => !(name in cases));
  if (unknown !== undefined) {
    say(`没有 ${unknown} / there is no ${unknown}; there are ${Object.keys(cases).join(', ')}`);
    return 2;
  }
  const settings = {
    kills: Number(values.kills),
    seed: Number(values.seed),
    clients: Number(values.clients),
  };
  say(`种子 / seed ${settings.seed}`);
  let [broken, wanted, fired] = [0, 0, 0];
  for (const name of names) {
    const found = await cases[name]?.({ ...settings, say });
    if (found === undefined) continue;
    say(`\n${found.told}`);
    for (const { promise, where } of found.findings.slice(0, MOST_SHOWN)) say(`  ✗ ${promise}  ${where}`);
    broken += found.findings.length;
    wanted += found.wanted;
    fired += found.fired;
  }
  say(
    `\n故障触发 / faults fired ${fired} / ${wanted}，失信 / promises broken ${broken}，种子 / seed ${settings.seed}`,
  );
  return broken === 0 && fired === wanted ? 0 : 1;
}

process.exit(await torture());
