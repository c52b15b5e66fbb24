import type { Bilingual, EventDefinition } from '@jiandu/eventing';

/** When an event happens, one sentence in each language; “S2 §161” is article 161 of source S2 in the glossary. */
export type Occasions<E extends readonly EventDefinition[]> = Readonly<Record<E[number]['type'], Bilingual>>;
