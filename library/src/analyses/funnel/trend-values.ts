import { shareOf, known } from "./share.js";
import type { TrendRow } from "./reduce.js";
import type { TrendDay } from "./values.js";

const dayMilliseconds = 86_400_000;

/** The number of a day from 1970, and back. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMilliseconds);
const dayText = (day: number): string => new Date(day * dayMilliseconds).toISOString().slice(0, 10);

/** Days up to which the days without entries are listed too. */
const mostDays = 4000;

/** Every day from the first to the last entry; those whose last entry had its window open when the data ended are incomplete. */
export function trendDays(rows: readonly TrendRow[], { end, window }: { readonly end: number; readonly window: number }): TrendDay[] {
  const day = ({ day: own, entered, converted, last_entry: last }: TrendRow): TrendDay => ({
    day: own,
    entered,
    converted,
    ...known("rate", shareOf(converted, entered)),
    isComplete: last + window <= end,
  });
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const from = dayNumber(first.day);
  const days = dayNumber(last.day) - from + 1;
  if (days > mostDays) return rows.map(day);
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const empty = (name: string): TrendDay => ({
    day: name,
    entered: 0,
    converted: 0,
    isComplete: (dayNumber(name) + 1) * dayMilliseconds * 1000 + window <= end,
  });
  return Array.from({ length: days }, (_, index) => {
    const name = dayText(from + index);
    const found = byDay.get(name);
    return found ? day(found) : empty(name);
  });
}
