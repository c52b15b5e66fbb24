import { onStage } from '../contestant/stage.ts';
import { openDesk } from './desk.ts';
import { sampleComplaint, sampleLead } from './sample-lead.ts';

/** What a desk should be opened on. */
export interface RunnerParameters {
  readonly directory: string;
  /** Register complaints of citizens, with personal data, instead of leads without. */
  readonly personal?: boolean;
}

/** One event as it came to lie in the log. */
export interface RunnerFacts {
  readonly event: { readonly type: string; readonly data: object; readonly metadata: object };
  /** Bytes of the event's text in the log. */
  readonly bytes: number;
}

onStage<RunnerParameters>(async ({ directory, personal = false }) => {
  const desk = await openDesk(directory);
  const input = personal ? sampleComplaint : sampleLead;
  const { id } = await desk.give('intake.registerLead', input);
  const [recorded] = await desk.store.readStream(`intake.lead-${id}`);
  if (recorded === undefined) throw new Error('the sample lead is not in the log');
  const { type, version, data, metadata } = recorded;
  const text = JSON.stringify({ id: recorded.id, type, version, data, metadata });
  const facts: RunnerFacts = { event: { type, data, metadata }, bytes: Buffer.byteLength(text) };
  return {
    facts,
    performer: {
      once: async () => {
        await desk.give('intake.registerLead', input);
      },
      close: () => desk.close(),
    },
  };
});
