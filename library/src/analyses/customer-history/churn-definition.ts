import type { ChurnDefinition, ReturnRow, Verdict } from "./values.js";

/** Fewer silences than this say too little about a share. */
export const fewSilences = 30;
const mostRows = 100;

export interface DefinitionFacts {
  /** One row per day from day 1 on. */
  readonly curve: readonly ReturnRow[];
  readonly horizonDays: number;
  readonly returnLimit: number;
  readonly given: number | undefined;
  /** Where the data suggest nothing. */
  readonly fallback: number;
}

/**
 * The smallest number of days after which fewer than `limit` come back, and after which no longer silence is clearly above it: in a trade with
 * a monthly rhythm few come back after one day, but many after thirty.
 */
function suggest(curve: readonly ReturnRow[], limit: number): number | undefined {
  const known = curve.filter(({ silences }) => silences >= fewSilences);
  const clearlyAbove = known.findLast(({ interval: [low] }) => low > limit)?.days ?? 0;
  return known.find(({ days, share }) => days > clearlyAbove && share < limit)?.days;
}

function judge(row: ReturnRow | undefined, limit: number): Verdict {
  if (!row || row.silences < fewSilences) return "unknown";
  if (row.interval[1] < limit) return "holds";
  return row.share < limit ? "plausible" : "too-short";
}

/** About a hundred rows, evenly spread, and always the days that matter. */
function thin(curve: readonly ReturnRow[], matter: readonly (number | undefined)[]): ReturnRow[] {
  const step = Math.ceil(curve.length / mostRows);
  return curve.filter(({ days }) => (days - 1) % step === 0 || days === curve.length || matter.includes(days));
}

/** Which number of days silent counts as lost, and how well the data bear it out. */
export function defineChurn({ curve, horizonDays, returnLimit, given, fallback }: DefinitionFacts): ChurnDefinition {
  const suggestedDays = suggest(curve, returnLimit);
  const days = given ?? suggestedDays ?? fallback;
  const returns = curve[days - 1];
  return {
    days,
    source: given !== undefined ? "given" : suggestedDays !== undefined ? "suggested" : "fallback",
    ...(suggestedDays === undefined ? {} : { suggestedDays }),
    horizonDays,
    returnLimit,
    ...(returns ? { returns } : {}),
    verdict: judge(returns, returnLimit),
    curve: thin(curve, [days, suggestedDays]),
  };
}
