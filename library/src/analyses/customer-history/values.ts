import type { Interval } from "../../statistics/interval.js";

/** Days between a customer's consecutive active days. */
export interface GapValues {
  readonly customers: number;
  /** Customers who were active on two days or more. */
  readonly repeatCustomers: number;
  /** Gaps that were closed by a return; a customer with n active days has n − 1. */
  readonly gaps: number;
  /** Days; absent where nobody came back. */
  readonly percentiles?: Readonly<Record<"p10" | "p25" | "p50" | "p75" | "p90" | "p95" | "p99", number>>;
  /** Bins [from, to) in days. */
  readonly histogram: readonly { readonly from: number; readonly to: number; readonly gaps: number }[];
}

/** Of all silences that lasted this many days and were watched for the horizon after it: how many ended with a return within the horizon? */
export interface ReturnRow {
  /** Days silent. */
  readonly days: number;
  /** Silences that could be watched long enough (count). */
  readonly silences: number;
  readonly returned: number;
  /** returned ÷ silences (0–1). */
  readonly share: number;
  /** Wilson, 95 %. */
  readonly interval: Interval;
}

/** How well the data bear a definition out: `holds` clearly below the limit, `plausible` below it, `too-short` not below it, `unknown` fewer than 30 silences. */
export type Verdict = "holds" | "plausible" | "too-short" | "unknown";

/** A customer who is silent for so many days counts as lost. */
export interface ChurnDefinition {
  /** The number of days that is used. */
  readonly days: number;
  /** `given` by the caller, `suggested` by the data, or `fallback`: too little data to suggest one. */
  readonly source: "given" | "suggested" | "fallback";
  /** The smallest number of days after which fewer than `returnLimit` come back within the horizon; absent where none is. */
  readonly suggestedDays?: number;
  readonly horizonDays: number;
  /** Share of returns (0–1) that a definition must stay below. */
  readonly returnLimit: number;
  /** Returns after `days`; absent where no silence could be watched that long. */
  readonly returns?: ReturnRow;
  readonly verdict: Verdict;
  /** Returns by days silent, at most about 100 rows and always the ones at `days` and `suggestedDays`. */
  readonly curve: readonly ReturnRow[];
}
