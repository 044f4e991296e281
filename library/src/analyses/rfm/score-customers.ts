import { sortNumbers } from "../../statistics/sort-numbers.js";
import type { CustomerRows } from "./customer-rows.js";
import type { RfmSettings } from "./rfm-options.js";
import { quantileEdges, reversed, scoreByEdges, scoreByRank } from "./scores.js";
import { eight } from "./segments/eight.js";
import { eleven } from "./segments/eleven.js";
import { rfmR } from "./segments/rfm-r.js";
import { segmentTable, type SegmentMap } from "./segments/segment-map.js";
import type { RfmValues } from "./values.js";

/** Scores and segment of every customer, in the order of the customers. */
export interface ScoredCustomers {
  readonly recencyDays: Float64Array;
  readonly recency: Uint8Array;
  readonly frequency: Uint8Array;
  readonly monetary: Uint8Array;
  /** Position in the segments of the map. */
  readonly segment: Uint8Array;
  readonly map: SegmentMap;
  readonly edges: RfmValues["edges"];
  /** What the customers spent, ascending. */
  readonly sortedMonetary: Float64Array;
}

export const segmentMaps: Readonly<Record<RfmSettings["segments"], SegmentMap>> = { eleven, eight, "rfm-R": rfmR };

type ScoringSettings = Pick<RfmSettings, "groups" | "scores" | "segments" | "compat">;

/**
 * Scores from 1 to `groups` and a segment for every customer.
 *
 * @param asOfDay the day that recency counts back from, in days since 1970-01-01
 */
export function scoreCustomers(customers: CustomerRows, asOfDay: number, settings: ScoringSettings): ScoredCustomers {
  const { groups, scores } = settings;
  const recencyDays = customers.lastDays.map((day) => asOfDay - day);
  const { frequencies, monetary } = customers;
  /** The R package compares with the quantile plus one, so that whole numbers that equal the quantile stay below. */
  const shift = settings.compat === "rfm-R" ? 1 : 0;
  const sortedMonetary = sortNumbers(monetary);
  const edgesOf = (sorted: Float64Array) => quantileEdges(sorted, groups).map((edge) => edge + shift);
  const edges = {
    recencyDays: edgesOf(sortNumbers(recencyDays)),
    frequency: edgesOf(sortNumbers(frequencies)),
    monetary: edgesOf(sortedMonetary),
  };
  const score = (values: Float64Array, inner: readonly number[]) =>
    scores === "rank" ? scoreByRank(values, groups) : scoreByEdges(values, inner);
  const scored = {
    recency: reversed(score(recencyDays, edges.recencyDays), groups),
    frequency: score(frequencies, edges.frequency),
    monetary: score(monetary, edges.monetary),
  };
  const map = segmentMaps[settings.segments];
  return { recencyDays, ...scored, segment: assignSegments(scored, segmentTable(map, groups), groups), map, edges, sortedMonetary };
}

type ThreeScores = Pick<ScoredCustomers, "recency" | "frequency" | "monetary">;

/** Looks every combination of scores up in the table of the map. */
function assignSegments({ recency, frequency, monetary }: ThreeScores, table: Uint8Array, groups: number): Uint8Array {
  return recency.map((r, index) => {
    const f = frequency[index] as number;
    const m = monetary[index] as number;
    return table[((r - 1) * groups + f - 1) * groups + m - 1] as number;
  });
}
