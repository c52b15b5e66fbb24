import type {
  Authorise,
  Directory,
  EventDefinition,
  EventStore,
  Filter,
  Grant,
  LocalDate,
  Organisation,
  Recorded,
  RefusalRegister,
  Subject,
  WallClock,
} from '@jiandu/eventing';
import { Progress, shanghaiDate, upcast } from '@jiandu/eventing';
import { wallClock } from '../clock/demo-clock.ts';

/** A directory that can say which versions of the rules were in force on a day. */
export interface DatedDirectory extends Directory {
  asOf(day: LocalDate): Directory;
}

/** The rules of access, as `@jiandu/access` gives them; `D` is its way to hold a directory. */
export interface AccessRules<D extends DatedDirectory> {
  readonly authorise: Authorise;
  readonly emptyDirectory: D;
  foldDirectory(directory: D, event: { readonly type: string; readonly data: Recorded['data'] }): D;
  visibleFilters(
    subject: Subject,
    grants: readonly Grant[],
    today: LocalDate,
    directory: D,
  ): readonly Filter[];
  readonly refusals: RefusalRegister;
}

export interface FollowParts<D extends DatedDirectory> {
  readonly store: EventStore;
  /** Says which day's versions of the rules hold; the wall unless told. */
  readonly clock?: WallClock;
  readonly access: AccessRules<D>;
  /** Events of the registry, by which older versions are lifted. */
  readonly events: readonly EventDefinition[];
}

/** The organisation as the registry's events make it, kept in memory. */
export interface FollowedOrganisation extends Organisation {
  /** How far it has come. */
  readonly position: number;
  /** Everybody ever registered, in the order of registration. */
  people(): readonly string[];
  stop(): Promise<void>;
}

const CATEGORIES = ['registry.unit', 'registry.person', 'registry.delegation', 'registry.catalogueVersion'];

/**
 * Folds the registry's streams into a directory and stays level with the log. Commands and queries look people up here,
 * so it reads the record itself and waits for no view.
 */
export function followOrganisation<D extends DatedDirectory>(parts: FollowParts<D>): FollowedOrganisation {
  const { store, access, events, clock = wallClock } = parts;
  const definitions = new Map(events.map((each) => [each.type, each]));
  const progress = new Progress('organisation');
  const people = new Set<string>();
  let directory = access.emptyDirectory;

  let dated: { readonly from: D; readonly day: LocalDate; readonly directory: Directory } | undefined;

  /** Made once a day and registry event, not once a command. */
  const current = () => {
    const day = shanghaiDate(clock.now());
    if (dated?.from !== directory || dated.day !== day) {
      dated = { from: directory, day, directory: directory.asOf(day) };
    }
    return dated.directory;
  };

  const learn = (event: Recorded) => {
    const definition = definitions.get(event.type);
    const data = definition === undefined ? event.data : upcast(definition, event.version, event.data);
    directory = access.foldDirectory(directory, { type: event.type, data });
    if (event.type === 'PersonRegistered' && typeof data['person'] === 'string') people.add(data['person']);
  };

  const subscription = store.subscribe(0, { categories: CATEGORIES }, async (batch, upTo) => {
    for (const event of batch) learn(event);
    progress.advance(upTo);
  });

  return {
    authorise: access.authorise,
    refusals: access.refusals,
    current,
    visible: (subject, grants, today) => access.visibleFilters(subject, grants, today, directory),
    reach: (position, withinMs) => progress.reach(position, withinMs),
    get position() {
      return progress.at;
    },
    people: () => [...people],
    stop: () => subscription.stop(),
  };
}
