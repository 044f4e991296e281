import { ColumnTable } from "arquero";
import { lazyColumn } from "../../tables/lazy-column.js";
import type { CustomerRows } from "./customer-rows.js";
import type { ScoredCustomers } from "./score-customers.js";

/** One row per customer: `customer`, `recencyDays`, `frequency`, `monetary`, the scores `r`, `f`, `m`, the `cell` "555" and the `segment` (its id). */
export function customerTable({ ids, count, frequencies, monetary }: CustomerRows, scored: ScoredCustomers): ColumnTable {
  const { recencyDays, recency: r, frequency: f, monetary: m, segment, map } = scored;
  return new ColumnTable({
    customer: lazyColumn(count, (index) => ids.at(index)),
    recencyDays,
    frequency: frequencies,
    monetary,
    r,
    f,
    m,
    cell: lazyColumn(count, (index) => `${r[index]}${f[index]}${m[index]}`),
    segment: lazyColumn(count, (index) => map.segments[segment[index] as number]?.id ?? ""),
  });
}
