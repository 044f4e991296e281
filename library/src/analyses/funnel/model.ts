import type { Modelled } from "../analysis.js";
import { assumptions } from "./assumptions.js";
import { windowMicroseconds } from "./bounds.js";
import { conversionValueOf } from "./conversion-value.js";
import { driversOf } from "./driver-values.js";
import { breakdownOf, comparedNames, compareGroups } from "./group-values.js";
import { biggestLeak } from "./leak.js";
import type { FunnelSettings } from "./funnel-options.js";
import type { ReducedFunnel } from "./reduce.js";
import { known, settled, shareOf } from "./share.js";
import { stepValues, timesOf } from "./step-values.js";
import { funnelTables, stepTable } from "./tables.js";
import { dayNumber, trendDays } from "./trend-values.js";
import type { FunnelValues, TimeBin } from "./values.js";

/** Steps, leak, times, trend, groups and drivers of the reduced events. */
export function modelFunnel(reduced: ReducedFunnel, options: FunnelSettings): Modelled<FunnelValues> {
  const { plan, counts } = reduced;
  const steps = stepValues(reduced);
  const last = plan.order === "any" ? steps.at(-1) : steps.findLast(({ isOptional }) => !isOptional);
  const [entered, converted] = [counts[0] ?? 0, last?.count ?? 0];
  const trend = trendDays(reduced.trend, { end: reduced.endTime, window: windowMicroseconds(plan) });
  const [firstDay, lastDay] = [trend[0]?.day, trend.at(-1)?.day];
  const days = firstDay === undefined || lastDay === undefined ? 0 : dayNumber(lastDay) - dayNumber(firstDay) + 1;
  const value = reduced.value && entered > 0 ? conversionValueOf(reduced.valueColumn ?? "", reduced.value, entered) : undefined;
  const whole = reduced.times.find(({ step, from }) => step === last?.index && from === "entry");
  const { closed, closedConverted, open } = reduced.windows;
  const values: FunnelValues = {
    counts: plan.counts,
    order: plan.order,
    semantics: options.semantics,
    window: { value: options.window, unit: options.windowUnit, seconds: plan.windowSeconds },
    timeZone: plan.timeZone,
    period: { from: reduced.days[0], to: reduced.days[1] },
    ...known("entryPeriod", firstDay === undefined || lastDay === undefined ? undefined : { from: firstDay, to: lastDay }),
    rows: reduced.rows,
    setAside: reduced.setAside,
    steps,
    entered,
    converted,
    ...known("conversion", shareOf(converted, entered)),
    excluded: reduced.excluded,
    openWindow: open,
    ...known("closedConversion", shareOf(closedConverted, closed)),
    ...known("leak", biggestLeak({ steps, days, value })),
    ...known("time", whole && { ...timesOf(whole), histogram: histogram(reduced) }),
    dailyLine: plan.counts === "events" ? "split" : plan.rules.dailyLine,
    trend,
    ...known("value", value),
    ...groupsOf(reduced, options),
    ...known("drivers", reduced.outcomes && driversOf(reduced.outcomes, { converted, stopped: entered - converted })),
  };
  return {
    values,
    table: stepTable(values),
    tables: funnelTables(values, reduced),
    assumptions: assumptions({ values, reduced, options }),
    parameters: { ...plan.rules },
  };
}

function histogram({ bins }: ReducedFunnel): TimeBin[] {
  if (!bins) return [];
  const { from, width } = bins.plan;
  return bins.counts.map((count, index) => ({ from: settled(from + index * width), to: settled(from + (index + 1) * width), count }));
}

function groupsOf({ plan, groups }: ReducedFunnel, { breakdown: column, breakdownAt, compare }: FunnelSettings) {
  if (!groups || column === undefined) return {};
  const breakdown = breakdownOf({ plan, column, at: breakdownAt, groups });
  const pair = comparedNames(breakdown, compare);
  return { breakdown, ...known("comparison", pair && compareGroups(plan, breakdown, pair)) };
}
