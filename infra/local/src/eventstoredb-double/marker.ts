/** What this server calls itself, so that nobody takes it for the real one. */
export const NAME = 'EventStoreDB test double';

/** Version whose behaviour it imitates; official clients want three parts. */
export const SERVER_VERSION = '24.10.0';

/**
 * A method that no real server has, listed by `GetSupportedMethods` of this one. An adapter that finds it refuses to
 * work in production.
 */
export const MARKER = { service: 'jiandu.testdouble', method: 'marker' } as const;
