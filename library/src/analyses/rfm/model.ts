import type { Modelled } from "../analysis.js";
import { assumptions } from "./assumptions.js";
import { customerTable } from "./customer-table.js";
import { dayNumber, dayText } from "./days.js";
import { densityBins } from "./density.js";
import { countByGroup } from "./groups.js";
import type { ReducedOrders } from "./reduce.js";
import { settle as settleOptions, type RfmSettings } from "./rfm-options.js";
import { scoreCustomers } from "./score-customers.js";
import { settle, summariseConcentration, summariseGrid, summariseSegments } from "./summarise.js";
import type { RfmValues } from "./values.js";

/** Customers per score, from 1 to `groups`. */
const sizes = (scores: Uint8Array, groups: number): number[] => [...countByGroup(scores, groups + 1)].slice(1);

/** Scores, segments and concentration of the reduced orders. */
export function modelRfm(reduced: ReducedOrders, given: RfmSettings): Modelled<RfmValues> {
  const options = settleOptions(given);
  const { customers } = reduced;
  const asOfDay = options.asOf === undefined ? customers.lastDay + 1 : dayNumber(options.asOf);
  const scored = scoreCustomers(customers, asOfDay, options);
  const segments = summariseSegments(customers, scored);
  const values: RfmValues = {
    asOf: dayText(asOfDay),
    period: { from: dayText(customers.firstDay), to: dayText(customers.lastDay) },
    customers: customers.count,
    orders: segments.reduce((sum, { orders }) => sum + orders, 0),
    revenue: settle(customers.monetary.reduce((sum, amount) => sum + amount, 0)),
    rows: reduced.rows,
    setAside: reduced.setAside,
    groups: options.groups,
    edges: {
      recencyDays: scored.edges.recencyDays.map(settle),
      frequency: scored.edges.frequency.map(settle),
      monetary: scored.edges.monetary.map(settle),
    },
    scoreSizes: {
      recency: sizes(scored.recency, options.groups),
      frequency: sizes(scored.frequency, options.groups),
      monetary: sizes(scored.monetary, options.groups),
    },
    grid: summariseGrid(customers, scored, options.groups),
    segments,
    concentration: summariseConcentration(scored.sortedMonetary),
    density: densityBins(scored.recencyDays, customers.frequencies),
  };
  const { groups, scores, segments: map } = options;
  return {
    values,
    table: customerTable(customers, scored),
    assumptions: assumptions({ values, reduced, options, map: scored.map }),
    parameters: { asOf: values.asOf, groups, scores, segments: map },
  };
}
