import { ColumnTable } from "arquero";
import type { CustomerRows } from "./customer-rows.js";
import type { ScoredCustomers } from "./score-customers.js";

/** A column whose values are made when they are read, so that a million customers cost no million texts. */
function lazyColumn<Value>(
  length: number,
  at: (index: number) => Value,
): { length: number; at(index: number): Value; [Symbol.iterator](): Iterator<Value> } {
  return {
    length,
    at,
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index += 1) yield at(index);
    },
  };
}

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
