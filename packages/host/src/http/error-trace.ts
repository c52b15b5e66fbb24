/** Where an error came from, without its message: messages may quote what somebody sent. */
export interface ErrorTrace {
  readonly name: string;
  readonly code?: string;
  readonly at: readonly string[];
}

const FRAMES = 12;

export function errorTrace(error: unknown): ErrorTrace {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { name: error.name, ...code, at: frames.slice(0, FRAMES).map((line) => line.trim()) };
}
