/** What one turn of a contestant is to be. */
export interface SliceOrder {
  /** How long to begin new work; what has begun is finished. 0 means: one piece of work a caller. */
  readonly milliseconds: number;
  readonly callers: number;
  /** Pieces of work a second over all callers; as fast as it goes unless told. */
  readonly pace?: number;
}

/** What came of it. */
export interface Slice {
  readonly done: number;
  readonly failed: number;
  /** Work that had not ended when patience did. */
  readonly stuck: number;
  /** From the first piece of work begun to the last one ended. */
  readonly milliseconds: number;
  /** Memory of the contestant's process afterwards, in bytes. */
  readonly rss: number;
  /** Milliseconds of each piece of work, where the contestant takes them. */
  readonly p50?: number;
  readonly p99?: number;
  /** The first thing that went wrong, in words. */
  readonly failure?: string;
}

/** Work done a second. */
export function rateOf({ done, milliseconds }: Slice): number {
  return (done * 1000) / milliseconds;
}

/** From the measuring process to a contestant. */
export type ToContestant =
  | { readonly say: 'open'; readonly parameters: unknown }
  | { readonly say: 'slice'; readonly order: SliceOrder }
  | { readonly say: 'close' };

/** From a contestant. */
export type FromContestant =
  | { readonly say: 'opened'; readonly facts: unknown }
  | { readonly say: 'sliced'; readonly slice: Slice }
  | { readonly say: 'closed' };
