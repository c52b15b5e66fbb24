import { accessRules } from '@jiandu/access';
import { calendarNotices, catalogueVersion } from '@jiandu/catalogue';
import type { MatterProfile, Provenance } from '@jiandu/contracts';
import type { Actor, Fact } from '@jiandu/eventing';
import type { Scene } from '@jiandu/eventing/testing';
import { demoStaff } from '@jiandu/registry';
import type { LeadFact } from '../src/lead/state.ts';
import type { MatterFact } from '../src/matter/state.ts';

const organisation: readonly Fact[] = [
  { type: 'CatalogueVersionPublished', data: { ...catalogueVersion, contentHash: '' } },
  ...calendarNotices.map(({ version, published }) => ({
    type: 'CalendarPublished',
    data: { version, effectiveFrom: published },
  })),
  ...demoStaff.flatMap(({ roles, person, name, unit, hostedBy }) => [
    {
      type: 'PersonRegistered',
      data: { person, name, ...(unit && { unit }), ...(hostedBy && { hostedBy }) },
    },
    ...roles.map((role) => ({
      type: 'RoleGranted',
      data: { ...role, person, unit: unit ?? hostedBy, from: '2022-10-31' },
    })),
  ]),
];

/** The staff of the demonstration, as on a day in March 2025. */
export const directory = organisation
  .reduce((known, fact) => accessRules.foldDirectory(known, fact), accessRules.emptyDirectory)
  .asOf('2025-03-10');

/** Somebody of the staff acting in the first role held. */
export function acting(person: string, role?: string): Actor {
  const found = directory.person(person);
  const held = found?.roles[0];
  return {
    person,
    name: found?.name ?? person,
    role: role ?? held?.role ?? 'system',
    unit: held?.unit ?? '630103',
  };
}

/** A scene of a day with somebody acting. */
export function scene(person: string, today = '2025-03-10', role?: string): Scene {
  return { today, actor: acting(person, role), directory };
}

export const LEAD = 'L-630103-2025-7K3M9Q2X';
export const MATTER = 'CFS-630103-2025-00017';

const li = { person: 'P-630103-li', name: '李某', unit: '630103' };
const cai = { person: 'P-630103-cai', name: '才某', unit: '630103' };

export const said = {
  title: '预付卡诈骗应当立案而不立案',
  supervisedBody: { name: '城中公安分局', kind: 'public_security' },
  custody: false,
  secrecy: 'internal',
} as const;

export const registered: LeadFact = {
  type: 'LeadRegistered',
  data: {
    unit: '630103',
    source: 'own_case',
    origin: 'own_motion',
    discoveredOn: '2025-03-03',
    registeredOn: '2025-03-03',
    discoverer: li,
    type: 'CFS',
    ...said,
    clocks: [
      {
        clock: 'DL-53',
        subject: LEAD,
        start: '2025-03-03',
        due: '2025-03-10',
        provisional: false,
        calendar: 'cn-2025.1',
      },
    ],
  },
};

export const complaint: LeadFact = {
  type: 'LeadRegistered',
  data: { ...registered.data, source: 'citizen_complaint', origin: 'on_application' } as never,
};

export const received: LeadFact = {
  type: 'LeadReceived',
  data: {
    unit: '630103',
    source: 'citizen_complaint',
    receivedOn: '2025-03-03',
    ...said,
    reporter: { kind: 'citizen', name: '马占某' },
  },
};

export const profile: MatterProfile = {
  type: 'CFS',
  unit: '630103',
  lead: LEAD,
  title: said.title,
  track: 'case',
  procedure: 'full',
  function: 'criminal',
  line: 'criminal_prosecution',
  department: 'criminal_prosecution',
  supervisedBody: said.supervisedBody,
  custody: false,
  complainant: true,
  secrecy: 'internal',
};

export const provenance: Provenance = {
  source: 'citizen_complaint',
  origin: 'on_application',
  discoveredOn: '2025-03-03',
  registeredOn: '2025-03-03',
  discoverers: [li],
};

export const acceptedAs = (changes: Partial<MatterProfile> = {}): MatterFact => ({
  type: 'MatterAccepted',
  data: {
    acceptedOn: '2025-03-10',
    profile: { ...profile, ...changes },
    provenance,
    clocks: [
      {
        clock: 'DL-54',
        subject: MATTER,
        start: '2025-03-10',
        due: '2025-03-24',
        provisional: false,
        calendar: 'cn-2025.1',
      },
    ],
  },
});
export const accepted = acceptedAs();

export const assigned: MatterFact = {
  type: 'HandlerAssigned',
  data: { lead: LEAD, handler: li, assistants: [cai], method: 'random', seed: 's', candidates: [li] },
};

export const assessed = (score: number, vetoes: readonly string[] = []): MatterFact => ({
  type: 'SignificanceAssessed',
  data: { score, threshold: 60, scores: [], vetoes, major: score >= 60 || vetoes.length > 0 },
});

export const reviewed = (agreed = true): MatterFact => ({ type: 'FilingReviewed', data: { agreed } });

export const filed: MatterFact = {
  type: 'FilingApproved',
  data: { filedOn: '2025-03-14', basis: 'score', profile, provenance, handler: li, assistants: [cai] },
};
