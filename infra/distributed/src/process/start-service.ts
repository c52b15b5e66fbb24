import type { DistributedSettings } from '@jiandu/host';
import { demoStaff } from '@jiandu/registry';
import { bootstrap, firstPeople } from '@jiandu/standalone/bootstrap';
import { openServiceProcess } from './service-process.ts';

/** A process that listens. */
export interface Listening {
  readonly address: string;
  close(): Promise<void>;
}

/** Starts a service and listens; the registry sets the house up first when it is empty. */
export async function startService(settings: DistributedSettings): Promise<Listening> {
  const service = await openServiceProcess(settings);
  if (service.service.name === 'registry') {
    await bootstrap(service.runtime, firstPeople(settings, service.people().length, demoStaff));
  }
  service.timers.start();
  return { address: await service.listen(), close: () => service.close() };
}
