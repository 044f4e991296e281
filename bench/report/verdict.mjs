import { median, threeFigures } from "./statistics.mjs";

/**
 * A row of the report. A budget has a limit in the row's unit, as measured on the reference machine, or a multiple of what peers take in the same
 * run (the best of those named, or of all), or both.
 *
 * @typedef {{ id: string, title: string, unit: string, budget?: { limit?: number, times?: number, of?: string[] } }} Row
 * @typedef {import("./ledger.mjs").Ledger} Ledger
 */

const counts = ({ values, failures, flaws }) => values.length > 0 && failures.length === 0 && flaws.length === 0;

/** The fastest of the contenders named whose answers were right and whole, or undefined. */
export function best(ledger, row, names) {
  const eligible = names.filter((name) => counts(ledger.of(row.id, name)));
  const times = eligible.map((name) => ({ name, value: median(ledger.of(row.id, name).values) }));
  return times.sort((one, other) => one.value - other.value)[0];
}

/** How our median compares with the best peer's, below 1 where we are faster. */
export function ratio(ledger, row, { ours, peers }) {
  const rival = best(ledger, row, peers);
  const own = best(ledger, row, [ours]);
  return rival && own ? { value: own.value / rival.value, peer: rival.name } : undefined;
}

/** The budget in words: `≤ 130 ms; ≤ 1.11 × Deno`. */
export function budgetText({ unit, budget }) {
  const limit = budget?.limit === undefined ? [] : [`≤ ${budget.limit} ${unit}`];
  const times = budget?.times === undefined ? [] : [`≤ ${threeFigures(budget.times)} × ${budget.of?.join(" or ") ?? "best peer"}`];
  return [...limit, ...times].join("; ") || "none";
}

/**
 * What may be claimed. Nothing is claimed where a contender failed; a flawed peer is left out and named in a footnote.
 *
 * @returns `met`, `missed`, or which of the two budgets was met; `failed` where our own answer was wrong or incomplete
 */
export function verdict(ledger, row, { ours, peers }) {
  const failed = peers.filter((name) => ledger.of(row.id, name).failures.length > 0);
  const own = best(ledger, row, [ours]);
  if (!own) return ledger.of(row.id, ours).absent === undefined ? "**failed**" : "not measured";
  if (failed.length > 0) return `no claim: ${failed.join(", ")} failed`;
  const { limit, times, of = peers } = row.budget ?? {};
  const rival = best(ledger, row, of);
  const isWithinLimit = limit === undefined ? undefined : own.value <= limit;
  const isWithinRatio = times === undefined || !rival ? undefined : own.value <= times * rival.value;
  if (isWithinLimit === undefined && isWithinRatio === undefined)
    return times === undefined ? "–" : `no claim: no whole answer of ${of.join(", ")}`;
  if (isWithinLimit === undefined || isWithinRatio === undefined || isWithinLimit === isWithinRatio) {
    return (isWithinLimit ?? isWithinRatio) ? "met" : "**missed**";
  }
  return isWithinRatio ? "met as a ratio only" : "met in time only";
}
