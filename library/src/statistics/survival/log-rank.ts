import { chiSquareUpper } from "../distributions.js";
import { quadratic, symmetricInverse } from "./symmetric.js";
import type { TimeCounts } from "./time-counts.js";

/** What counts most: all times alike (log-rank), early ones (Wilcoxon: by how many are watched), or by the survival so far (Fleming–Harrington). */
export type Weights = "log-rank" | "wilcoxon" | { readonly rho: number; readonly gamma: number };

export interface LogRank {
  readonly chiSquare: number;
  /** Groups with expected events, less one; 0 when nothing can be compared. */
  readonly degreesOfFreedom: number;
  /** Absent when nothing can be compared. */
  readonly pValue?: number;
  /** Per group, in the order given. */
  readonly observed: readonly number[];
  /** What each group would have seen if all had one curve. */
  readonly expected: readonly number[];
}

function weightOf(weights: Weights, atRisk: number, survival: number): number {
  if (weights === "log-rank") return 1;
  return weights === "wilcoxon" ? atRisk : survival ** weights.rho * (1 - survival) ** weights.gamma;
}

interface Sums {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** Weighted observed less expected. */
  readonly excess: Float64Array;
  readonly covariance: Float64Array;
}

/** Walks through the times of all groups together and gives each event time with what each group has there. */
function* eventTimes(groups: readonly TimeCounts[]): Generator<{ events: Float64Array; atRisk: Float64Array }> {
  const place = new Int32Array(groups.length);
  const [events, atRisk] = [new Float64Array(groups.length), new Float64Array(groups.length)];
  for (;;) {
    let time = Infinity;
    for (const [group, { times }] of groups.entries()) time = Math.min(time, times[place[group] as number] ?? Infinity);
    if (time === Infinity) return;
    let total = 0;
    for (const [group, counts] of groups.entries()) {
      const here = place[group] as number;
      const isHere = counts.times[here] === time;
      atRisk[group] = counts.atRisk[here] ?? 0;
      events[group] = isHere ? (counts.events[here] as number) : 0;
      total += events[group] as number;
      if (isHere) place[group] = here + 1;
    }
    if (total > 0) yield { events, atRisk };
  }
}

function addStratum(groups: readonly TimeCounts[], weights: Weights, { observed, expected, excess, covariance }: Sums): void {
  const width = groups.length;
  let survival = 1;
  for (const { events, atRisk } of eventTimes(groups)) {
    const total = events.reduce((sum, value) => sum + value, 0);
    const all = atRisk.reduce((sum, value) => sum + value, 0);
    const weight = weightOf(weights, all, survival);
    const spread = all > 1 ? (weight * weight * total * (all - total)) / (all - 1) : 0;
    survival *= 1 - total / all;
    for (let group = 0; group < width; group += 1) {
      const share = (atRisk[group] as number) / all;
      observed[group] = (observed[group] as number) + weight * (events[group] as number);
      expected[group] = (expected[group] as number) + weight * total * share;
      excess[group] = (excess[group] as number) + weight * ((events[group] as number) - total * share);
      if (share === 0 || spread === 0) continue;
      for (let other = 0; other < width; other += 1) {
        const at = group * width + other;
        covariance[at] = (covariance[at] as number) + spread * share * ((group === other ? 1 : 0) - (atRisk[other] as number) / all);
      }
    }
  }
}

/**
 * Do groups differ in how long they last?
 *
 * @param strata groups in the same order within each stratum; groups are compared within strata only
 * @param weights "log-rank" (default), "wilcoxon" (Gehan–Breslow) or Fleming–Harrington's `{ rho, gamma }`
 *
 * Method: Mantel (1966); Fleming and Harrington (1991), Counting Processes and Survival Analysis, ch. 7; the survival in the weights is that
 * just before each time, as in R's `survdiff`. Checked: R survival 3.5 (rossi, Telco), lifelines 0.30 (waltons, weighted).
 */
export function stratifiedLogRank(strata: readonly (readonly TimeCounts[])[], weights: Weights = "log-rank"): LogRank {
  const width = strata[0]?.length ?? 0;
  const sums: Sums = {
    observed: new Float64Array(width),
    expected: new Float64Array(width),
    excess: new Float64Array(width),
    covariance: new Float64Array(width * width),
  };
  for (const groups of strata) addStratum(groups, weights, sums);
  const matrix = { values: sums.covariance, width };
  const { inverse, superfluous } = symmetricInverse(matrix);
  const degreesOfFreedom = width - superfluous.length;
  const chiSquare = degreesOfFreedom > 0 ? Math.max(0, quadratic({ values: inverse, width }, sums.excess)) : 0;
  return {
    chiSquare,
    degreesOfFreedom,
    ...(degreesOfFreedom > 0 ? { pValue: chiSquareUpper(chiSquare, degreesOfFreedom) } : {}),
    observed: [...sums.observed],
    expected: [...sums.expected],
  };
}

/** Do groups differ in how long they last? See `stratifiedLogRank`. */
export const logRank = (groups: readonly TimeCounts[], weights?: Weights): LogRank => stratifiedLogRank([groups], weights);
