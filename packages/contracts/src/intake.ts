import { leadEvents } from './intake/leads.ts';
import { matterEvents } from './intake/matter.ts';
import { numberSeriesEvents } from './intake/numbers.ts';

export * from './intake/leads.ts';
export * from './intake/matter.ts';
export * from './intake/numbers.ts';

/** Events of intake. */
export const intakeEvents = [...leadEvents, ...numberSeriesEvents, ...matterEvents] as const;
