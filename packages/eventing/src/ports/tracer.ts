/** What may be told of a piece of work: names, ids and codes, never personal data. */
export type WorkAttributes = Readonly<Record<string, string | number | boolean>>;

/** A piece of work as an operator sees it in a trace. */
export interface Work<T> {
  /** Named after the domain: `intake.acceptLead`, `policy numberMatterWhenLeadAccepted`, `view reporting.mainLedger`. */
  readonly name: string;
  /** Whom it works for: a caller, a message, itself; or that it calls somebody, or sends a message. */
  readonly kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  /** What it is part of (W3C trace context); a trace of its own without. */
  readonly traceparent?: string;
  readonly attributes?: WorkAttributes;
  /** What is to be told of its result. */
  readonly about?: (result: T) => WorkAttributes;
}

/**
 * Tells of a piece of work while it runs. `run` is given the traceparent under which its consequences go on: it stands in the
 * events that the work appends, and so reaches other services. Whoever traces MUST hand on result and error of `run` unchanged.
 */
export type Tracer = <T>(work: Work<T>, run: (traceparent: string | undefined) => Promise<T>) => Promise<T>;
