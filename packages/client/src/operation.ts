/** How one operation is asked; written by the generator. */
export interface OperationRoute {
  readonly kind: 'command' | 'query' | 'host';
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With `{id}` parameters. */
  readonly path: string;
  /** Whether it takes a body. */
  readonly body: boolean;
}

/** All operations, by group and name. */
export type OperationTable = Readonly<Record<string, Readonly<Record<string, OperationRoute>>>>;

/** How a query is asked. */
export interface QueryOptions {
  /** Position that the answer must include; the newest this client has seen unless told, `false` for none. */
  readonly after?: number | false;
  readonly signal?: AbortSignal;
  readonly requestId?: string;
}

/** How a command is given. */
export interface CommandOptions extends QueryOptions {
  /** The same key with the same body acts once; a random one unless told, so that a repetition by this client is harmless. */
  readonly idempotencyKey?: string;
  /** ETag that was seen; refused when the thing has moved on. */
  readonly ifMatch?: string;
}
