import type {
  PartyNotified,
  ReviewReportReturned,
  ReviewReportSubmitted,
  SelfChecked,
} from '@jiandu/contracts';
import { definePolicy, idOf, when } from '@jiandu/eventing';

const ended = ['matter.terminated', 'number.voided'];

/** No decision without a report, and none by its author. */
export const noteReportWhenSubmitted = definePolicy({
  name: 'noteReportWhenSubmitted',
  title: { zh: '备悉审查报告', en: 'Note the report when it is submitted' },
  from: ['investigation'],
  on: {
    ReviewReportSubmitted: when<ReviewReportSubmitted['data']>(({ data, stream, metadata }) => {
      const { report, kind, submittedOn } = data;
      const { person, name, unit } = metadata.actor;
      const input = { report, kind, author: { person, name, unit }, submittedOn };
      return [{ command: 'disposition.noteReport', id: idOf(stream), input, tolerate: ended }];
    }),
    ReviewReportReturned: when<ReviewReportReturned['data']>(({ data: { report }, stream, metadata }) => [
      {
        command: 'disposition.noteReportReturned',
        id: idOf(stream),
        input: { report, returnedOn: metadata.occurredOn },
        tolerate: ended,
      },
    ]),
  },
});

/** A matter with a complainant closes only when he was told (S2 §552, §561). Before filing nobody waits for it here. */
export const notePartyNotified = definePolicy({
  name: 'notePartyNotified',
  title: { zh: '备悉告知当事人', en: 'Note that a party was told' },
  from: ['intake'],
  on: {
    PartyNotified: when<PartyNotified['data']>(({ data: { party, about, notifiedOn }, stream }) => [
      {
        command: 'disposition.notePartyNotified',
        id: idOf(stream),
        input: { party, about, notifiedOn },
        tolerate: ['thing.unknown', ...ended],
      },
    ]),
  },
});

/** The dossier is checked after the handler checked himself (DOMAIN §5.3). */
export const noteSelfCheck = definePolicy({
  name: 'noteSelfCheck',
  title: { zh: '备悉质量自查', en: 'Note the self-check' },
  from: ['assessment'],
  on: {
    SelfChecked: when<SelfChecked['data']>(({ data: { scheme, proposedGrade, checkedOn }, stream }) => [
      {
        command: 'disposition.noteSelfCheck',
        id: idOf(stream),
        input: { scheme, proposedGrade, checkedOn },
        tolerate: ended,
      },
    ]),
  },
});
