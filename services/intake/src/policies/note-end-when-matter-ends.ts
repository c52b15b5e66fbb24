import type { MatterConcluded, MatterTerminated } from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

/** What is done or given up is not assigned to anybody else any more. A void number intake knows of itself. */
export const noteEndWhenMatterEnds = definePolicy({
  name: 'noteEndWhenMatterEnds',
  title: { zh: '备悉事项办结、终结', en: 'Note that the matter has ended' },
  from: ['disposition'],
  on: {
    MatterConcluded: when<MatterConcluded['data']>(({ stream, data: { concludedOn } }) => [
      {
        command: 'intake.noteEnd',
        id: idOf(stream),
        input: { ending: 'concluded', endedOn: concludedOn },
      },
    ]),
    MatterTerminated: when<MatterTerminated['data']>(({ stream, data: { ground, terminatedOn } }) =>
      ground === 'voided'
        ? []
        : [
            {
              command: 'intake.noteEnd',
              id: idOf(stream),
              input: { ending: 'terminated', endedOn: terminatedOn },
            },
          ],
    ),
  },
});
