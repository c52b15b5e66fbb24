import type { WriteRequest, Written } from '../append/append-queue.ts';
import { LogWriteFailed } from '../log/log-file.ts';
import { type Refusal, unknownError } from './refusals.ts';
import type { DoubleState } from './state.ts';

/**
 * Writes, unless the disk is full, by a fault or in earnest. `cut` means that it is durable, but that the connection
 * was destroyed before the answer.
 */
export async function writeUnderFaults(
  { queue, faults, connections }: DoubleState,
  request: WriteRequest,
  call: { getPeer(): string },
): Promise<Written | Refusal | 'cut'> {
  if (faults.strikes('disk-full', request.kind)) return unknownError('There is not enough space on the disk');
  try {
    const written = await queue.write(request);
    if (written.outcome === 'written' && faults.strikes('drop-after-append', request.kind)) {
      connections.cut(call);
      return 'cut';
    }
    return written;
  } catch (error) {
    if (error instanceof LogWriteFailed) return unknownError(error.message);
    throw error;
  }
}
