import { mkdirSync, writeFileSync } from 'node:fs';
import { houseEvents, publicJsonSchemaOf } from '@jiandu/contracts';
import { judge, type Present, type Verdict } from './judge.ts';
import { RELEASED, readReleased, releasedFile, releasedVersions } from './released.ts';

function present(): readonly Present[] {
  return houseEvents.map((definition) => {
    const { type, version } = definition;
    return { type, version, schema: publicJsonSchemaOf(definition) };
  });
}

/** How the events of this working tree stand to what was released. */
export function standing(): Verdict {
  const released = releasedVersions().map((each) => ({
    ...each,
    schema: readReleased(each.type, each.version),
  }));
  return judge(present(), released);
}

/** Freezes the newest version of every event as it is now; only after `standing` found nothing broken. Answers how many. */
export function freeze(): number {
  mkdirSync(RELEASED, { recursive: true });
  for (const { type, version, schema } of present()) {
    writeFileSync(releasedFile(type, version), `${JSON.stringify(schema, null, 2)}\n`);
  }
  return present().length;
}
