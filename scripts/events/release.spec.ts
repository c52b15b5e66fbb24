import { houseEvents } from '@jiandu/contracts';
import { expect, test } from 'vitest';
import { standing } from './release.ts';
import { readReleased, releasedVersions } from './released.ts';

test('no published event breaks those who read it; npm run events -- --check tells how to mend one that does', () => {
  expect(standing()).toEqual({ broken: [], unfrozen: [] });
});

test('every version of every event is frozen', () => {
  const versions = houseEvents.flatMap(({ type, version }) =>
    Array.from({ length: version }, (_, place) => `${type}.v${place + 1}`),
  );
  expect(
    releasedVersions()
      .map(({ type, version }) => `${type}.v${version}`)
      .sort(),
  ).toEqual(versions.sort());
});

test('a frozen schema says of which event and version it is', () => {
  for (const { type, version } of releasedVersions())
    expect(readReleased(type, version)['$id']).toBe(`/v1/schemas/events/${type}/${version}`);
});
