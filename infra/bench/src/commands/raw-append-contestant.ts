import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onStage } from '../contestant/stage.ts';

/** What is to be written raw. */
export interface RawAppendParameters {
  readonly directory: string;
  readonly bytes: number;
  /**
   * Space taken before the start, in which everything is then written: `fdatasync` need not record a new file size. 0 for a
   * file that grows with each append.
   */
  readonly reserved: number;
}

onStage<RawAppendParameters>(async ({ directory, bytes, reserved }) => {
  const file = openSync(join(directory, `raw-${reserved}`), 'w');
  const text = Buffer.alloc(bytes, 'x');
  let at = 0;
  if (reserved > 0) {
    writeSync(file, Buffer.alloc(reserved));
    fsyncSync(file);
  }
  return {
    performer: {
      once: async () => {
        if (reserved > 0 && at + bytes > reserved) at = 0;
        writeSync(file, text, 0, bytes, at);
        at += bytes;
        fdatasyncSync(file);
      },
      close: async () => closeSync(file),
    },
  };
});
