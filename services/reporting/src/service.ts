import { reportingEvents } from '@jiandu/contracts';
import { defineService } from '@jiandu/eventing';
import { flowMonitor } from './flow-monitor/flow-monitor.ts';
import { followHandlersOfMatter } from './policies/follow-handlers-of-matter.ts';
import { openFlowMonitorWhenAccepted } from './policies/open-flow-monitor-when-accepted.ts';
import { compareMatterQuery } from './queries/compare-matter.ts';
import { deadlinesQuery } from './queries/deadlines.ts';
import { feedQuery } from './queries/feed.ts';
import { ledgerCountsQuery } from './queries/ledger-counts.ts';
import { mainLedgerQuery } from './queries/main-ledger.ts';
import { mainLedgerCsvQuery } from './queries/main-ledger-csv.ts';
import { matterHistoryQuery } from './queries/matter-history.ts';
import { matterPageQuery } from './queries/matter-page.ts';
import { myMattersQuery } from './queries/my-matters.ts';
import { searchQuery } from './queries/search.ts';
import { timelineQuery } from './queries/timeline.ts';
import { reportingRefusals } from './refusals.ts';
import { deadlineBoard } from './views/deadline-board/deadline-board.ts';
import { mainLedger } from './views/main-ledger/main-ledger.ts';
import { matterPage } from './views/matter-page/matter-page.ts';
import { searchIndex } from './views/search-index/search-index.ts';

/** Ledgers, deadlines, search, flow monitoring, replay and the feed (台账与审计). */
export const reporting = defineService({
  name: 'reporting',
  title: { zh: '台账与审计', en: 'Ledgers and audit' },
  events: reportingEvents,
  aggregates: [flowMonitor],
  policies: [openFlowMonitorWhenAccepted, followHandlersOfMatter],
  views: [matterPage, mainLedger, deadlineBoard, searchIndex],
  queries: [
    matterPageQuery,
    timelineQuery,
    matterHistoryQuery,
    compareMatterQuery,
    myMattersQuery,
    deadlinesQuery,
    mainLedgerQuery,
    mainLedgerCsvQuery,
    ledgerCountsQuery,
    searchQuery,
    feedQuery,
  ],
  refusals: reportingRefusals,
});
