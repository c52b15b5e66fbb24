import { describe, expect, test } from 'vitest';
import { system } from '../../test/scene.ts';
import { after, decide, ordered, pair, type Row, reported, reportedCfs, vote } from '../../test/scenes.ts';
import { ex02, ex06 } from '../../test/worked-matters.ts';
import { refuseCompetence } from './decision.ts';

const conference = { attendees: pair, inFavour: 2, against: 0, question: '问', advice: '答' };

const rows: readonly Row[] = [
  [
    'more votes than people',
    'conference.votes-exceed',
    reported,
    '2025-04-18',
    'P-630202-qi2',
    'holdJointConference',
    { ...conference, inFavour: 3 },
  ],
  [
    'the same person twice has one vote',
    'conference.votes-exceed',
    reported,
    '2025-04-18',
    'P-630202-qi2',
    'holdJointConference',
    { ...conference, attendees: [pair[0], pair[0]] },
  ],
  [
    'nobody attends whom the directory does not know',
    'person.unknown',
    reported,
    '2025-04-18',
    'P-630202-qi2',
    'holdJointConference',
    { ...conference, attendees: [...pair, 'P-630202-nobody'] },
  ],
  [
    'nor is such a one in the chair',
    'person.unknown',
    reported,
    '2025-04-18',
    'P-630202-qi2',
    'holdJointConference',
    { ...conference, chair: 'P-630202-nobody' },
  ],
  [
    'no decision without a report',
    'decision.report-missing',
    () => ex02('2025-04-16'),
    '2025-04-16',
    'P-630202-duo',
    'makeDecision',
    decide,
  ],
  [
    'no decision to do nothing without one either',
    'decision.report-missing',
    () => ex02('2025-04-16'),
    '2025-04-16',
    'P-630202-duo',
    'makeDecision',
    { outcome: 'no_action', opinion: '不采取' },
  ],
  [
    'a report that went back does not count',
    'decision.report-missing',
    () =>
      after(reported(), [
        '2025-04-18',
        system,
        'noteReportReturned',
        { report: 'RR-1', returnedOn: '2025-04-18' },
      ]),
    '2025-04-18',
    'P-630202-duo',
    'makeDecision',
    decide,
  ],
  [
    'instruments are named',
    'decision.instruments-missing',
    reported,
    '2025-04-18',
    'P-630202-duo',
    'makeDecision',
    { outcome: 'instruments', opinion: '决定' },
  ],
  [
    'no action means none',
    'decision.instruments-unexpected',
    reported,
    '2025-04-18',
    'P-630202-duo',
    'makeDecision',
    { ...decide, outcome: 'no_action' },
  ],
  [
    'an inspection names its issues',
    'decision.issues-missing',
    () => ex06('2025-08-21'),
    '2025-08-22',
    'P-632800-ba',
    'makeDecision',
    decide,
  ],
  [
    'a committee votes',
    'committee.vote-missing',
    reportedCfs,
    '2025-04-11',
    'P-630103-jian',
    'makeDecision',
    ordered('filing_notice'),
  ],
  [
    'more than half must be there',
    'committee.no-quorum',
    reportedCfs,
    '2025-04-11',
    'P-630103-jian',
    'makeDecision',
    { ...ordered('filing_notice'), vote: vote(8, 4, 4, 0) },
  ],
  [
    'more than half of all must agree',
    'committee.no-majority',
    reportedCfs,
    '2025-04-11',
    'P-630103-jian',
    'makeDecision',
    { ...ordered('filing_notice'), vote: vote(9, 7, 4, 3) },
  ],
  [
    'no more votes than members there',
    'conference.votes-exceed',
    reportedCfs,
    '2025-04-11',
    'P-630103-jian',
    'makeDecision',
    { ...ordered('filing_notice'), vote: vote(9, 7, 6, 3) },
  ],
];

describe('what a decision may not be', () => {
  test.each(rows)('%s: %s', (_rule, code, matter, ...act) => {
    expect(matter().refusal(...act)).toBe(code);
  });
});

test('a retrial recommendation is for the committee alone (S5 §87)', () => {
  const retrial = {
    byHandler: false,
    decidedBy: ['committee' as const],
    title: { zh: '再审检察建议书', en: 'retrial' },
  };
  expect(refuseCompetence([retrial], 'committee')).toBeUndefined();
  expect(refuseCompetence([retrial], 'chief')).toMatchObject({
    code: 'decision.not-competent',
    params: { kind: '再审检察建议书', competent: '检察委员会' },
  });
});

test('who advised is written with the directory’s names, and the head who called it was in the chair', () => {
  const matter = reported();
  matter.on('2025-04-18', 'P-630202-qi2', 'holdJointConference', conference);
  expect(matter.facts.at(-1)?.data).toMatchObject({
    chair: { person: 'P-630202-qi2', name: '祁某某', unit: '630202' },
    attendees: [
      { person: 'P-630202-ye', name: '冶某', unit: '630202' },
      { person: 'P-630202-li', name: '李某', unit: '630202' },
    ],
  });
});
