/** One promise of a port, as a test any runner can run. It rejects when the adapter breaks the promise. */
export interface ContractCase {
  readonly name: string;
  run(): Promise<void>;
}

/** An adapter opened for one case. */
export interface Opened<A> {
  readonly adapter: A;
  /**
   * Closes the adapter and opens it again on the same data; absent for adapters that keep nothing (in memory). Cases
   * about what outlives the process need it and hold such an adapter to the rest.
   */
  readonly reopen?: () => Promise<A>;
  /** Closes whatever is open and removes what the case left behind. */
  close(): Promise<void>;
}

/** Opens an adapter for one case: on data of its own, or on a shared server (cases use names of their own). */
export type Open<O> = () => Promise<O>;

/** The promises of a port by name. */
export type Promises<O> = Readonly<Record<string, (opened: O) => Promise<void>>>;

/** Makes a suite of promises: each case opens the adapter, runs, and closes it whatever happens. */
export function suite<O extends { close(): Promise<void> }>(
  open: Open<O>,
  promises: Promises<O>,
): ContractCase[] {
  return Object.entries(promises).map(([name, keep]) => ({
    name,
    run: async () => {
      const opened = await open();
      try {
        await keep(opened);
      } finally {
        await opened.close();
      }
    },
  }));
}
