import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openApartHouse } from './apart-house.ts';
import { apartCases } from './cases.ts';
import { skewedClocks } from './skew.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const MOST_SHOWN = 20;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    clients: { type: 'string', default: '8' },
    away: { type: 'string', default: '30' },
    brokers: { type: 'string', default: '1' },
    skew: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(apartCases).join() },
  },
});

/**
 * `npm run torture:distributed -- [--kills N] [--away SECONDS] [--seed N] [--clients N] [--brokers 3] [--skew] [--only kills,kafka,…]`.
 * All cases befall one house, one after the other.
 */
async function torture(): Promise<number> {
  const names = values.only.split(',');
  const unknown = names.find((name) => !(name in apartCases));
  if (unknown !== undefined) {
    say(`没有 ${unknown} / there is no ${unknown}; there are ${Object.keys(apartCases).join(', ')}`);
    return 2;
  }
  const seed = Number(values.seed);
  say(`种子 / seed ${seed}`);
  const apart = await openApartHouse({
    seed,
    clients: Number(values.clients),
    brokers: values.brokers === '3' ? 3 : 1,
    ...(values.skew ? { settingsOf: skewedClocks } : {}),
  });
  let [broken, wanted, fired] = [0, 0, 0];
  try {
    for (const name of names) {
      const settings = { kills: Number(values.kills), seed, awayMs: Number(values.away) * 1000, say };
      const found = await apartCases[name]?.(apart, settings);
      if (found === undefined) continue;
      say(`\n${found.told}`);
      for (const { promise, where } of found.findings.slice(0, MOST_SHOWN)) say(`  ✗ ${promise}  ${where}`);
      broken += found.findings.length;
      wanted += found.wanted;
      fired += found.fired;
    }
  } finally {
    const left = await apart.close({ keep: broken > 0 });
    if (left !== undefined) say(`\n数据与日志留在 / data and logs are left in ${left}`);
  }
  say(
    `\n故障触发 / faults fired ${fired} / ${wanted}，失信 / promises broken ${broken}，种子 / seed ${seed}`,
  );
  return broken === 0 && fired === wanted ? 0 : 1;
}

process.exit(await torture());
