import { pooled } from "../../statistics/survival/time-counts.js";
import type { Modelled } from "../analysis.js";
import { assumptions } from "./assumptions.js";
import { compareGroups } from "./compare-groups.js";
import { chooseTimes, curveValues } from "./curves.js";
import { regress } from "./regression.js";
import type { ReducedSurvival } from "./reduce.js";
import type { SurvivalSettings } from "./survival-options.js";
import { survivalTables } from "./tables.js";
import type { SurvivalValues } from "./values.js";

/** By when a quarter of the events had happened. */
function earlyEvents(all: ReturnType<typeof pooled>): SurvivalValues["early"] {
  const events = all.events.reduce((sum, value) => sum + value, 0);
  let before = 0;
  for (let index = 0; index < all.times.length && events > 0; index += 1) {
    before += all.events[index] as number;
    if (before >= events / 4) return { time: all.times[index] as number, events: before };
  }
  return undefined;
}

/** Curves, their comparison and the regression of the counted customers. */
export function modelSurvival(reduced: ReducedSurvival, options: SurvivalSettings): Modelled<SurvivalValues> {
  const { groups, mode, meaning, unit, rows, setAside, customers, repeatedCustomers, design, history } = reduced;
  const all = pooled(groups.map(({ counts }) => counts));
  const longest = all.times.at(-1) ?? 0;
  const times = options.times ? [...new Set(options.times)].sort((one, other) => one - other) : chooseTimes(longest, unit);
  const context = { band: options.band, times, until: longest };
  const comparison = compareGroups(groups);
  const early = earlyEvents(all);
  const regression = design && regress(design, customers, options);
  const values: SurvivalValues = {
    mode,
    meaning,
    unit,
    ...(reduced.asOf === undefined ? {} : { asOf: reduced.asOf }),
    ...(reduced.period === undefined ? {} : { period: reduced.period }),
    rows,
    setAside,
    customers,
    events: all.events.reduce((sum, value) => sum + value, 0),
    zeroDurations: all.times[0] === 0 ? (all.events[0] as number) + (all.censored[0] as number) : 0,
    repeatedCustomers,
    overall: curveValues("", all, context),
    groups:
      options.group === undefined
        ? []
        : groups.map(({ group, counts }) => curveValues(group, counts, context)).toSorted((one, other) => other.customers - one.customers),
    ...(comparison ? { comparison } : {}),
    ...(early ? { early } : {}),
    ...(regression ? { regression } : {}),
    ...(history ? { history: { gaps: history.gaps, definition: history.definition, returnedLater: history.returnedLater } } : {}),
  };
  return {
    values,
    ...survivalTables(values, groups, options),
    assumptions: assumptions(values, options),
    parameters: {
      ...(values.asOf === undefined ? {} : { asOf: values.asOf }),
      meaning,
      ...(history ? { days: history.definition.days } : {}),
    },
  };
}
