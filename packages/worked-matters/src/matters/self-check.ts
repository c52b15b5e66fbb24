/** Parts of the form of self-check (DOMAIN §5.3). */
const PARTS = ['fact', 'law', 'procedure', 'measures', 'instrument', 'effect', 'dossier'];

/** A self-check that finds nothing wrong; the handler proposes 合格. */
export const soundSelfCheck = {
  answers: PARTS.map((question) => ({ question, sound: true })),
  proposedGrade: 'qualified',
};
