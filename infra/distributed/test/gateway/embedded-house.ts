import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@jiandu/host';
import { demoStaff } from '@jiandu/registry';
import { openHouse } from '@jiandu/standalone';
import { bootstrap } from '@jiandu/standalone/bootstrap';

/** The house in one process, empty but for its staff, standing at the morning of a day. */
export interface EmbeddedHouse {
  readonly url: string;
  close(): Promise<void>;
}

export async function openEmbeddedHouse(day: string): Promise<EmbeddedHouse> {
  const data = mkdtempSync(join(tmpdir(), 'jiandu-embedded-'));
  const { settings } = readSettings({ JIANDU_LOG_LEVEL: 'silent', JIANDU_RATE_LIMIT: '0' }, [
    '--mode',
    'test',
    '--port',
    '0',
    '--data',
    data,
  ]);
  const house = await openHouse(settings, `${day}T01:30:00.000Z`);
  await bootstrap(house.runtime, demoStaff);
  return {
    url: await house.listen(),
    close: async () => {
      await house.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
