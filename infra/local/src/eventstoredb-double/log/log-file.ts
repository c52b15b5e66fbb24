import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { decodeFrame, FILE_HEADER, type Frame, frameLength } from './frame.ts';
import type { StoredEvent } from './stored-event.ts';

const CHUNK_BYTES = 8 * 1024 * 1024;

/** The disk did not take an append; nothing of it is in the log. */
export class LogWriteFailed extends Error {}

/** The append-only file. One writer; whoever calls `append` waits for it before calling again. */
export class LogFile {
  readonly #file: FileHandle;
  #end: number;
  #doubtful = false;

  private constructor(file: FileHandle, end: number) {
    this.#file = file;
    this.#end = end;
  }

  /** Where the next frame will stand. */
  get end(): number {
    return this.#end;
  }

  /**
   * Opens or creates the file and gives every event in it, in order. What a kill left half written behind the last
   * whole frame is cut off and told to `say`.
   * @throws Error for a file of another kind, or one damaged before its end
   */
  static async open(
    path: string,
    each: (event: StoredEvent) => void,
    say: (line: string) => void,
  ): Promise<LogFile> {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a').then((made) => made.close().then(() => open(path, 'r+')));
    const { size } = await file.stat();
    if (size < FILE_HEADER.length) {
      await file.truncate(0);
      await file.write(FILE_HEADER, 0, FILE_HEADER.length, 0);
      await file.datasync();
      await synchroniseDirectory(dirname(path));
      return new LogFile(file, FILE_HEADER.length);
    }
    const header = Buffer.alloc(FILE_HEADER.length);
    await file.read(header, 0, header.length, 0);
    if (!header.equals(FILE_HEADER)) throw new Error(`${path} is not a log of this server`);
    const end = await readFrames(file, size, each);
    if (end < size) {
      if (await holdsFrameBehind(file, end, size)) throw new Error(`${path} is damaged at byte ${end}`);
      say(`cut ${size - end} bytes of an append that was never acknowledged`);
      await file.truncate(end);
      await file.datasync();
    }
    return new LogFile(file, end);
  }

  /**
   * Resolves when the frames would survive a power cut. They were encoded for the present `end`, one after the other.
   * @throws LogWriteFailed when the disk did not take them; then none of them is in the file
   */
  async append(frames: readonly Frame[]): Promise<void> {
    if (this.#doubtful) throw new LogWriteFailed('nobody knows what reached the disk: restart');
    const bytes = Buffer.concat(frames.map((frame) => frame.bytes));
    await this.#write(bytes).catch((error: unknown) => this.#takeBack(error));
    try {
      await this.#file.datasync();
    } catch (error) {
      // After a failed sync the system may forget pages and call the next one a success.
      this.#doubtful = true;
      throw new LogWriteFailed('the log cannot be synchronised', { cause: error });
    }
    this.#end += bytes.length;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #write(bytes: Buffer): Promise<void> {
    for (let written = 0; written < bytes.length; ) {
      const rest = bytes.length - written;
      written += (await this.#file.write(bytes, written, rest, this.#end + written)).bytesWritten;
    }
  }

  async #takeBack(error: unknown): Promise<never> {
    this.#doubtful = true;
    await this.#file.truncate(this.#end);
    this.#doubtful = false;
    throw new LogWriteFailed('the log cannot be written', { cause: error });
  }
}

/** A new file survives a power cut only when its directory does. */
async function synchroniseDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  await directory.sync().finally(() => directory.close());
}

/** Gives the events of all whole frames; answers where the last of them ends. */
async function readFrames(
  file: FileHandle,
  size: number,
  each: (event: StoredEvent) => void,
): Promise<number> {
  let at = FILE_HEADER.length;
  let wanted = CHUNK_BYTES;
  while (at < size) {
    const chunk = await readAt(file, at, Math.min(wanted, size - at));
    let used = 0;
    wanted = CHUNK_BYTES;
    while (used < chunk.length) {
      const rest = chunk.subarray(used);
      const length = frameLength(rest);
      if (length === undefined || length > rest.length) {
        wanted = Math.max(CHUNK_BYTES, length ?? 0);
        break;
      }
      const events = decodeFrame(rest.subarray(0, length), at + used);
      if (events === undefined) return at + used;
      events.forEach(each);
      used += length;
    }
    if (used === 0 && at + chunk.length === size) return at;
    at += used;
  }
  return at;
}

/** Whether an intact frame follows the damaged one at this offset: then it was no torn tail, but a broken disk. */
async function holdsFrameBehind(file: FileHandle, offset: number, size: number): Promise<boolean> {
  const damaged = frameLength(await readAt(file, offset, Math.min(8, size - offset)));
  if (damaged === undefined || offset + damaged >= size) return false;
  const next = offset + damaged;
  const length = frameLength(await readAt(file, next, Math.min(8, size - next)));
  if (length === undefined || next + length > size) return false;
  return decodeFrame(await readAt(file, next, length), next) !== undefined;
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
