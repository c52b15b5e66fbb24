import { serviceNames } from '@jiandu/host';

const NOON = Date.parse('2026-03-02T04:00:00.000Z');
/** Seconds by which the clocks of the services differ from each other; far more than any time service allows. */
const OFFSETS_S = [0, 150, -150, 75, -75, 300];

/** Settings that give each service another time; a process that is started again begins at the same moment once more. */
export const skewedClocks: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  serviceNames.map((service, place) => {
    const now = new Date(NOON + (OFFSETS_S[place] ?? 0) * 1000).toISOString();
    return [service, { JIANDU_DEMO_CLOCK: now }];
  }),
);
