import { deadlineEvents } from './disposition/deadlines.ts';
import { decisionEvents } from './disposition/decisions.ts';
import { endingEvents } from './disposition/endings.ts';
import { instrumentEvents } from './disposition/instruments.ts';
import { replyEvents } from './disposition/replies.ts';

export * from './disposition/deadlines.ts';
export * from './disposition/decisions.ts';
export * from './disposition/endings.ts';
export * from './disposition/instruments.ts';
export * from './disposition/replies.ts';

/** Events of disposition. */
export const dispositionEvents = [
  ...decisionEvents,
  ...instrumentEvents,
  ...replyEvents,
  ...endingEvents,
  ...deadlineEvents,
] as const;
