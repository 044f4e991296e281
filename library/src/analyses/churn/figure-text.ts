import type { Format } from "../../language/format.js";
import type { Measure } from "./values.js";

/** Odds ratios beyond this, or below its inverse, are written as such: their digits say nothing. */
const limit = 1000;

/** An odds ratio: `1.42`, `> 1,000`, `< 0.001`. */
export function oddsText(value: number, f: Pick<Format, "count" | "number">): string {
  if (value >= limit) return `> ${f.count(limit)}`;
  if (value <= 1 / limit) return `< ${f.number(1 / limit)}`;
  return f.number(value);
}

/** Both ends of an odds ratio's interval. */
export function oddsInterval({ interval: [low, high] }: Measure, f: Pick<Format, "count" | "number" | "interval">): string {
  const isPlain = low > 1 / limit && high < limit;
  return isPlain ? f.interval([low, high]) : `${oddsText(low, f)} – ${oddsText(high, f)}`;
}

/** Whether an interval leaves out 1, so that the direction is known. */
export const isClear = ({ interval: [low, high] }: Measure): boolean => low > 1 || high < 1;

/** A share without a decimal where it has none: `10 %`, `12.3 %`. */
export const plainPercent = (share: number, { percent }: Pick<Format, "percent">): string => percent(share).replace(/\.0(?=\D)/, "");

/** Both ends of an interval of amounts, short, whichever their signs: `19.7K to 24.5K`. */
export const amountInterval = ([low, high]: Measure["interval"], { compact }: Pick<Format, "compact">, to: string): string =>
  `${compact(low)}${to}${compact(high)}`;
