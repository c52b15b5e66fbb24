import { eventDefinition } from '@jiandu/contracts';
import { canonicalJson, type Recorded, type View } from '@jiandu/eventing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matterOf } from '../src/matter-events.ts';
import { pageAt } from '../src/replay/page-at.ts';
import { deadlineBoard } from '../src/views/deadline-board/deadline-board.ts';
import { mainLedger } from '../src/views/main-ledger/main-ledger.ts';
import { matterPage } from '../src/views/matter-page/matter-page.ts';
import { searchIndex } from '../src/views/search-index/search-index.ts';
import { folded } from './folded.ts';
import { history } from './histories.ts';

const views = [mainLedger, matterPage, deadlineBoard, searchIndex] as readonly View[];
const batches = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 30 });

async function content(
  view: View,
  events: readonly Recorded[],
  sizes: readonly number[] = [],
): Promise<string> {
  return canonicalJson([...(await folded(view, events, sizes)).values()]);
}

function definitionOf(type: string) {
  const found = eventDefinition(type);
  if (found === undefined) throw new Error(`nobody publishes ${type}`);
  return found;
}

describe.each(views.map((view) => [view.name, view] as const))('%s (9)', (_name, view) => {
  test('replay gives the same documents, in one go, in batches of any size, and again', async () => {
    await fc.assert(
      fc.asyncProperty(history, batches, async (events, sizes) => {
        const atOnce = await content(view, events);
        expect(await content(view, events, sizes)).toBe(atOnce);
        expect(await content(view, events)).toBe(atOnce);
      }),
      { numRuns: 60 },
    );
  });
});

test('a page replayed up to a moment is the page that was shown at that moment', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.nat(), async (events, pick) => {
      const moment = events[pick % events.length]?.position ?? 0;
      const shown = await folded(
        matterPage,
        events.filter(({ position }) => position <= moment),
      );
      for (const [matter, page] of shown) {
        const own = events.filter((event) => matterOf(event) === matter);
        const replayed = pageAt(matter, own, { position: moment }, definitionOf);
        expect(canonicalJson(replayed)).toBe(canonicalJson(page));
      }
    }),
    { numRuns: 60 },
  );
});
