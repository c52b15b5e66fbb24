import { dropPersonal, type Envelope, type EventDefinition, type Recorded } from '@jiandu/eventing';
import { matterPage } from '../views/matter-page/matter-page.ts';
import type { MatterPage } from '../views/matter-page/shape.ts';
import { type Moment, wasRecorded } from './moment.ts';

/** An event as the views of this service get it. */
function asFolded(event: Recorded, definition: EventDefinition): Envelope {
  const own = event.stream.startsWith('reporting.');
  return own ? event : { ...event, data: dropPersonal(definition, event.data) };
}

/** A page by the folds of the page's own view, so that what is replayed cannot drift from what was shown. */
export function pageAt(
  matter: string,
  events: readonly Recorded[],
  moment: Moment,
  definitionOf: (type: string) => EventDefinition,
): MatterPage | undefined {
  return events
    .filter((event) => wasRecorded(moment, event))
    .reduce<MatterPage | undefined>((page, recorded) => {
      const event = asFolded(recorded, definitionOf(recorded.type));
      const fold = matterPage.folds[event.type] ?? matterPage.folds['*'];
      return fold?.ids(event).includes(matter) ? fold.apply(page, event, matter) : page;
    }, undefined);
}
