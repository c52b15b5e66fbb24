import { statusAfter } from '@jiandu/catalogue';
import type {
  FilingApproved,
  FilingReviewed,
  HandlerAssigned,
  HandlerReassigned,
  HandlerResumed,
  HandlerSuspended,
  MatterAccepted,
  MatterProfile,
  PartyNotified,
  Provenance,
  RecusalDecided,
  RecusalRequested,
  SignificanceAssessed,
  StaffMember,
} from '@jiandu/contracts';
import { type Doc, defineView, type Envelope, fold, idOf } from '@jiandu/eventing';

interface RecusalEntry {
  readonly recusal: string;
  readonly challenged: StaffMember;
  readonly ground: string;
  readonly receivedOn: string;
  readonly granted: boolean | null;
}

/** The intake card of a matter: how it came, who has it, why it was filed. */
export interface MatterIntakeDoc extends Doc {
  readonly unit: string;
  readonly type: string;
  readonly department: string;
  readonly status: string;
  readonly secrecy: string;
  readonly accessList: readonly string[];
  readonly handlers: readonly string[];
  readonly sharedWith: readonly string[];
  readonly escalatedTo: null;
  readonly lead: string;
  readonly acceptedOn: string;
  readonly filedOn: string | null;
  readonly proposeBy: string | null;
  readonly profile: MatterProfile;
  readonly provenance: Provenance;
  readonly handler: StaffMember | null;
  readonly assistants: readonly StaffMember[];
  /** The draw, so that anybody can repeat it. */
  readonly draw: Pick<HandlerAssigned['data'], 'method' | 'seed' | 'candidates'> | null;
  readonly suspended: readonly string[];
  readonly significance: SignificanceAssessed['data'] | null;
  readonly review: (FilingReviewed['data'] & { readonly by: string }) | null;
  readonly filing: Pick<FilingApproved['data'], 'basis' | 'opinion'> | null;
  readonly recusals: readonly RecusalEntry[];
  readonly notified: readonly Pick<PartyNotified['data'], 'party' | 'about' | 'method' | 'notifiedOn'>[];
  readonly revision: number;
}

/** Status and revision move with every event of the matter's own stream. */
function onMatter<D>(change: (doc: MatterIntakeDoc, event: Envelope<D>) => Partial<MatterIntakeDoc>) {
  return fold<MatterIntakeDoc, D>(
    ({ stream }) => idOf(stream),
    (doc, event) => {
      if (doc === undefined) return undefined;
      const fact = { type: event.type, data: event.data as Readonly<Record<string, unknown>> };
      const status = statusAfter(fact, doc.status) ?? doc.status;
      return { ...doc, ...change(doc, event), status, revision: event.revision };
    },
  );
}

function handled(
  _doc: MatterIntakeDoc,
  { data }: Envelope<HandlerAssigned['data'] | HandlerReassigned['data']>,
) {
  const { handler, assistants, method, seed, candidates } = data;
  return {
    handler,
    assistants,
    handlers: [handler, ...assistants].map(({ person }) => person),
    draw: { method, seed, candidates },
  };
}

/** Matters as intake knows them. */
export const matterIntake = defineView<MatterIntakeDoc>({
  name: 'matterIntake',
  title: { zh: '事项受理卡', en: 'Intake card of matters' },
  version: 1,
  from: ['intake'],
  fields: ['unit', 'type', 'department', 'status', 'secrecy', 'escalatedTo', 'lead', 'acceptedOn'],
  lists: ['handlers', 'sharedWith', 'accessList'],
  folds: {
    MatterAccepted: fold<MatterIntakeDoc, MatterAccepted['data']>(
      ({ stream }) => idOf(stream),
      (_doc, { data, revision }, id) => {
        const { acceptedOn, profile, provenance, clocks = [] } = data;
        const { unit, type, department, secrecy, accessList = [], lead } = profile;
        return {
          id,
          unit,
          type,
          department,
          status: 'accepted',
          secrecy,
          accessList,
          handlers: [],
          sharedWith: [],
          escalatedTo: null,
          lead,
          acceptedOn,
          filedOn: null,
          proposeBy: clocks.find(({ clock }) => clock === 'DL-54')?.due ?? null,
          profile,
          provenance,
          handler: null,
          assistants: [],
          draw: null,
          suspended: [],
          significance: null,
          review: null,
          filing: null,
          recusals: [],
          notified: [],
          revision,
        };
      },
    ),
    HandlerAssigned: onMatter(handled),
    HandlerReassigned: onMatter(handled),
    ConflictDeclared: onMatter(() => ({})),
    SignificanceAssessed: onMatter<SignificanceAssessed['data']>((_doc, { data }) => ({
      significance: data,
    })),
    FilingReviewed: onMatter<FilingReviewed['data']>((_doc, { data, metadata }) => ({
      review: { ...data, by: metadata.actor.person },
    })),
    FilingApproved: onMatter<FilingApproved['data']>(
      (_doc, { data: { filedOn, basis, opinion, profile } }) => ({
        filedOn,
        profile,
        filing: { basis, ...(opinion === undefined ? {} : { opinion }) },
      }),
    ),
    FilingRejected: onMatter(() => ({})),
    PartyNotified: onMatter<PartyNotified['data']>((doc, { data: { party, about, method, notifiedOn } }) => ({
      notified: [...doc.notified, { party, about, method, notifiedOn }],
    })),
    MatterVoided: onMatter(() => ({})),
    MatterEndNoted: onMatter(() => ({})),
    RecusalRequested: onMatter<RecusalRequested['data']>((doc, { data }) => {
      const { recusal, challenged, ground, receivedOn } = data;
      return { recusals: [...doc.recusals, { recusal, challenged, ground, receivedOn, granted: null }] };
    }),
    RecusalDecided: onMatter<RecusalDecided['data']>((doc, { data: { recusal, granted } }) => ({
      recusals: doc.recusals.map((one) => (one.recusal === recusal ? { ...one, granted } : one)),
    })),
    HandlerSuspended: onMatter<HandlerSuspended['data']>((doc, { data: { person } }) => ({
      suspended: [...doc.suspended, person],
    })),
    HandlerResumed: onMatter<HandlerResumed['data']>((doc, { data: { person } }) => ({
      suspended: doc.suspended.filter((one) => one !== person),
    })),
  },
});
