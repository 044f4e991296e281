import { raw, sql, type Sql } from "../../engine/sql.js";
import { tolerant, type Reading } from "./reading.js";

type ToTime = (text: Sql) => Sql;

/** A way of writing dates gives two readings: days when no value has a time of day, else time stamps. */
const readings = (id: string, toTime: ToTime, fails: (text: Sql) => Sql = () => raw("false")): Reading[] => {
  const isNoTime = (text: Sql) =>
    sql`${toTime(text)} IS NULL OR NOT isfinite(${toTime(text)}) OR year(${toTime(text)}) NOT BETWEEN 1000 AND 9998 OR ${fails(text)}`;
  return [
    {
      id: `${id} date`,
      type: "date",
      value: (text) => sql`CAST(${toTime(text)} AS DATE)`,
      fails: (text) => sql`${isNoTime(text)} OR ${toTime(text)} <> CAST(${toTime(text)} AS DATE)`,
    },
    { id: `${id} time`, type: "timestamp", value: toTime, fails: isNoTime },
  ];
};

const formats =
  (...list: string[]): ToTime =>
  (text) =>
    sql`try_strptime(${text}, [${raw(list.map((format) => `'${format}'`).join(", "))}])`;

const clocks = ["", " %H:%M:%S", " %H:%M", " %H:%M:%S.%f", " %I:%M %p", " %I:%M:%S %p"];
const withClock = (...days: string[]): ToTime => formats(...days.flatMap((day) => clocks.map((clock) => day + clock)));

/** Offsets from UTC are set aside: the time is the one that the clock on the wall showed. */
const offset = raw("'\\s*(?:Z|UTC|GMT|[-+]\\d{2}:?\\d{2})$'");
const iso: ToTime = (text) => sql`TRY_CAST(${text} AS TIMESTAMP)`;
const hasDay = (text: Sql) => sql`NOT (${text} >= '0' AND ${text} < ':')`;

/** Ways of writing a date that can be told apart by looking at one value. */
const plain: readonly Reading[] = [
  ...readings("year-month-day", iso, hasDay),
  ...readings("year-month-day, offset", (text) => iso(sql`regexp_replace(${text}, ${offset}, '')`), hasDay),
  ...readings("year.month.day", withClock("%Y.%m.%d")),
  ...readings(
    "年月日",
    formats("%Y年%m月%d日", "%Y年%m月%d日 %H:%M", "%Y年%m月%d日 %H:%M:%S", "%Y年%m月%d日%H:%M:%S", "%Y年%m月%d日%H时%M分%S秒"),
  ),
  ...readings("named month", withClock("%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%b %d %Y")),
];

const twoDigitYear = (text: Sql) => sql`NOT regexp_matches(${text}, '^\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2}(?:\\D|$)')`;
const fourDigitYear = (text: Sql) => sql`NOT regexp_matches(${text}, '^\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}(?:\\D|$)')`;
const separators = ["/", "-", "."];

/** Day first and month first look alike up to the 12th: a column is one or the other only when the other one fails somewhere. */
export const dayFirst: readonly Reading[] = [
  ...readings("day/month/year", withClock(...separators.map((mark) => `%d${mark}%m${mark}%Y`)), fourDigitYear),
  ...readings("day/month/yy", withClock(...separators.map((mark) => `%d${mark}%m${mark}%y`)), twoDigitYear),
];
export const monthFirst: readonly Reading[] = [
  ...readings("month/day/year", withClock(...separators.map((mark) => `%m${mark}%d${mark}%Y`)), fourDigitYear),
  ...readings("month/day/yy", withClock(...separators.map((mark) => `%m${mark}%d${mark}%y`)), twoDigitYear),
];

const withTolerance = (list: readonly Reading[]) => list.flatMap((reading) => [reading, tolerant(reading)]);

/** In the order in which they are tried. */
export const dateReadings: readonly Reading[] = withTolerance([...plain, ...dayFirst, ...monthFirst]);

/** 20240103: eight digits are a date only in a column whose name says so. */
export const compactDateReadings: readonly Reading[] = withTolerance(
  readings("yyyymmdd", formats("%Y%m%d"), (text) => sql`strlen(${text}) <> 8`),
);

/** The reading of the same column with day and month swapped; nothing for readings that have only one meaning. */
export function swapped({ id }: Reading): string | undefined {
  if (id.startsWith("day/month")) return id.replace("day/month", "month/day");
  return id.startsWith("month/day") ? id.replace("month/day", "day/month") : undefined;
}
