import { gini } from "../../statistics/gini.js";
import { shareInterval } from "../../statistics/interval.js";
import { median } from "../../statistics/quantile.js";
import { sharesByGroup } from "../../statistics/shares-by-group.js";
import { topShare } from "../../statistics/top-share.js";
import { wilsonInterval } from "../../statistics/wilson-interval.js";
import type { Estimate } from "../../statistics/estimate.js";
import type { CustomerRows } from "./customer-rows.js";
import { countByGroup, sortedByGroup, sumByGroup } from "./groups.js";
import type { ScoredCustomers } from "./score-customers.js";
import type { GridCell, RfmValues, SegmentValues, Share } from "./values.js";

/** Middle of a list in ascending order; 0 for a segment without customers. */
const middle = (sorted: Float64Array): number => (sorted.length === 0 ? 0 : settle(median(sorted)));

const withInterval = ({ value, standardError }: Estimate): Share => ({ value, interval: shareInterval(value, standardError) });

/** Customers, orders, revenue and typical values of every segment of the map, the empty ones too. */
export function summariseSegments(customers: CustomerRows, { segment, map, recencyDays }: ScoredCustomers): SegmentValues[] {
  const groups = map.segments.length;
  const { count, frequencies, monetary } = customers;
  const counts = countByGroup(segment, groups);
  const orders = sumByGroup(frequencies, segment, groups);
  const revenue = sumByGroup(monetary, segment, groups);
  const revenueShares = sharesByGroup(monetary, segment, groups);
  const sorted = [recencyDays, frequencies, monetary].map((values) => sortedByGroup(values, segment, groups));
  const middleOf = (measure: number, group: number) => middle(sorted[measure]?.[group] ?? new Float64Array());
  return map.segments.map(({ id, name }, group) => {
    const size = counts[group] as number;
    return {
      id,
      name,
      customers: size,
      customerShare: { value: size / count, interval: wilsonInterval(size, count) },
      orders: orders[group] as number,
      revenue: settle(revenue[group] as number),
      revenueShare: withInterval(revenueShares[group] as Estimate),
      medianRecencyDays: middleOf(0, group),
      medianFrequency: middleOf(1, group),
      medianMonetary: middleOf(2, group),
    };
  });
}

/** Customers and revenue of every combination of recency and frequency score. */
export function summariseGrid({ monetary }: CustomerRows, { recency, frequency }: ScoredCustomers, groups: number): GridCell[] {
  const cell = recency.map((r, index) => (r - 1) * groups + (frequency[index] as number) - 1);
  const counts = countByGroup(cell, groups * groups);
  const revenue = sumByGroup(monetary, cell, groups * groups);
  return Array.from(counts, (customers, index) => ({
    recency: Math.floor(index / groups) + 1,
    frequency: (index % groups) + 1,
    customers,
    revenue: settle(revenue[index] as number),
  }));
}

/** How much of all revenue the best customers bring; `sorted` is what the customers spent, ascending. */
export function summariseConcentration(sorted: Float64Array): RfmValues["concentration"] {
  const top = (share: number) => {
    const found = topShare(sorted, share);
    return { ...withInterval(found), customers: found.units };
  };
  return { top10: top(0.1), top20: top(0.2), gini: withInterval(gini(sorted)) };
}

/** An amount to a dozen digits, so that adding does not show in the last ones: 0.3, not 0.30000000000000004. */
export const settle = (amount: number): number => Number(amount.toPrecision(12));
