import { type DistributedSettings, openLog } from '@jiandu/host';
import { openTracing } from '../tracing/tracing.ts';
import { Closers } from './closers.ts';
import { openEngines } from './engines.ts';
import { type ServiceProcess, startServiceOn } from './service-on-engines.ts';

/** Opens the engines and starts one service on them; waits for engines that are not there yet. */
export async function openServiceProcess(settings: DistributedSettings): Promise<ServiceProcess> {
  const closers = new Closers();
  const log = openLog(settings.JIANDU_LOG_LEVEL);
  try {
    const engines = await openEngines(settings, log, closers);
    const tracing = openTracing(settings);
    closers.add(() => tracing?.close());
    return await startServiceOn({
      settings,
      engines,
      log,
      closers,
      ...(tracing === undefined ? {} : { tracer: tracing.tracer }),
    });
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}
