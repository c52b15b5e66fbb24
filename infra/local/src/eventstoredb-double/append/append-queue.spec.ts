import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { FILE_HEADER, type Frame } from '../log/frame.ts';
import { LogWriteFailed } from '../log/log-file.ts';
import { LogIndex } from '../log/log-index.ts';
import type { ProposedEvent } from '../log/stored-event.ts';
import { AppendQueue, type WriteRequest } from './append-queue.ts';

/** A disk that takes each group when it is let. */
class SlowDisk {
  end = FILE_HEADER.length;
  readonly waiting: ((failure?: Error) => void)[] = [];
  readonly groups: number[] = [];

  append(frames: readonly Frame[]): Promise<void> {
    this.groups.push(frames.length);
    return new Promise((resolve, reject) => {
      this.waiting.push((failure) => {
        if (failure) return reject(failure);
        for (const { bytes } of frames) this.end += bytes.length;
        resolve();
      });
    });
  }
}

function event(): ProposedEvent {
  const nothing = new Uint8Array();
  return { id: randomUUID(), type: 'Counted', json: false, data: nothing, metadata: nothing };
}

function append(
  stream: string,
  expected: 'no_stream' | number = 'no_stream',
  events = [event()],
): WriteRequest {
  return { kind: 'append', stream, expected, events };
}

/** Long enough for everything that does not wait for the disk. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((wake) => setImmediate(wake));
}

test('an append is answered, and its events seen, only when the disk has them', async () => {
  const [disk, index] = [new SlowDisk(), new LogIndex()];
  const queue = new AppendQueue(disk, index);
  let answered = false;
  const written = queue.write(append('a'));
  void written.then(() => {
    answered = true;
  });
  await settled();
  expect(disk.groups).toEqual([1]);
  expect([answered, index.all.length]).toEqual([false, 0]);
  disk.waiting.shift()?.();
  expect(await written).toEqual({ outcome: 'written', revision: 0, position: index.all[0]?.position });
});

test('a repetition and a refusal wait for the append by which they are decided', async () => {
  const [disk, index] = [new SlowDisk(), new LogIndex()];
  const queue = new AppendQueue(disk, index);
  const events = [event(), event()];
  const answers: string[] = [];
  const asked = [append('a', 'no_stream', events), append('a', 'no_stream', events), append('a')].map(
    async (request) => {
      const written = await queue.write(request);
      answers.push(written.outcome);
      return written;
    },
  );
  await settled();
  expect(answers).toEqual([]);
  disk.waiting.shift()?.();
  const [first, again, other] = await Promise.all(asked);
  expect(first).toMatchObject({ outcome: 'written', revision: 1 });
  expect(again).toEqual(first);
  expect(other).toEqual({ outcome: 'wrong-version', current: 1 });
  expect(index.events('a')).toHaveLength(2);
});

test('appends that wait while the disk is busy share the next write', async () => {
  const disk = new SlowDisk();
  const queue = new AppendQueue(disk, new LogIndex());
  const all = [queue.write(append('a'))];
  await settled();
  for (const stream of ['b', 'c', 'd']) all.push(queue.write(append(stream)));
  await settled();
  expect(disk.groups).toEqual([1]);
  disk.waiting.shift()?.();
  await settled();
  expect(disk.groups).toEqual([1, 3]);
  disk.waiting.shift()?.();
  for (const written of await Promise.all(all)) expect(written.outcome).toBe('written');
});

test('what the disk does not take is refused whole, and the streams are as before', async () => {
  const [disk, index] = [new SlowDisk(), new LogIndex()];
  const queue = new AppendQueue(disk, index);
  const group = [queue.write(append('a')), queue.write(append('b'))];
  await settled();
  disk.waiting.shift()?.(new LogWriteFailed('full'));
  for (const each of await Promise.allSettled(group)) {
    expect(each).toMatchObject({ status: 'rejected', reason: expect.any(LogWriteFailed) });
  }
  expect(index.all).toEqual([]);
  const again = queue.write(append('a'));
  await settled();
  disk.waiting.shift()?.();
  expect(await again).toMatchObject({ outcome: 'written', revision: 0 });
});
