import { type CommandCall, idOf, type StreamId, when } from '@jiandu/eventing';
import { z } from 'zod';
import { handlingGroup, personId, type StaffMember } from './fields.ts';
import type {
  ConflictDeclared,
  HandlerReassigned,
  HandlerResumed,
  HandlerSuspended,
  RecusalDecided,
} from './intake.ts';

/** Who handles a matter, as the services after intake keep it level with intake (DOMAIN §10 (4), (5)). */
export interface Handling {
  readonly handler: StaffMember;
  readonly assistants: readonly StaffMember[];
  /** Ids of those who write nothing: challenged and not decided on yet, or bound to stay away for good. */
  readonly suspended: readonly string[];
}

/** What intake says of the handlers: it is another group, or somebody is suspended, or may go on. */
export const handlingChange = z.union([
  z.strictObject(handlingGroup),
  z.strictObject({ suspend: personId }),
  z.strictObject({ resume: personId }),
]);
export type HandlingChange = z.output<typeof handlingChange>;

/**
 * The handling after a change; undefined where it was so already. Another group leaves suspensions as they are: who
 * is challenged stays suspended until that is decided, also when he leaves the matter and comes back (DOMAIN §4.4).
 */
export function handlingAfter(
  { handler, assistants, suspended }: Handling,
  change: HandlingChange,
): Handling | undefined {
  if ('handler' in change) return { ...change, suspended };
  const others = suspended.filter((each) => each !== ('suspend' in change ? change.suspend : change.resume));
  const after = 'suspend' in change ? [...others, change.suspend] : others;
  return after.length === suspended.length ? undefined : { handler, assistants, suspended: after };
}

/**
 * Reactions that tell a service's own command, whose input is a `HandlingChange`, what intake says. Who has a conflict
 * or was recused is suspended too: he may still stand in the group while nobody is there to take over.
 */
export function tellHandling(command: string, tolerate: readonly string[]) {
  const tell = (stream: StreamId, input: HandlingChange): readonly CommandCall[] => [
    { command, id: idOf(stream), input, tolerate },
  ];
  return {
    HandlerReassigned: when<HandlerReassigned['data']>(({ stream, data: { handler, assistants } }) =>
      tell(stream, { handler, assistants }),
    ),
    HandlerSuspended: when<HandlerSuspended['data']>(({ stream, data }) =>
      tell(stream, { suspend: data.person }),
    ),
    HandlerResumed: when<HandlerResumed['data']>(({ stream, data }) => tell(stream, { resume: data.person })),
    ConflictDeclared: when<ConflictDeclared['data']>(({ stream, data }) =>
      data.conflict ? tell(stream, { suspend: data.person }) : [],
    ),
    RecusalDecided: when<RecusalDecided['data']>(({ stream, data }) =>
      data.granted ? tell(stream, { suspend: data.challenged }) : [],
    ),
  };
}
