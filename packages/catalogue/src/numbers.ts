/** The parts of a matter's number. */
export interface MatterNumberParts {
  readonly type: string;
  readonly unit: string;
  readonly year: number;
  readonly sequence: number;
}

const MATTER = /^([A-Z]{3})-(\d{6})-(\d{4})-(\d{5})$/;

/** `CFS-630103-2025-00017`. Throws RangeError past 99999 a year, which no unit reaches. */
export function formatMatterNumber({ type, unit, year, sequence }: MatterNumberParts): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 99_999) {
    throw new RangeError(`no number for place ${sequence}`);
  }
  return `${type}-${unit}-${String(year).padStart(4, '0')}-${String(sequence).padStart(5, '0')}`;
}

/** The parts of a matter's number, or undefined when the text is none. */
export function parseMatterNumber(text: string): MatterNumberParts | undefined {
  const [, type, unit, year, sequence] = MATTER.exec(text) ?? [];
  if (type === undefined || unit === undefined || Number(sequence) === 0) return undefined;
  return { type, unit, year: Number(year), sequence: Number(sequence) };
}

/** The series a matter's number belongs to: unit, type and year. */
export function numberSeriesId({ type, unit, year }: Omit<MatterNumberParts, 'sequence'>): string {
  return `${type}-${unit}-${year}`;
}

/** The parts of a number printed on an instrument. */
export interface PrintedNumberParts {
  /** Abbreviation of the unit with 检, such as 城中检. */
  readonly abbreviation: string;
  /** 文种代字, such as 纠违. */
  readonly word: string;
  readonly year: number;
  readonly sequence: number;
}

/** `城中检纠违〔2025〕3号`: brackets U+3014 and U+3015, no leading zeros. */
export function formatPrintedNumber({ abbreviation, word, year, sequence }: PrintedNumberParts): string {
  return `${abbreviation}${word}〔${year}〕${sequence}号`;
}

const PRINTED = /^(\p{Script=Han}+?检)(\p{Script=Han}+)〔(\d{4})〕([1-9]\d*)号$/u;

/** The parts of a printed number; the abbreviation ends with its first 检. */
export function parsePrintedNumber(text: string): PrintedNumberParts | undefined {
  const [, abbreviation, word, year, sequence] = PRINTED.exec(text) ?? [];
  if (abbreviation === undefined || word === undefined) return undefined;
  return { abbreviation, word, year: Number(year), sequence: Number(sequence) };
}

/** The series a printed number belongs to: unit, word and year. */
export function documentSeriesId(unit: string, word: string, year: number): string {
  return `${unit}-${word}-${year}`;
}
