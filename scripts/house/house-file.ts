/** A text file of the repository, by its path from the root. */
export interface HouseFile {
  readonly path: string;
  readonly text: string;
}

/** What is wrong, where, and how to mend it, in one line. */
export type Complaint = string;
