import { join } from 'node:path';
import { accessRules, refuseStateSecrets } from '@jiandu/access';
import { demoMasterKey, openEventStore, openKeyRing } from '@jiandu/adapters-embedded';
import { registryEvents } from '@jiandu/contracts';
import { CommandRunner, type EventStore, type Outcome, ServiceIndex, type Subject } from '@jiandu/eventing';
import { followOrganisation, wallClock } from '@jiandu/host';
import { intake } from '@jiandu/intake';
import { bootstrapStages, demoStaff, registry } from '@jiandu/registry';
import { SAMPLE_CLERK } from './sample-lead.ts';

/** Everything a command needs on its way to the disk, and no more: no HTTP, no views, no policies. */
export interface Desk {
  readonly store: EventStore;
  /** Gives a command of `intake` as the clerk; a refusal is a bug of the measurement and is thrown. */
  give(command: string, input: unknown): Promise<Outcome & { readonly done: true }>;
  close(): Promise<void>;
}

const INSTALLATION = { person: 'system', name: '系统安装', role: 'system', unit: '630000' };
const PATIENCE_MS = 60_000;

/** Opens a desk on the stores of a directory, with the units and the staff of the demonstration. */
export async function openDesk(directory: string): Promise<Desk> {
  const store = openEventStore({ file: join(directory, 'log.db') });
  const keysIn = join(directory, 'keys');
  const keys = openKeyRing({ directory: keysIn, masterKey: demoMasterKey(keysIn) });
  const organisation = followOrganisation({
    store,
    access: accessRules,
    events: registryEvents,
    clock: wallClock,
  });
  const runner = new CommandRunner({
    index: new ServiceIndex([registry, intake], accessRules.refusals),
    store,
    keys,
    clock: wallClock,
    authorise: organisation.authorise,
    directory: () => organisation.current(),
    screen: refuseStateSecrets,
  });
  for (const stage of bootstrapStages(demoStaff)) {
    const outcomes = stage.map((command) =>
      runner.execute({
        ...command,
        by: { actor: INSTALLATION, via: 'bootstrap' },
        correlationId: 'bootstrap',
      }),
    );
    const positions = (await Promise.all(outcomes)).map((outcome) => mustBeDone(outcome).position);
    await organisation.reach(Math.max(...positions), PATIENCE_MS);
  }
  const clerk = organisation.current().subject(SAMPLE_CLERK, new Date().toISOString().slice(0, 10));
  if (clerk === undefined) throw new Error(`${SAMPLE_CLERK} is not on the staff`);
  await organisation.stop();
  return {
    store,
    give: async (command, input) => mustBeDone(await runner.execute(asked(command, input, clerk))),
    close: async () => {
      await store.close();
      await keys.close();
    },
  };
}

function asked(command: string, input: unknown, subject: Subject) {
  const commandId = crypto.randomUUID();
  return { command, input, by: { subject }, commandId, correlationId: commandId };
}

function mustBeDone(outcome: Outcome): Outcome & { readonly done: true } {
  if (!outcome.done)
    throw new Error(
      `refused: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.issues ?? outcome.refusal.params)}`,
    );
  return outcome;
}
