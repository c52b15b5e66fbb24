import { DirectoryInUse } from '@jiandu/adapters-embedded';
import { WrongSettings } from '@jiandu/host';

/** A start that cannot be for a reason that whoever starts it can mend; the message says what. */
export class CannotStart extends Error {}

/** One sentence for what can be mended, the whole trace for what nobody foresaw. */
export function whyNotStarted(error: unknown): string {
  if (error instanceof WrongSettings || error instanceof CannotStart || error instanceof DirectoryInUse)
    return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `端口${port}已被占用 / ${address}:${port} is in use; set another with --port`;
  return error.stack ?? error.message;
}
