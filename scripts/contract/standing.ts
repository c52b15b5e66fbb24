import type { ContractCase } from '@jiandu/eventing/contract';

/** What became of one adapter's suite on one engine. */
export interface Standing {
  readonly passed: number;
  readonly failed: readonly { readonly name: string; readonly error: unknown }[];
}

const PATIENCE_MS = 60_000;

/** Runs the cases one after the other; one that hangs has failed. */
export async function runCases(cases: readonly ContractCase[], patienceMs = PATIENCE_MS): Promise<Standing> {
  const failed: { name: string; error: unknown }[] = [];
  for (const each of cases) {
    try {
      await withinPatience(each.run(), patienceMs);
    } catch (error) {
      failed.push({ name: each.name, error });
    }
  }
  return { passed: cases.length - failed.length, failed };
}

async function withinPatience(run: Promise<void>, patienceMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`did not end within ${patienceMs} ms`)), patienceMs);
  });
  try {
    await Promise.race([run, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** `contract EventFeed on Apache Kafka 4.3.1: 41 passed, 0 failed` */
export function standingLine(port: string, on: string, size: number, { passed, failed }: Standing): string {
  const ran = passed + failed.length;
  const short = ran === size ? '' : `, of ${size} cases of the contract only ${ran}`;
  return `contract ${port} on ${on}: ${passed} passed, ${failed.length} failed${short}`;
}
