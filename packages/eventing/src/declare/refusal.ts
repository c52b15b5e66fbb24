/** A business rule said no. A value, never thrown; the code is stable and stands in the service's register of refusals. */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  /** Input field that breaks the rule, as a dotted path. */
  readonly field?: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Every field that is wrong, when the input itself does not parse. */
  readonly issues?: readonly { readonly field: string; readonly message: string }[];
}

/** One entry of a register of refusals. */
export interface RefusalEntry {
  /** HTTP status that carries it: 403, 404, 409, 412, 422 … */
  readonly status: number;
  /** Sentence for people, Chinese first; `{name}` is replaced by the parameter of that name. */
  readonly zh: string;
  readonly en: string;
  /** Article or rule that is broken, e.g. `S2 §161`, `DOMAIN §2.1`. */
  readonly law?: string;
}
export type RefusalRegister = Readonly<Record<string, RefusalEntry>>;

/** Makes a refusal with a code of the given register; a code that is not in it does not compile. */
export type Refuse<R extends RefusalRegister> = (
  code: keyof R & string,
  details?: { field?: string } & Record<string, string | number>,
) => Refusal;

/** Declares a package's register of refusals and gives the function that makes them. */
export function defineRefusals<const R extends RefusalRegister>(
  register: R,
): { register: R; refuse: Refuse<R> } {
  return {
    register,
    refuse: (code, details = {}) => {
      const { field, ...params } = details;
      return { refused: true, code, params, ...(field === undefined ? {} : { field }) };
    },
  };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}

/** The sentences of a refusal with its parameters filled in. */
export function explainRefusal(refusal: Refusal, register: RefusalRegister): RefusalEntry {
  const entry = register[refusal.code] ?? { status: 409, zh: refusal.code, en: refusal.code };
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(refusal.params[name] ?? whole));
  return { ...entry, zh: fill(entry.zh), en: fill(entry.en) };
}
