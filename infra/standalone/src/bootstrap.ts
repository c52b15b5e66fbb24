import type { Runtime } from '@jiandu/eventing';
import type { Settings } from '@jiandu/host';
import { type BootstrapPlan, bootstrapStages, type DemoMember } from '@jiandu/registry';

const PATIENCE_MS = 30_000;

/** Nobody has a role in an empty house; its first commands are given by the installation itself, and the log says so. */
const INSTALLATION = { person: 'system', name: '系统安装', role: 'system', unit: '630000' };

/** Whoever registers everybody else, in the province; a house that knows people already gets no more from here. */
export function firstAdministrator(person: string): DemoMember {
  return { person, name: '首任系统管理员', unit: '630000', roles: [{ role: 'sysadmin' }] };
}

/** The staff of the demonstration; in production the first administrator, as long as nobody is known. */
export function firstPeople(
  { JIANDU_MODE: mode, JIANDU_FIRST_ADMIN: admin }: Pick<Settings, 'JIANDU_MODE' | 'JIANDU_FIRST_ADMIN'>,
  known: number,
  demonstration: readonly DemoMember[],
): readonly DemoMember[] {
  if (mode !== 'production') return demonstration;
  return admin === undefined || known > 0 ? [] : [firstAdministrator(admin)];
}

/**
 * Gives the house its units, catalogue and calendars, and its first people. Every command has a fixed id: at the second start
 * all of them are found done and nothing is written.
 */
export async function bootstrap(runtime: Runtime, staff: readonly DemoMember[]): Promise<void> {
  const plan: BootstrapPlan = bootstrapStages(staff);
  for (const stage of plan) {
    const outcomes = await Promise.all(
      stage.map((command) =>
        runtime.execute({
          ...command,
          by: { actor: INSTALLATION, via: 'bootstrap' },
          correlationId: 'bootstrap',
        }),
      ),
    );
    const refused = outcomes.findIndex((outcome) => !outcome.done);
    const outcome = outcomes[refused];
    if (outcome !== undefined && !outcome.done) {
      throw new Error(
        `the house could not be set up: ${stage[refused]?.command} was refused with ${outcome.refusal.code}`,
      );
    }
    const newest = Math.max(...outcomes.map((each) => (each.done ? each.position : 0)));
    if (!(await runtime.settled(newest, PATIENCE_MS)))
      throw new Error('the house could not be set up: it did not settle in time');
  }
}
