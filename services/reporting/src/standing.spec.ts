import { expect, test } from 'vitest';
import { tellInspection } from '../test/inspection.ts';
import { tellOverdueMatter } from '../test/overdue-matter.ts';
import { followsIssues, noStanding, standingAfter, statusShown } from './standing.ts';

const { events } = tellInspection();
const inspection = (upTo: number) =>
  events.slice(0, upTo).reduce(standingAfter, { ...noStanding, perIssue: true });

test('an inspection has the state of its issues, a violation that of its events', () => {
  expect(followsIssues('2026.1', 'CIR')).toBe(true);
  expect(followsIssues('2026.1', 'IAS')).toBe(false);
});

test('each issue stands by itself; one that is transferred is settled', () => {
  expect(inspection(8).issues).toEqual({ 'I-1': 'investigating', 'I-2': 'investigating' });
  expect(inspection(9).issues).toEqual({ 'I-1': 'investigating', 'I-2': 'deciding' });
  expect(inspection(11).issues).toEqual({ 'I-1': 'investigating', 'I-2': 'awaiting_reply' });
});

test('the matter stands where its least advanced issue stands, and by itself once all are settled', () => {
  const served = inspection(11);
  expect(statusShown(served)).toBe('investigating');
  const close = (issue: string) => ({ ...events[7]!, type: 'IssueClosed', data: { issue } });
  const oneLeft = standingAfter(served, close('I-1'));
  expect(statusShown(oneLeft)).toBe('awaiting_reply');
  expect(statusShown(standingAfter(oneLeft, close('I-2')))).toBe(served.own);
});

test('an oral correction that was not acted on makes its issue overdue', () => {
  const overdue = { ...events[7]!, type: 'IssueOverdue', data: { issue: 'I-1' } };
  expect(standingAfter(inspection(11), overdue).issues).toMatchObject({ 'I-1': 'overdue' });
});

test('the states of an overdue notice follow one another as in §3.2', () => {
  const seen: string[] = [];
  tellOverdueMatter().events.reduce((standing, event) => {
    const next = standingAfter(standing, event);
    if (event.stream.includes('lead-')) return standing;
    if (statusShown(next) !== seen.at(-1)) seen.push(statusShown(next));
    return next;
  }, noStanding);
  expect(seen).toEqual([
    'accepted',
    'filed',
    'investigating',
    'reviewing',
    'deciding',
    'disposing',
    'awaiting_reply',
    'overdue',
    'urged',
    're_examining',
    'awaiting_reply',
    'escalated',
    'assessing_reply',
    'following_up',
    'concluded',
    'archived',
  ]);
});

test.each([
  ['withdrawn', 'terminated'],
  ['voided', 'voided'],
])('a matter that ends as %s is %s, whatever its issues do', (ground, status) => {
  const ended = { ...events[7]!, type: 'MatterTerminated', data: { ground } };
  expect(statusShown(standingAfter(inspection(11), ended))).toBe(status);
});
