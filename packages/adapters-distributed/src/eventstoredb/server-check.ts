import { again } from './again.ts';
import type { Connection } from './connection.ts';
import { reasonOf } from './event-store-unavailable.ts';
import type { LogReading } from './log-reading.ts';

/** A test double says by this method, which no real server has, that it is one. */
const DOUBLE = { service: 'jiandu.testdouble', method: 'marker' } as const;
const OLDEST_MAJOR = 23;
const ONE_TRY_MS = 3_000;

/** The server at the address is a test double, and nobody said that this is meant. */
export class TestDoubleRefused extends Error {
  constructor() {
    super(
      'The EventStoreDB at this address is a test double: it keeps events for tests, not for good. Give the address of ' +
        'a real EventStoreDB or KurrentDB in JIANDU_EVENTSTORE_URL; only JIANDU_MODE=demo or test may use the double',
    );
    this.name = 'TestDoubleRefused';
  }
}

/**
 * Waits until the server is there and reads, and makes sure that it is one to rely on.
 * @throws Error when it is not there within the time, is too old, or refuses this user
 * @throws TestDoubleRefused
 */
export async function checkServer(
  connection: Connection,
  reading: LogReading,
  { allowDouble, withinMs }: { readonly allowDouble: boolean; readonly withinMs: number },
): Promise<void> {
  try {
    await again(withinMs, async () => {
      const methods = await connection.supportedMethods(ONE_TRY_MS);
      const isDouble = methods
        .getMethodsList()
        .some((each) => each.getServiceName() === DOUBLE.service && each.getMethodName() === DOUBLE.method);
      if (isDouble && !allowDouble) throw new TestDoubleRefused();
      mustBeNewEnough(methods.getEventStoreServerVersion());
      await reading.head();
    });
  } catch (error) {
    if (error instanceof TestDoubleRefused) throw error;
    throw new Error(`EventStoreDB cannot be used: ${reasonOf(error)}`, { cause: error });
  }
}

function mustBeNewEnough(version: string): void {
  const major = Number.parseInt(version, 10);
  if (major < OLDEST_MAJOR)
    throw new Error(`it is version ${version}, and ${OLDEST_MAJOR} is the oldest that will do`);
}
