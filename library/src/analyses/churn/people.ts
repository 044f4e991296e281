import type { Feature } from "../../statistics/regression/feature.js";
import type { FeatureKind, LeftOut, OutcomeValues, SetAside } from "./values.js";

/** People with what is known of them: ids and features of equal length. */
export interface People {
  readonly ids: readonly string[];
  /** In the order of the columns that take part. */
  readonly features: readonly Feature[];
}

/** People whose outcome is known. */
export interface KnownPeople extends People {
  /** 1 where the event happened. */
  readonly outcome: Uint8Array;
  /** Rows of one customer share a number; absent where no customer comes twice. */
  readonly groups?: Uint32Array | undefined;
  /** Days since 1970-01-01 of the column that rows are split by. */
  readonly time?: Float64Array | undefined;
}

/** A column that could tell something. */
export interface Candidate {
  readonly name: string;
  readonly kind: FeatureKind;
  /** Why it was left out before anything was looked at but the column itself. */
  readonly leftOut?: LeftOut;
  readonly missing: number;
  /** Different values, for a category. */
  readonly levels?: number;
  /** The day (since 1970-01-01) that ages are counted back from, for a date. */
  readonly latestDay?: number;
  /** Dates later than the day the user counts from. */
  readonly laterDates?: number;
}

/** What the model learns from, whether it came from a table or from a log. */
export interface Prepared {
  readonly from: "table" | "log";
  readonly outcome: OutcomeValues;
  /** In the order of the data; those without `leftOut` are the features, in the same order. */
  readonly candidates: readonly Candidate[];
  readonly known: KnownPeople;
  /** Those to be scored: rows without an outcome, or today's customers of a log. */
  readonly open: People;
  readonly rows: { readonly read: number; readonly used: number };
  readonly setAside: readonly SetAside[];
  /** Whether ids are those of the data; else they are numbers of rows. */
  readonly hasIds: boolean;
  /** Customers that come with more than one, differing row. */
  readonly repeatedCustomers: number;
  /** Whole days without a row before the day counted from, for a log. */
  readonly staleDays?: number;
  /** A log that is no longer than the days that count as churned. */
  readonly isTooShort?: boolean;
}
