/** A legal date, `YYYY-MM-DD`. */
export type LocalDate = string;

/** Names that a script gives to things it made: `lead`, `matter` … In inputs and addresses `$lead` stands for the id. */
export type Names = Readonly<Record<string, string>>;

/** What must be seen after a step. */
export interface Expected {
  /** Events that the step brings about, at least these; also those that policies add. */
  readonly events?: readonly string[];
  /** Status of the matter afterwards (of the lead, before there is a matter), by the codes of DOMAIN §3.2. */
  readonly status?: string;
  /** Due dates by clock and subject: `{ 'DL-08 D-1': '2025-04-03' }`; the subject of a lead or matter is left out. */
  readonly due?: Readonly<Record<string, LocalDate>>;
  /** Clocks that no longer run afterwards. */
  readonly met?: readonly string[];
  /** The step must be refused with this code, and must change nothing. */
  readonly refused?: string;
}

/** One act of one person on one day. */
export interface Step {
  /**
   * Numbers of the example's actions, from 1, that this step brings about; left out for acts that the example does not mention
   * but the law demands.
   */
  readonly actions?: readonly number[];
  readonly on: LocalDate;
  /** Person who acts; left out when only time passes. */
  readonly who?: string;
  /** Command, e.g. `intake.screenLead`; left out when only time passes. */
  readonly does?: string;
  /** The thing acted on, e.g. `$matter`. */
  readonly to?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  /** Name under which the id of what was made is kept. */
  readonly keep?: string;
  readonly expect?: Expected;
}

/** What must hold at the end, beside every step's own expectations. */
export interface Outcome {
  readonly zh: string;
  readonly en: string;
  /** How often events of these types stand in the history. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Fields of the matter page by dotted path. */
  readonly page?: Readonly<Record<string, unknown>>;
}

/** A matter that can be played from an empty house. */
export interface WorkedMatter {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Whether it is one of the field's own examples, with actions to compare against. */
  readonly example: boolean;
  /** Number that the gate must give, when that is known beforehand. */
  readonly number?: string;
  /** Person who reads the matter for comparison. */
  readonly reader: string;
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
}
