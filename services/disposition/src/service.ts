import { dispositionEvents } from '@jiandu/contracts';
import { defineService } from '@jiandu/eventing';
import { deadline } from './deadline/deadline.ts';
import { disposal } from './disposal/disposal.ts';
import { documentSeries } from './document-series/document-series.ts';
import { changeHandlersWhenReassigned } from './policies/change-handlers.ts';
import { settleIssueWhenClosed, trackIssueWhenFound } from './policies/follow-issues.ts';
import { notePartyNotified, noteReportWhenSubmitted, noteSelfCheck } from './policies/note-from-others.ts';
import { issueInstrumentWhenNumbered, numberInstrumentWhenOrdered } from './policies/number-instruments.ts';
import { openDisposalWhenFilingApproved, voidDisposalWhenMatterVoided } from './policies/open-disposal.ts';
import { recordReplyOverdueWhenDeadlineMissed } from './policies/record-overdue.ts';
import { disposalCardQuery } from './queries/disposal-card.ts';
import { escalationsQuery } from './queries/escalations.ts';
import { instrumentsQuery } from './queries/instruments.ts';
import { dispositionRefusals } from './refusals.ts';
import { watchDeadlines } from './timers/watch-deadlines.ts';
import { disposalCard } from './views/disposal-card.ts';
import { instrumentList } from './views/instrument-list.ts';
import { openClocks } from './views/open-clocks.ts';

/** 监督处理: what is decided on a filed matter, what comes back, and how it ends; and the watch over every deadline. */
export const disposition = defineService({
  name: 'disposition',
  title: { zh: '监督处理', en: 'Disposition' },
  events: dispositionEvents,
  aggregates: [disposal, documentSeries, deadline],
  policies: [
    openDisposalWhenFilingApproved,
    voidDisposalWhenMatterVoided,
    changeHandlersWhenReassigned,
    noteReportWhenSubmitted,
    trackIssueWhenFound,
    settleIssueWhenClosed,
    numberInstrumentWhenOrdered,
    issueInstrumentWhenNumbered,
    recordReplyOverdueWhenDeadlineMissed,
    notePartyNotified,
    noteSelfCheck,
  ],
  timers: [watchDeadlines],
  views: [openClocks, disposalCard, instrumentList],
  queries: [disposalCardQuery, instrumentsQuery, escalationsQuery],
  refusals: dispositionRefusals,
});
