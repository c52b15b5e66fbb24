import type { Consumer, EventFeed, Position, Recorded } from '@jiandu/eventing';

const PAUSE_MS = 5;

/** A feed over a list that grows: its positions are places in the list, from 1. Any number of processes may follow it. */
export class ListFeed implements EventFeed {
  readonly #events: Recorded[] = [];
  readonly #running = new Set<{ stopped: boolean }>();

  get head(): Position {
    return this.#events.length;
  }

  /** Adds a text of a note. */
  add(key: string, text: string): void {
    const id = String(this.#events.length + 1);
    this.#events.push({
      id,
      type: 'TextAdded',
      version: 1,
      data: { text },
      stream: `notes.note-${key}`,
      revision: this.#events.length,
      position: this.#events.length + 1,
      metadata: {
        actor: { person: 'P-1', name: '才让卓玛', role: 'clerk', unit: '630103' },
        occurredOn: '2026-03-02',
        recordedAt: '2026-03-02T01:02:03.004Z',
        key,
        unit: '630103',
        secrecy: 'internal',
        commandId: id,
        commandHash: '0'.repeat(64),
        command: 'notes.addText',
        correlationId: id,
        catalogueVersion: '1',
      },
    });
  }

  publish(): Promise<void> {
    return Promise.reject(new Error('This feed is added to'));
  }

  async consume({ checkpoint = '0', deliver }: Consumer) {
    const state = { stopped: false };
    this.#running.add(state);
    let at = Number(checkpoint);
    const running = (async () => {
      while (!state.stopped) {
        const upTo = this.head;
        try {
          if (upTo > at) await deliver(this.#events.slice(at, upTo), String(upTo));
          at = upTo;
        } catch {
          // It comes again.
        }
        await new Promise((wake) => setTimeout(wake, PAUSE_MS));
      }
    })();
    return {
      lag: async () => this.head - at,
      reach: async (position: Position) => at >= position,
      stop: async () => {
        state.stopped = true;
        await running;
      },
    };
  }

  async close(): Promise<void> {
    for (const state of this.#running) state.stopped = true;
  }
}
