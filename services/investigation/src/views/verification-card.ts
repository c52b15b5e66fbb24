import type {
  EscalatedToSuperior,
  InvestigationPlanApproved,
  InvestigativeMeasureTaken,
  MeasureRefused,
  OnSiteStarted,
  PeriodExclusionEnded,
  PeriodExclusionStarted,
  PeriodExtended,
  ReviewReportReturned,
  ReviewReportSubmitted,
  VerificationClosed,
  VerificationHandlersChanged,
  VerificationOpened,
} from '@jiandu/contracts';
import { defineView, type Envelope, fold, idOf } from '@jiandu/eventing';
import { type CardDoc, change, openedDoc, withoutClocks } from './card-doc.ts';
import { issueFolds } from './issue-folds.ts';

/** One document a matter: what investigation knows of it. */
export const verificationCardView = defineView<CardDoc>({
  name: 'verificationCard',
  title: { zh: '调查核实卡片', en: 'Verification card' },
  version: 1,
  from: ['investigation', 'disposition'],
  fields: ['unit', 'type', 'department', 'secrecy', 'escalatedTo'],
  lists: ['handlers', 'accessList'],
  folds: {
    VerificationOpened: fold<CardDoc, VerificationOpened['data']>(
      ({ stream }) => idOf(stream),
      (_doc, event, id) => openedDoc(event, id),
    ),
    InvestigationPlanApproved: change<InvestigationPlanApproved>((_card, { plan }) => ({ plan })),
    OnSiteStarted: change<OnSiteStarted>((_card, data) => ({ onSite: withoutClocks(data) })),
    InvestigativeMeasureTaken: change<InvestigativeMeasureTaken>(({ measures }, data) => {
      const { heard, ...rest } = withoutClocks(data);
      const counted = heard === undefined ? {} : { heard: { count: heard.count, kinds: heard.kinds } };
      return { measures: [...measures, { ...rest, ...counted }] };
    }),
    MeasureRefused: change<MeasureRefused>(({ refusedMeasures }, data) => ({
      refusedMeasures: [...refusedMeasures, withoutClocks(data)],
    })),
    ...issueFolds,
    PeriodExtended: change<PeriodExtended>(({ extensions }, data) => ({
      extensions: [...extensions, withoutClocks(data)],
    })),
    PeriodExclusionStarted: change<PeriodExclusionStarted>(({ exclusions }, data) => ({
      exclusions: [...exclusions, withoutClocks(data)],
    })),
    PeriodExclusionEnded: change<PeriodExclusionEnded>(
      ({ exclusions }, { exclusion, to, dueAfter, proof }) => ({
        exclusions: exclusions.map((each) =>
          each.exclusion === exclusion
            ? { ...each, to, dueAfter, ...(proof === undefined ? {} : { proof }) }
            : each,
        ),
      }),
    ),
    ReviewReportSubmitted: change<ReviewReportSubmitted>(({ reports }, data) => ({
      reports: [...reports, { ...withoutClocks(data), standing: 'submitted' as const }],
    })),
    ReviewReportReturned: change<ReviewReportReturned>(({ reports }, { report, opinion }) => ({
      reports: reports.map((each) =>
        each.report === report ? { ...each, standing: 'returned' as const, returnedWith: opinion } : each,
      ),
    })),
    VerificationHandlersChanged: change<VerificationHandlersChanged>((_card, data) => ({
      handler: data.handler,
      assistants: data.assistants,
      suspended: data.suspended ?? [],
    })),
    VerificationClosed: change<VerificationClosed>((_card, closed) => ({ closed })),
    EscalatedToSuperior: fold<CardDoc, EscalatedToSuperior['data']>(
      ({ stream }) => idOf(stream),
      (doc, { data }: Envelope<EscalatedToSuperior['data']>) =>
        doc === undefined
          ? undefined
          : { ...doc, escalatedTo: data.superior, card: { ...doc.card, escalatedTo: data.superior } },
    ),
  },
});
