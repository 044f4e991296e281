import { raw, sql, type Sql } from "../../engine/sql.js";
import { tolerant, type Reading } from "./reading.js";

const double = (text: Sql) => sql`TRY_CAST(${text} AS DOUBLE)`;

/**
 * Codes that would lose something as a number: a leading zero (00123), a plus sign before a telephone number, more than 15 digits.
 * Texts that begin with 1 … 9 sort after '1': for them one comparison is enough.
 */
const isCode = (text: Sql) => sql`CASE WHEN ${text} < '1' THEN regexp_matches(${text}, '^\\s|^[-+]?0[0-9]|^\\+[0-9]{8}') ELSE false END
  OR (strlen(${text}) > 15 AND regexp_matches(${text}, '^\\D*\\d{16}')) OR contains(${text}, '_')`;

/** Also true where there is no number at all. */
const failsAsNumber = (text: Sql) => sql`coalesce(NOT isfinite(${double(text)}), true) OR ${isCode(text)}`;

export const numberReading: Reading = { id: "number", type: "number", value: double, fails: failsAsNumber };

const whole = (text: Sql) => sql`TRY_CAST(${double(text)} AS BIGINT)`;

/** Whole numbers, also when they are written with decimals that are all zero: 17850.0 is 17850. */
export const integerReading: Reading = {
  id: "integer",
  type: "integer",
  value: whole,
  fails: (text) => sql`coalesce(${whole(text)} <> ${double(text)}, true) OR ${isCode(text)}`,
};

/** Ways of writing numbers that look alike: what a value looks like, and the readings to try on it in order. */
interface Family {
  readonly shape: RegExp;
  readonly readings: readonly Reading[];
}

/** Numbers with marks around or within them; every value must match the whole pattern. */
function patterned(id: string, pattern: string, value: (text: Sql) => Sql): Family {
  const reading: Reading = {
    id,
    type: "number",
    value,
    fails: (text) => sql`NOT regexp_full_match(${text}, ${raw(`'${pattern}'`)}) OR ${isCode(text)}`,
  };
  return { shape: new RegExp(`^(?:${pattern})$`), readings: [reading, tolerant(reading)] };
}

const currency = "(?:[¥\uffe5$€£]|CNY|USD|EUR|GBP|RMB)?";
const unit = "(?:元|¥|€|£|CNY|USD|EUR|GBP|RMB)?";
const digitsOf = (text: Sql, kept: string) => sql`regexp_replace(${text}, ${raw(`'[^-0-9${kept}]'`)}, '', 'g')`;

const percent = patterned("percent", "\\s*[-+]?\\d+(?:\\.\\d+)?\\s*[%\uff05]\\s*", (text) => sql`${double(digitsOf(text, "."))} / 100`);

const money = patterned("money", `\\s*[-+]?\\s*${currency}\\s*[-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?\\s*${unit}\\s*`, (text) =>
  double(digitsOf(text, ".")),
);

const decimalComma = patterned("decimal comma", "\\s*[-+]?(?:\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?\\s*€?\\s*", (text) =>
  double(sql`replace(${digitsOf(text, ",")}, ',', '.')`),
);

/** Large amounts carry thousands marks in columns where small ones have none, so money is tried on plain numbers too. */
const plainNumber: Family = {
  shape: /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/,
  readings: [integerReading, numberReading, tolerant(integerReading), tolerant(numberReading), ...money.readings],
};

const families: readonly Family[] = [plainNumber, percent, money, decimalComma];

/** The readings that fit numbers which look as these values do, by the share of values that must; none when they look like no number. */
export const numberReadings = (share: (shape: RegExp) => boolean): readonly Reading[] =>
  families.find(({ shape }) => share(shape))?.readings ?? [];
