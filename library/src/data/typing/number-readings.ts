import { raw, sql, type Sql } from "../../engine/sql.js";
import { tolerant, type Reading } from "./reading.js";

const double = (text: Sql) => sql`TRY_CAST(${text} AS DOUBLE)`;

/**
 * Codes that would lose something as a number: a leading zero (00123), a plus sign before a telephone number, more than 15 digits.
 * Texts are compared by their bytes, so '00' … '0:' is every text that begins with a zero and a digit.
 */
const isCode = (text: Sql) => sql`(${text} >= '00' AND ${text} < '0:')
  OR (${text} < '!') OR (${text} >= '-00' AND ${text} < '-0:')
  OR (${text} >= '+' AND ${text} < ',' AND strlen(${text}) > 8)
  OR (strlen(${text}) > 15 AND regexp_matches(${text}, '^\\D*\\d{16,}'))
  OR contains(${text}, '_')`;

const failsAsNumber = (text: Sql) => sql`${double(text)} IS NULL OR NOT isfinite(${double(text)}) OR ${isCode(text)}`;

export const numberReading: Reading = { id: "number", type: "number", value: double, fails: failsAsNumber };

/** Whole numbers, also when they are written with decimals that are all zero: 17850.0 is 17850. */
export const integerReading: Reading = {
  id: "integer",
  type: "integer",
  value: (text) => sql`TRY_CAST(${double(text)} AS BIGINT)`,
  fails: (text) => sql`${failsAsNumber(text)} OR ${double(text)} <> trunc(${double(text)}) OR abs(${double(text)}) >= 1e15`,
};

const patterned = (id: string, pattern: string, value: (text: Sql) => Sql): Reading => ({
  id,
  type: "number",
  value,
  fails: (text) => sql`NOT regexp_full_match(${text}, ${raw(`'${pattern}'`)})`,
});

const currency = "(?:[¥¥$€£]|CNY|USD|EUR|GBP|RMB)?";
const unit = "(?:元|¥|€|£|CNY|USD|EUR|GBP|RMB)?";

/** 1,234.56 · ¥99.00 · -$5 · 1,200元 */
const moneyReading = patterned(
  "money",
  `\\s*[-+]?\\s*${currency}\\s*[-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?\\s*${unit}\\s*`,
  (text) => double(sql`regexp_replace(${text}, '[^-0-9.]', '', 'g')`),
);

/** 12.5% is 0.125 */
const percentReading = patterned(
  "percent",
  "\\s*[-+]?\\d+(?:\\.\\d+)?\\s*[%%]\\s*",
  (text) => sql`${double(sql`regexp_replace(${text}, '[^-0-9.]', '', 'g')`)} / 100`,
);

/** 1.234,56 · 12,5: as most of Europe writes numbers */
const decimalCommaReading = patterned(
  "decimal comma",
  "\\s*[-+]?(?:\\d{1,3}(?:\\.\\d{3})+|\\d+),(?:\\d{1,2}|\\d{4,})\\s*[€]?\\s*",
  (text) => double(sql`replace(regexp_replace(${text}, '[^-0-9,]', '', 'g'), ',', '.')`),
);

/** In the order in which they are tried. */
export const numberReadings: readonly Reading[] = [
  integerReading,
  numberReading,
  tolerant(integerReading),
  tolerant(numberReading),
  ...[moneyReading, percentReading, decimalCommaReading].flatMap((reading) => [reading, tolerant(reading)]),
];
