import { describeSettings, readDistributedSettings } from '@jiandu/host';
import { whyNotStarted } from '@jiandu/standalone/why-not-started';
import { startGatewayProcess } from './gateway/process.ts';
import { startService } from './process/start-service.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Starts one process of the distributed house: the service that `JIANDU_SERVICE` names, or the gateway. */
async function main(): Promise<void> {
  const { settings, printConfig } = readDistributedSettings(process.env, process.argv.slice(2));
  if (printConfig) {
    say(describeSettings(settings));
    return;
  }
  const start = settings.JIANDU_SERVICE === 'gateway' ? startGatewayProcess : startService;
  const { address, close } = await start(settings);
  const stop = async () => {
    await close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  say(`Jiandu 监督  ${settings.JIANDU_SERVICE}  ${address}`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`Jiandu could not start / 无法启动:\n${whyNotStarted(error)}\n`);
  process.exit(1);
}
