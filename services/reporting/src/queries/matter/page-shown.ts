import { scopeOf, statusOf } from '@jiandu/catalogue';
import type { LocalDate } from '@jiandu/eventing';
import type { MatterPage } from '../../views/matter-page/shape.ts';
import { showClock } from './clock-shown.ts';
import type { PageShown } from './page-answer.ts';

/** Stands where an auditor's page has content (DOMAIN §4.1: no content unless opened by order). */
const WITHHELD = '〔未显示〕';

function titleOf(code: string) {
  return statusOf(code)?.title ?? { zh: code, en: code };
}

/** A page as it is answered, its clocks as they stand on a day. */
export function showPage(page: MatterPage, on: LocalDate): PageShown {
  const { standing: _standing, clocks, id, ...shown } = page;
  const scope = scopeOf(page.type, page.card?.function);
  return {
    etag: `"${page.position}"`,
    number: id,
    ...shown,
    statusTitle: titleOf(page.status),
    instruments: page.instruments.map((each) => ({
      ...each,
      replies: page.replies
        .filter(({ instruments }) => instruments.includes(each.instrument))
        .map(({ reply }) => reply),
    })),
    clocks: clocks.map((clock) => showClock(clock, scope, on)),
  };
}

/** A page without what the papers say: acts, people, days and states stay. */
export function withoutContent(page: MatterPage): MatterPage {
  const { card, plan, effect, significance } = page;
  return {
    ...page,
    card: card && {
      ...card,
      title: WITHHELD,
      clause: undefined,
      supervisedBody: { name: WITHHELD, kind: card.supervisedBody.kind },
    },
    plan: plan && { ...plan, aim: WITHHELD },
    effect: effect && { ...effect, evidence: undefined, whyNone: undefined },
    significance: significance && { ...significance, scores: [], opinion: undefined },
    issues: page.issues.map((each) => ({
      ...each,
      title: WITHHELD,
      clause: WITHHELD,
      body: { name: WITHHELD, kind: each.body.kind },
    })),
    instruments: page.instruments.map((each) => ({
      ...each,
      addressee: { name: WITHHELD, kind: each.addressee.kind },
      copiedTo: undefined,
    })),
    replies: page.replies.map((each) => ({
      ...each,
      content: WITHHELD,
      from: { name: WITHHELD, kind: each.from.kind },
    })),
    escalations: page.escalations.map((each) => ({
      ...each,
      notified: each.notified && { ...each.notified, body: WITHHELD },
    })),
    acts: page.acts.map((each) => (each.act === 'measure_refused' ? { ...each, by: undefined } : each)),
  };
}
