import { categoryOf, type Envelope, type EventMetadata, idOf, type Recorded } from '@jiandu/eventing';

/** Who says something in a test, and when it is written down if not on the day itself. */
export interface Saying {
  readonly name?: string;
  readonly role?: string;
  readonly person?: string;
  readonly unit?: string;
  readonly secrecy?: string;
  readonly recordedAt?: string;
  readonly reason?: string;
}

/** A record written by hand, in the order in which it is told. */
export class Log {
  readonly events: Recorded[] = [];
  readonly #name: string;

  /** The name tells its events from those of another log on the same record. */
  constructor(name = 'e') {
    this.#name = name;
  }

  say(stream: string, type: string, on: string, data: object, by: Saying = {}): Recorded {
    const id = `${this.#name}-${this.events.length + 1}`;
    const key = /^[A-Z]/.test(idOf(stream)) ? idOf(stream) : categoryOf(stream);
    const unit = by.unit ?? /\d{6}/.exec(stream)?.[0] ?? '630000';
    const metadata: EventMetadata = {
      actor: {
        person: by.person ?? `P-${unit}-somebody`,
        name: by.name ?? '某某',
        role: by.role ?? 'prosecutor',
        unit,
      },
      occurredOn: on,
      recordedAt: by.recordedAt ?? `${on}T02:00:00.000Z`,
      key,
      unit,
      secrecy: by.secrecy ?? 'internal',
      commandId: `c-${id}`,
      commandHash: 'hash',
      command: 'test.say',
      correlationId: 'r-1',
      catalogueVersion: '2026.1',
      ...(by.reason === undefined ? {} : { reason: by.reason }),
    };
    const event: Recorded = {
      id,
      type,
      version: 1,
      data: data as Recorded['data'],
      metadata,
      stream,
      revision: this.events.filter((each) => each.stream === stream).length,
      position: this.events.length + 1,
    };
    this.events.push(event);
    return event;
  }

  get envelopes(): readonly Envelope[] {
    return this.events;
  }
}
