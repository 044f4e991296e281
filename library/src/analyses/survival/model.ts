import { pooled } from "../../statistics/survival/time-counts.js";
import type { Modelled } from "../analysis.js";
import { assumptions } from "./assumptions.js";
import { compareGroups } from "./compare-groups.js";
import { chooseTicks, chooseTimes, curveValues, settle } from "./curves.js";
import { regress } from "./regression.js";
import type { ReducedSurvival } from "./reduce.js";
import type { SurvivalSettings } from "./survival-options.js";
import { survivalTables } from "./tables.js";
import type { CurveValues, SurvivalValues } from "./values.js";

/** Fewer than this share of the customers say nothing of the end of a curve, which one who stays for ever would stretch out of sight. */
const fewestWatched = 0.02;

const lastWatched = ({ times, atRisk, units }: ReturnType<typeof pooled>): number =>
  times[atRisk.findLastIndex((left) => left >= fewestWatched * units)] ?? 0;

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

/** The times that were asked for, else round ones; nobody can be lost before the silence that counts as a loss. */
function statedTimes({ mode, unit, history }: ReducedSurvival, { times }: SurvivalSettings, longest: number): number[] {
  if (times) return [...new Set(times)].sort((one, other) => one - other);
  const days = mode === "lifetime" ? history?.definition.days : undefined;
  const chosen = chooseTimes(longest, unit);
  return days === undefined ? chosen : [days, ...chosen.filter((time) => time > days)].filter((time) => time <= longest);
}

/** The first loss that a log can show is that of customers who did not come back after their first day. */
function customersNotBack({ mode, history, groups }: ReducedSurvival, { steps }: CurveValues): SurvivalValues["notBack"] {
  if (mode !== "lifetime" || !history) return undefined;
  const { days } = history.definition;
  const customers = groups.reduce((sum, { counts }) => sum + (counts.events[counts.times.indexOf(days)] ?? 0), 0);
  const step = steps.find(({ time }) => time === days);
  if (!step || customers === 0) return undefined;
  const { survival, interval } = step;
  return {
    customers,
    share: settle(1 - survival),
    ...(interval ? { interval: [settle(1 - interval[1]), settle(1 - interval[0])] as const } : {}),
  };
}

/** Curves, their comparison and the regression of the counted customers. */
export function modelSurvival(reduced: ReducedSurvival, options: SurvivalSettings): Modelled<SurvivalValues> {
  const { groups, mode, meaning, unit, rows, setAside, customers, repeatedCustomers, design, history } = reduced;
  const all = pooled(groups.map(({ counts }) => counts));
  const longest = all.times.at(-1) ?? 0;
  const drawnTo = lastWatched(all);
  const context = { band: options.band, times: statedTimes(reduced, options, longest), ticks: chooseTicks(drawnTo, unit), until: longest };
  const overall = curveValues("", all, context);
  const notBack = customersNotBack(reduced, overall);
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
    drawnTo,
    overall,
    groups:
      options.group === undefined
        ? []
        : groups.map(({ group, counts }) => curveValues(group, counts, context)).toSorted((one, other) => other.customers - one.customers),
    ...(comparison ? { comparison } : {}),
    ...(early ? { early } : {}),
    ...(regression ? { regression } : {}),
    ...(notBack ? { notBack } : {}),
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
