import { assessment } from '@jiandu/assessment';
import { disposition } from '@jiandu/disposition';
import type { Service } from '@jiandu/eventing';
import { intake } from '@jiandu/intake';
import { investigation } from '@jiandu/investigation';
import { registry } from '@jiandu/registry';
import { reporting } from '@jiandu/reporting';

/** The services of the standalone house, as it starts them. */
export const services: readonly Service[] = [
  registry,
  intake,
  investigation,
  disposition,
  assessment,
  reporting,
];
