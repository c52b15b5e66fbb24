import { storiesBeforeFiling } from './demonstration/stories/before-filing.ts';
import { storiesInHand } from './demonstration/stories/in-hand.ts';
import { leadStories } from './demonstration/stories/leads.ts';
import { scriptOf } from './demonstration/story.ts';
import type { LocalDate, WorkedMatter } from './script.ts';

/** The first office day after the worked matters. */
const FIRST_DAY: LocalDate = '2025-11-24';

/**
 * Matters at various stages for somebody who looks around, ending on office days before the given day. Those that would begin
 * before the worked matters end are left out.
 */
export function demonstrationMatters(today: LocalDate): readonly WorkedMatter[] {
  return [...leadStories, ...storiesBeforeFiling, ...storiesInHand]
    .map((story) => scriptOf(story, today))
    .filter(({ steps }) => steps.every(({ on }) => on >= FIRST_DAY));
}
