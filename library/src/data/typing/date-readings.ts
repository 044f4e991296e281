import { raw, sql, type Sql } from "../../engine/sql.js";
import { tolerant, type Reading } from "./reading.js";

type ToTime = (text: Sql) => Sql;

/** A way of writing dates gives two readings: days when no value has a time of day, else time stamps. */
function readings(id: string, toTime: ToTime, fails: (text: Sql) => Sql = () => raw("false")): Reading[] {
  const isNoTime = (text: Sql) => sql`coalesce(NOT isfinite(${toTime(text)}), true) OR ${fails(text)}`;
  const day: Reading = {
    id: `${id} date`,
    type: "date",
    value: (text) => sql`CAST(${toTime(text)} AS DATE)`,
    fails: (text) => sql`${isNoTime(text)} OR ${toTime(text)} <> CAST(${toTime(text)} AS DATE)`,
  };
  const time: Reading = { id: `${id} time`, type: "timestamp", value: toTime, fails: isNoTime };
  return [day, tolerant(day), time, tolerant(time)];
}

const formats =
  (...list: string[]): ToTime =>
  (text) =>
    sql`try_strptime(${text}, [${raw(list.map((format) => `'${format}'`).join(", "))}])`;

const clocks = ["", " %H:%M:%S", " %H:%M", " %I:%M:%S %p", " %I:%M %p", " %H:%M:%S.%f"];
const withClock = (...days: string[]): ToTime => formats(...days.flatMap((day) => clocks.map((clock) => day + clock)));

/** Ways of writing dates that look alike: what a value looks like, and the readings to try on it in order. */
interface Family {
  readonly shape: RegExp;
  readonly readings: readonly Reading[];
}

/** The engine's own cast; it also knows words such as “epoch”, so a date must begin with a digit. */
const iso: ToTime = (text) => sql`TRY_CAST(${text} AS TIMESTAMP)`;
const noDigit = (text: Sql) => sql`NOT (${text} >= '0' AND ${text} < ':')`;

/** Offsets from UTC are set aside: the time is the one that the clock on the wall showed. */
const withoutOffset: ToTime = (text) => iso(sql`regexp_replace(${text}, '\\s*(?:Z|UTC|GMT|[-+]\\d{2}:?\\d{2})$', '')`);

const chineseDay = "%Y年%m月%d日";

/** Day first and month first look alike up to the 12th: a column is one or the other only when the other one fails somewhere. */
function numeric(mark: string, year: "%Y" | "%y"): Family {
  const digits = year === "%Y" ? 4 : 2;
  const escaped = `[${mark}]`;
  const otherYear = (text: Sql) =>
    sql`NOT regexp_matches(${text}, ${raw(`'^\\d{1,2}${escaped}\\d{1,2}${escaped}\\d{${digits}}(?:\\D|$)'`)})`;
  return {
    shape: new RegExp(`^\\s*\\d{1,2}${escaped}\\d{1,2}${escaped}\\d{${digits}}(?:\\D|$)`),
    readings: [
      ...readings("day/month", withClock(`%d${mark}%m${mark}${year}`), otherYear),
      ...readings("month/day", withClock(`%m${mark}%d${mark}${year}`), otherYear),
    ],
  };
}

const families: readonly Family[] = [
  {
    shape: /^\s*\d{4}[-/]\d{1,2}[-/]\d{1,2}([ T]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?)?\s*$/,
    readings: readings("year-month-day", iso, noDigit),
  },
  {
    shape: /^\s*\d{4}[-/]\d{1,2}[-/]\d{1,2}[ T]\d{1,2}:\d{2}.*(Z|UTC|GMT|[-+]\d{2}:?\d{2})\s*$/,
    readings: readings("year-month-day, offset", withoutOffset, noDigit),
  },
  { shape: /^\s*\d{4}\.\d{1,2}\.\d{1,2}/, readings: readings("year.month.day", withClock("%Y.%m.%d")) },
  {
    shape: /^\s*\d{4}年\d{1,2}月\d{1,2}日/,
    readings: readings(
      "年月日",
      formats(...["", " %H:%M:%S", " %H:%M", "%H:%M:%S", "%H时%M分%S秒", " %H时%M分%S秒"].map((clock) => chineseDay + clock)),
    ),
  },
  {
    shape: /^\s*\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}/,
    readings: readings("named month", withClock("%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%d %B %Y")),
  },
  { shape: /^\s*[A-Za-z]{3,9} \d{1,2},? \d{4}/, readings: readings("named month", withClock("%b %d, %Y", "%B %d, %Y", "%b %d %Y")) },
  ...["/", "-", "."].flatMap((mark) => [numeric(mark, "%Y"), numeric(mark, "%y")]),
];

/** The readings that fit dates which look as these values do, by the share of values that must; none when they look like no date. */
export const dateReadings = (share: (shape: RegExp) => boolean): readonly Reading[] =>
  families.find(({ shape }) => share(shape))?.readings ?? [];

/** 20240103: eight digits are a date only in a column whose name says so. */
export const compactDateReadings: readonly Reading[] = readings("yyyymmdd", formats("%Y%m%d"), (text) => sql`strlen(${text}) <> 8`);

/** The reading of the same column with day and month swapped; nothing for readings that have only one meaning. */
export function swapped({ id }: Reading): string | undefined {
  if (id.startsWith("day/month")) return id.replace("day/month", "month/day");
  return id.startsWith("month/day") ? id.replace("month/day", "day/month") : undefined;
}
