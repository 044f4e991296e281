import { csvRows } from "./csv-rows.js";

/** How a CSV file is laid out, by its first rows. */
export interface CsvLayout {
  readonly delimiter: string;
  readonly hasHeader: boolean;
  /** Rows before the header, such as Excel's “sep=;”. */
  readonly skip: number;
  /** The header without spaces around names; empty names where there is none. */
  readonly header: readonly string[];
  /** Rows of data. */
  readonly rows: readonly (readonly string[])[];
}

const delimiters = [",", ";", "\t", "|", "\u0001"];
const rowsLookedAt = 1000;

/** The delimiter that cuts the most rows into the same number of fields; more fields where rows agree equally. */
function bestDelimiter(text: string): string {
  const scored = delimiters.map((delimiter) => {
    const widths = csvRows(text, delimiter, 200).map(({ length }) => length);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [width, count] = [...counts].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? [1, 0];
    const isHeaderWide = widths[0] === width;
    return { delimiter, score: width < 2 ? 0 : (count / widths.length) * (isHeaderWide ? 2 : 1) + Math.min(width, 100) / 1000 };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

const numeric = /^\s*[-+]?(?:\d[\d.,]*|\.\d+)(?:[eE][-+]?\d+)?\s*$/;
const dated = /^\s*\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}/;
const yearLike = /^\s*(19|20)\d{2}\s*$/;
const isValue = (text: string | undefined): boolean => text !== undefined && (numeric.test(text) || dated.test(text));

/** A first row is data when it has a number or a date wherever the rows below have them. */
function looksLikeData(first: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const below = rows.slice(0, 20);
  const places = [...first.keys()].filter((place) => below.length > 0 && below.every((row) => isValue(row[place])));
  return places.length > 0 && places.every((place) => isValue(first[place]) && !yearLike.test(first[place] ?? ""));
}

/** Finds the layout of a CSV text from its beginning. */
export function csvLayout(text: string, given: { delimiter?: string | undefined; header?: boolean | undefined } = {}): CsvLayout {
  const mark = /^\uFEFF?sep=(.)\r?\n/i.exec(text);
  const body = text.slice(mark?.[0].length ?? 0).replace(/^\uFEFF/, "");
  const delimiter = given.delimiter ?? mark?.[1] ?? bestDelimiter(body);
  const [first = [], ...rows] = csvRows(body, delimiter, rowsLookedAt);
  const hasHeader = given.header ?? !looksLikeData(first, rows);
  return {
    delimiter,
    hasHeader,
    skip: mark ? 1 : 0,
    header: hasHeader ? first.map((name) => name.trim()) : first.map(() => ""),
    rows: hasHeader ? rows : [first, ...rows],
  };
}

/** The delimiter a file seems to use, for a user who gave another one. */
export const likelyDelimiter = (text: string): string => csvLayout(text).delimiter;
