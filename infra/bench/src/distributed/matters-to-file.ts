import { sampleLead } from '../commands/sample-lead.ts';
import type { Desk } from './desk.ts';

/** People of one small office that needs no review before the chief decides. */
const OFFICE = { unit: '630202', finder: 'P-630202-ye', gate: 'P-630202-ma', chief: 'P-630202-duo' } as const;
const BODY = { name: '海东市公安局乐都分局', kind: 'public_security' } as const;
const SCORES = [
  { criterion: 'nature', points: 30 },
  { criterion: 'extent', points: 20 },
  { criterion: 'social_effect', points: 15 },
] as const;
const AT_ONCE = 8;

/** Brings so many matters to the point where the chief prosecutor need only approve their filing. */
export async function mattersToFile(desk: Desk, count: number): Promise<readonly string[]> {
  const matters: string[] = [];
  let begun = 0;
  const work = async () => {
    while (begun < count) {
      begun += 1;
      matters.push(await oneToFile(desk, begun));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return matters;
}

async function oneToFile(desk: Desk, number: number): Promise<string> {
  const input = {
    ...sampleLead,
    unit: OFFICE.unit,
    type: 'IAS',
    title: `讯问未录音录像${number}`,
    supervisedBody: BODY,
  };
  const lead = await desk.give(OFFICE.finder, '/v1/intake/leads', input);
  const accepted = await desk.give(OFFICE.gate, `/v1/intake/leads/${lead.id}/accept-lead`, {});
  const page = await desk.ask(OFFICE.gate, `/v1/intake/leads/${lead.id}?after=${accepted.position}`);
  const matter = String(page['matter']);
  await desk.give(OFFICE.finder, `/v1/intake/matters/${matter}/assess-significance`, {
    scores: SCORES,
    opinion: '属重大监督事项',
  });
  return matter;
}

/** The command whose effects lie in two other services. */
export function approveFiling(desk: Desk, matter: string) {
  return desk.give(OFFICE.chief, `/v1/intake/matters/${matter}/approve-filing`, {});
}

/** Resolves when a reader sees all that follows from a position on the page of a matter. */
export function seen(desk: Desk, matter: string, position: number) {
  return desk.ask(OFFICE.chief, `/v1/reporting/matters/${matter}?after=${position}`);
}
