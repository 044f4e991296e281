import type { Text } from "../../language/language.js";
import type { Interval } from "../../statistics/interval.js";

export type { Interval };

/** A share (0–1) with its interval. */
export interface Share {
  readonly value: number;
  readonly interval: Interval;
}

export interface SegmentValues {
  readonly id: string;
  readonly name: Text;
  readonly customers: number;
  /** Share of all customers, Wilson interval. */
  readonly customerShare: Share;
  readonly orders: number;
  readonly revenue: number;
  /** Share of all revenue, interval over customers. */
  readonly revenueShare: Share;
  readonly medianRecencyDays: number;
  readonly medianFrequency: number;
  readonly medianMonetary: number;
}

/** One cell of the recency × frequency grid; every combination of scores is listed, also the empty ones. */
export interface GridCell {
  readonly recency: number;
  readonly frequency: number;
  readonly customers: number;
  readonly revenue: number;
}

/** One bin of the recency–frequency density; ends as [from, to), frequency bins are logarithmic. */
export interface DensityBin {
  readonly recencyDays: readonly [number, number];
  readonly frequency: readonly [number, number];
  readonly customers: number;
}

/** Rows that take no part in the scores, each kind counted and summed so that nothing is dropped in silence. */
export interface SetAside {
  readonly kind: "cancelled" | "missing-customer" | "missing-date" | "missing-amount" | "not-positive" | "after-as-of";
  readonly rows: number;
  readonly amount: number;
}

export interface RfmValues {
  /** The day that recency counts back from, `2011-12-10`. */
  readonly asOf: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly customers: number;
  readonly orders: number;
  readonly revenue: number;
  /** Rows read and rows that count. */
  readonly rows: { readonly read: number; readonly used: number };
  readonly setAside: readonly SetAside[];
  /** How many groups each score has, 3–5. */
  readonly groups: number;
  /** Inner edges of the groups, ascending: `groups − 1` numbers each. */
  readonly edges: { readonly recencyDays: readonly number[]; readonly frequency: readonly number[]; readonly monetary: readonly number[] };
  /** Customers per score, from 1 to `groups`; equal values can leave a score empty. */
  readonly scoreSizes: { readonly recency: readonly number[]; readonly frequency: readonly number[]; readonly monetary: readonly number[] };
  readonly grid: readonly GridCell[];
  /** In the map's order, the empty ones too. */
  readonly segments: readonly SegmentValues[];
  readonly concentration: {
    /** Share of revenue of the best 10 % and 20 % of customers, the first ⌊share · n⌋ by monetary value. */
    readonly top10: Share & { readonly customers: number };
    readonly top20: Share & { readonly customers: number };
    readonly gini: Share;
  };
  readonly density: readonly DensityBin[];
}
