import type { NewEvent, Recorded } from '@jiandu/eventing';
import { readSettings } from '@jiandu/host';
import { demoStaff } from '@jiandu/registry';
import { openHouse } from '@jiandu/standalone';
import { bootstrap } from '@jiandu/standalone/bootstrap';
import { overHttp, playTogether, workedMatters } from '@jiandu/worked-matters';

/** The whole log of a house in which the worked matters were played. */
export async function playedLog(directory: string): Promise<readonly Recorded[]> {
  const flags = ['--mode', 'test', '--port', '0', '--data', directory];
  const { settings } = readSettings({ JIANDU_LOG_LEVEL: 'error' }, flags);
  const house = await openHouse(settings, '2025-02-28T10:00:00.000Z');
  await bootstrap(house.runtime, demoStaff);
  await playTogether(workedMatters, overHttp(await house.listen()));
  const { events } = await house.store.readAll(0, 100_000);
  await house.close();
  return events;
}

/** Another house's worth of the same matters: other numbers, other leads, else the same histories. */
export function copyOf(
  events: readonly Recorded[],
  copy: number,
): readonly (NewEvent & { readonly stream: string })[] {
  const mark = String(10_000 + copy);
  const matters = events.filter(({ stream }) => !stream.startsWith('registry.'));
  return matters.map(({ position: _position, revision: _revision, ...event }) => {
    const text = JSON.stringify(event)
      .replace(/([A-Z]{3}-\d{6}-2025)-\d{5}/g, `$1-${mark}`)
      .replace(/(L-\d{6}-2025)-([0-9A-Z]{3})[0-9A-Z]{5}/g, `$1-$2${mark}`);
    return { ...(JSON.parse(text) as NewEvent & { stream: string }), id: crypto.randomUUID() };
  });
}
