import type { Actor } from '@jiandu/eventing';
import { as, effect, Matter, opening, system } from './scene.ts';
import { ex01, ex02 } from './worked-matters.ts';

/** One act: when, who, what, with what. */
export type Act = readonly [date: string, who: string | Actor, command: string, input: object];
/** A rule, the code it refuses with, the matter it is tried on, and the act. */
export type Row = readonly [rule: string, code: string, matter: () => Matter, ...act: Act];

/** A matter after some more acts. */
export const after = (matter: Matter, ...acts: readonly Act[]) => {
  for (const [date, who, command, input] of acts) matter.on(date, who, command, input);
  return matter;
};
/** The usual decision: a correction notice. */
export const decide = {
  outcome: 'instruments',
  instruments: [{ kind: 'correction_notice' }],
  opinion: '决定',
};
/** Two who may look together. */
export const pair = ['P-630202-ye', 'P-630202-li'] as const;
/** How a committee voted. */
export const vote = (members: number, present: number, inFavour: number, against: number) => ({
  members,
  present,
  inFavour,
  against,
});
/** A decision on one kind of instrument. */
export const ordered = (kind: string, more = {}) => ({
  outcome: 'instruments',
  opinion: '决定',
  instruments: [{ kind, ...more }],
});
/** EX-02 with its report. */
export const reported = () => ex02('2025-04-17');
/** EX-01 with its report. */
export const reportedCfs = () => ex01('2025-04-08');
/** EX-02 with its notice served. */
export const served = () => ex02('2025-04-21');
/** EX-02, answered in time. */
export const replied = () =>
  after(served(), [
    '2025-04-28',
    'P-630202-qi',
    'recordReply',
    { instruments: ['D-1'], kind: 'rectification', content: '已整改' },
  ]);
/** A judgement of the first reply. */
export const assess = (adoption: string, more = {}) => ({ reply: 'R-1', adoption, opinion: '评价', ...more });
/** EX-02, refused. */
export const refusedBy = () =>
  after(replied(), ['2025-04-29', 'P-630202-ye', 'assessReply', assess('refused')]);
/** A conclusion. */
export const conclude = (result = 'corrected', more = effect) => ({ result, effect: more, opinion: '办结' });
/** EX-02 with its handler suspended. */
export const suspended = () =>
  after(served(), ['2025-04-22', system, 'changeDisposalHandlers', { suspend: 'P-630202-ye' }]);
/** EX-02, void. */
export const voided = () =>
  after(served(), ['2025-04-22', system, 'voidDisposal', { opinion: '误立', voidedOn: '2025-04-22' }]);
/** EX-02, terminated. */
export const terminated = () =>
  after(reported(), [
    '2025-04-18',
    'P-630202-duo',
    'terminateMatter',
    { ground: 'withdrawn', opinion: '撤回' },
  ]);
/** A matter of which nothing is known. */
export const unfiled = () => Object.assign(reported(), { facts: [] });
/** A matter that the chief handles himself. */
export const chiefHandles = () =>
  new Matter(
    'IAS-630202-2025-00010',
    opening('IAS', '630202', '2025-04-10', ['P-630202-duo', 'P-630202-li']),
  );
/** Somebody as department head. */
export const head = (person: string): Actor => ({ ...as(person), role: 'dept_head' });
/** Somebody as chief. */
export const chief = (person: string): Actor => ({ ...as(person), role: 'chief' });
