import { tellInspection } from './inspection.ts';
import type { Log } from './log.ts';
import { profile, provenance } from './matters.ts';
import { tellOverdueMatter } from './overdue-matter.ts';

export const SECRET = 'IAS-630202-2025-00010';
export const ye = 'P-630202-ye';
export const clerk = 'P-630202-qi';
export const audit = 'P-630000-audit';
/** The day on which these matters are looked at. */
export const TODAY = '2025-08-26';

/** An overdue matter that is archived, an inspection under way, and a restricted matter. */
export function tellThreeMatters(): Log {
  const log = tellInspection(tellOverdueMatter());
  log.say(
    `intake.matter-${SECRET}`,
    'MatterAccepted',
    '2025-06-01',
    {
      acceptedOn: '2025-06-01',
      profile: profile('IAS', '630202', { secrecy: 'restricted', accessList: [ye], title: '=专案题目' }),
      provenance: provenance(),
      clocks: [
        {
          clock: 'DL-54',
          subject: SECRET,
          start: '2025-06-01',
          due: '2025-06-16',
          provisional: false,
          calendar: 'cn-2025.1',
        },
      ],
    },
    { secrecy: 'restricted' },
  );
  log.say(
    `intake.matter-${SECRET}`,
    'HandlerAssigned',
    '2025-06-01',
    { handler: { person: ye, name: '冶某' }, assistants: [], method: 'designated', candidates: [] },
    { secrecy: 'restricted' },
  );
  return log;
}

/** An entry of a history, as far as tests look. */
export interface Entry {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly withheld: readonly string[];
  readonly actor: { readonly name: string; readonly role: string };
}
/** A page, as far as tests look. */
export interface Page {
  readonly status: string;
  readonly clocks: readonly { clock: string; subject: string; due: string; steps: readonly object[] }[];
  readonly card: { readonly title: string };
  readonly nextDue: string | null;
}
