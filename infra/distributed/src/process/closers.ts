/** What is to be closed in the end, the youngest first. */
export class Closers {
  readonly #closers: (() => Promise<unknown> | undefined)[] = [];

  add(close: () => Promise<unknown> | undefined): void {
    this.#closers.push(close);
  }

  /** Closes all; one that fails does not keep the others open. */
  async closeAll(): Promise<void> {
    for (const close of this.#closers.splice(0).reverse()) {
      await Promise.resolve(close()).catch(() => undefined);
    }
  }

  /** Remembers to close what was opened, and hands it on. */
  kept<T extends { close(): Promise<unknown> }>(opened: T): T {
    this.add(() => opened.close());
    return opened;
  }
}
