import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { openMongoReadModels } from '../../src/mongodb/index.ts';
import { freshDatabase } from '../stands/mongodb.ts';
import { changesOf, judged, spec } from './numbered.ts';
import { onLocalMongo } from './place.ts';

const KILLS = 5;
const PATIENCE_MS = 120_000;

await onLocalMongo('documents and checkpoint agree', ({ server }) => {
  it(
    'after each of five kills of the server during commits, and whoever was writing goes on',
    async ({ annotate }) => {
      const database = freshDatabase();
      const models = await openMongoReadModels({ url: server.url, database });
      await models.open(spec('killed@1'));
      let acknowledged = 0;
      let failed = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        let n = (await judged(models, 'killed@1')) + 1;
        let killed = Promise.resolve();
        try {
          for (let commits = 1; ; commits += 1) {
            await models.commit('killed@1', changesOf(n), String(n));
            acknowledged = n;
            n += 1;
            // A little into the next commit, each time at another place.
            if (commits === 3) killed = after(kill * 3).then(() => server.kill());
          }
        } catch (error) {
          expect(error).toMatchObject({ name: 'MongoUnavailable', retryable: true });
          failed += 1;
        }
        await killed;
        await server.restart();
        await expect.poll(() => models.ping().catch(() => undefined), { timeout: 20_000 }).toBeDefined();
        const kept = await judged(models, 'killed@1');
        expect(kept).toBeGreaterThanOrEqual(acknowledged);
        expect(kept).toBeLessThanOrEqual(acknowledged + 1);
      }
      expect(failed).toBe(KILLS);
      expect(acknowledged).toBeGreaterThan(0);
      await models.close();
      await annotate(`the server was killed in ${failed} of ${KILLS} commits; ${acknowledged} commits`);
    },
    PATIENCE_MS,
  );

  it(
    'after each of five kills of the writer, whose successor waits for nothing it left open',
    async ({ annotate }) => {
      const database = freshDatabase();
      let open = 0;
      let acknowledged = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        acknowledged = await writeUntilKilled(server.url, database, 6 + kill);
        const models = await openMongoReadModels({ url: server.url, database });
        await models.open(spec('left@1'));
        const kept = await judged(models, 'left@1');
        expect(kept).toBeGreaterThanOrEqual(acknowledged);
        if (kept === acknowledged) open += 1;
        await models.commit('left@1', changesOf(kept + 1), String(kept + 1));
        expect(await judged(models, 'left@1')).toBe(kept + 1);
        await models.close();
      }
      expect(open).toBeGreaterThan(0);
      await annotate(`the writer was killed ${KILLS} times, ${open} of them before its commit was there`);
    },
    PATIENCE_MS,
  );
});

function after(milliseconds: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, milliseconds));
}

/** Answers the last commit that was acknowledged before the kill. */
async function writeUntilKilled(url: string, database: string, commits: number): Promise<number> {
  const script = new URL('committing-writer.ts', import.meta.url).pathname;
  const writer = spawn(process.execPath, [script, url, database, 'left@1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let lines = 0;
  writer.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
    lines = said.split('\n').length - 1;
    // A little into the next commit.
    if (lines >= commits) setTimeout(() => writer.kill('SIGKILL'), (lines % 4) * 2);
  });
  await once(writer, 'exit');
  expect(writer.signalCode).toBe('SIGKILL');
  return Number(said.trimEnd().split('\n').at(-1));
}
