import { ColumnTable, table } from "arquero";
import type { Modelled } from "../analysis.js";
import type { ReducedFunnel } from "./reduce.js";
import { comparisonLabels, breakdownLabels, driverLabels, histogramLabels, peopleLabels, trendLabels } from "./table-labels.js";
import type { FunnelValues, Share } from "./values.js";

const percent = (rate: number): number => Number((rate * 100).toPrecision(6));
const low = (share: Share | undefined) => share && percent(share.interval[0]);
const high = (share: Share | undefined) => share && percent(share.interval[1]);
const value = (share: Share | undefined) => share && percent(share.value);

/** Rows as a table whose columns are there also when a value, or every row, is missing. */
function tableOf<Row extends object>(names: readonly (keyof Row & string)[], rows: readonly Row[]): ColumnTable {
  return table(names.map((name) => [name, rows.map((row) => row[name])] as const)) as ColumnTable;
}

/** One row per step: `step` (from 1), `name`, `count`, shares in percent with their 95 % intervals, `lost`, median times in seconds. */
export const stepTable = ({ steps }: FunnelValues): ColumnTable =>
  tableOf(
    [
      "step",
      "name",
      "count",
      "ofFirst",
      "ofFirstLow",
      "ofFirstHigh",
      "ofPrevious",
      "ofPreviousLow",
      "ofPreviousHigh",
      "lost",
      "medianStep",
      "medianEntry",
    ],
    steps.map(({ index, name, count, ofFirst, ofPrevious, lost, timeFromPrevious, timeFromEntry }) => ({
      step: index,
      name,
      count,
      ofFirst: value(ofFirst),
      ofFirstLow: low(ofFirst),
      ofFirstHigh: high(ofFirst),
      ofPrevious: value(ofPrevious),
      ofPreviousLow: low(ofPrevious),
      ofPreviousHigh: high(ofPrevious),
      lost,
      medianStep: timeFromPrevious?.median,
      medianEntry: timeFromEntry?.median,
    })),
  );

const trendTable = ({ trend }: FunnelValues): ColumnTable =>
  tableOf(
    ["day", "entered", "converted", "rate", "low", "high", "complete"],
    trend.map(({ day, entered, converted, rate, isComplete }) => ({
      day,
      entered,
      converted,
      rate: value(rate),
      low: low(rate),
      high: high(rate),
      complete: isComplete ? "yes" : "no",
    })),
  );

const timeTable = ({ time }: FunnelValues): ColumnTable => tableOf(["from", "to", "count"], time?.histogram ?? []);

/** One row per group and step, so that any breakdown fits. */
const breakdownTable = ({ breakdown, steps }: FunnelValues): ColumnTable =>
  tableOf(
    ["kind", "group", "step", "name", "count", "ofFirst", "low", "high", "ofPrevious", "medianSeconds"],
    (breakdown?.groups ?? []).flatMap((group) =>
      group.steps.map(({ count, ofFirst, ofPrevious }, index) => ({
        kind: group.kind,
        group: group.name,
        step: index + 1,
        name: steps[index]?.name,
        count,
        ofFirst: value(ofFirst),
        low: low(ofFirst),
        high: high(ofFirst),
        ofPrevious: value(ofPrevious),
        medianSeconds: group.medianSeconds,
      })),
    ),
  );

const comparisonTable = ({ comparison }: FunnelValues): ColumnTable =>
  tableOf(
    ["step", "name", "firstRate", "firstCount", "secondRate", "secondCount", "difference", "low", "high", "p"],
    [...(comparison?.steps ?? []), ...(comparison?.overall ? [{ ...comparison.overall, name: "*" }] : [])].map((step) => ({
      step: step.index,
      name: step.name,
      firstRate: percent(step.first.value),
      firstCount: step.first.n,
      secondRate: percent(step.second.value),
      secondCount: step.second.n,
      difference: percent(step.difference),
      low: percent(step.interval[0]),
      high: percent(step.interval[1]),
      p: Number(step.p.toPrecision(4)),
    })),
  );

const driverTable = ({ drivers }: FunnelValues): ColumnTable =>
  tableOf(
    ["column", "value", "converted", "stopped", "oddsRatio", "low", "high", "p", "pHolm"],
    (drivers?.found ?? []).map(({ interval, oddsRatio, p, pHolm, ...driver }) => ({
      ...driver,
      oddsRatio: Number(oddsRatio.toPrecision(6)),
      low: Number(interval[0].toPrecision(6)),
      high: Number(interval[1].toPrecision(6)),
      p: Number(p.toPrecision(4)),
      pHolm: Number(pHolm.toPrecision(4)),
    })),
  );

/** One row per unit that entered: who, when it entered and came as far as it did (ISO times in UTC), and the number of the last step. */
function peopleTable({ people }: ReducedFunnel): ColumnTable | undefined {
  if (!people) return undefined;
  const times = (list: Float64Array) => Array.from(list, (time) => new Date(Math.floor(time / 1000)).toISOString());
  return new ColumnTable({
    customer: people.customers,
    ...(people.sessions && { session: people.sessions }),
    reached: people.reached,
    entered: times(people.entered),
    last: times(people.lastTimes),
  });
}

/** The tables beside the one of steps; those without rows are left out. */
export function funnelTables(values: FunnelValues, reduced: ReducedFunnel): NonNullable<Modelled<FunnelValues>["tables"]> {
  const people = peopleTable(reduced);
  const all = {
    trend: { title: { en: "Conversion by day of entry", "zh-CN": "按进入日期的转化趋势" }, table: trendTable(values), labels: trendLabels },
    time: { title: { en: "Time to convert", "zh-CN": "转化时长" }, table: timeTable(values), labels: histogramLabels },
    breakdown: { title: { en: "Breakdown", "zh-CN": "细分" }, table: breakdownTable(values), labels: breakdownLabels },
    comparison: {
      title: { en: "Comparison of two groups", "zh-CN": "两组对比" },
      table: comparisonTable(values),
      labels: comparisonLabels(values),
    },
    drivers: { title: { en: "What goes with conversion", "zh-CN": "转化相关因素" }, table: driverTable(values), labels: driverLabels },
    ...(people && {
      people: { title: { en: "How far each one came", "zh-CN": "各对象到达的步骤" }, table: people, labels: peopleLabels(values) },
    }),
  };
  return Object.fromEntries(Object.entries(all).filter(([, { table: rows }]) => rows.numRows() > 0));
}
