import { table, type ColumnTable } from "arquero";
import type { Text } from "../../language/language.js";
import type { NamedTable } from "../result-table.js";
import { columnLabels } from "./column-labels.js";
import type { AbTestValues, ComparisonValues, EffectValues, MetricValues } from "./values.js";

type Row = Readonly<Record<string, string | number | boolean | undefined>>;

/** Rows as a table whose columns are those that any row has a value in, in the order given. */
function tableOf(columns: readonly string[], rows: readonly Row[]): ColumnTable {
  const kept = columns.filter((name) => rows.length === 0 || rows.some((row) => row[name] !== undefined));
  return table(
    kept.map((name) => [name, rows.map((row) => row[name])] as const),
    kept,
  );
}

const effectColumns = ["absolute", "absoluteLow", "absoluteHigh", "relative", "relativeLow", "relativeHigh", "p", "pAdjusted"] as const;

const effectRow = ({ absolute, relative }: { absolute?: EffectValues; relative?: EffectValues }): Row => ({
  absolute: absolute?.value,
  absoluteLow: absolute?.interval[0],
  absoluteHigh: absolute?.interval[1],
  relative: relative?.value,
  relativeLow: relative?.interval[0],
  relativeHigh: relative?.interval[1],
});

const compared = (metric: MetricValues, one: ComparisonValues): Row => ({
  metric: metric.name,
  arm: one.arm,
  role: metric.role,
  type: metric.type,
  controlUnits: one.units.control,
  units: one.units.arm,
  controlLevel: one.levels.control,
  level: one.levels.arm,
  ...effectRow(one),
  p: one.p,
  pAdjusted: one.pAdjusted,
  chanceToWin: one.bayes?.chanceToWin,
  conclusion: one.conclusion,
});

/** One row per metric and arm: `metric`, `arm`, `role`, `type`, units and levels of both, effects with their intervals, p-values, `chanceToWin`, `conclusion`. */
export function mainTable({ metrics }: AbTestValues): ColumnTable {
  const rows = metrics.flatMap((metric) => metric.comparisons.map((one) => compared(metric, one)));
  const levels = ["controlUnits", "units", "controlLevel", "level"];
  return tableOf(["metric", "arm", "role", "type", ...levels, ...effectColumns, "chanceToWin", "conclusion"], rows);
}

const titles = {
  arms: { en: "Arms", "zh-CN": "各组" },
  levels: { en: "Metrics by arm", "zh-CN": "各组指标" },
  segments: { en: "Segments", "zh-CN": "细分" },
  days: { en: "Day by day, all units so far", "zh-CN": "逐日累计" },
} as const satisfies Record<string, Text>;

const armsTable = ({ arms }: AbTestValues): ColumnTable =>
  tableOf(
    ["arm", "units", "share", "expectedShare", "rows", "firstDay", "lastDay", "meanExposureDays"],
    arms.map(({ isControl: _isControl, ...arm }) => arm),
  );

const levelsTable = ({ metrics }: AbTestValues): ColumnTable =>
  tableOf(
    ["metric", "arm", "units", "missing", "level", "low", "high", "conversions", "sum", "standardDeviation"],
    metrics.flatMap(({ name, levels }) =>
      levels.map(({ value, interval, ...level }) => ({ metric: name, ...level, level: value, low: interval?.[0], high: interval?.[1] })),
    ),
  );

const nameOf = ({ metrics }: AbTestValues, id: string): string => metrics.find((metric) => metric.id === id)?.name ?? id;

const segmentsTable = (values: AbTestValues): ColumnTable =>
  tableOf(
    ["metric", "arm", "segment", "kind", "controlUnits", "units", "controlLevel", "level", ...effectColumns, "conclusion"],
    (values.segments?.effects ?? []).map((one) => ({
      metric: nameOf(values, one.metric),
      arm: one.arm,
      segment: one.segment,
      kind: one.isMissing ? "missing" : one.isOther ? "other" : undefined,
      controlUnits: one.units.control,
      units: one.units.arm,
      controlLevel: one.levels.control,
      level: one.levels.arm,
      ...effectRow(one),
      p: one.p,
      pAdjusted: one.pAdjusted,
      conclusion: one.conclusion,
    })),
  );

const daysTable = (values: AbTestValues): ColumnTable =>
  tableOf(
    ["metric", "arm", "day", "controlUnits", "units", ...effectColumns, "alwaysValidLow", "alwaysValidHigh"],
    values.days.map((one) => ({
      metric: nameOf(values, one.metric),
      arm: one.arm,
      day: one.day,
      controlUnits: one.units.control,
      units: one.units.arm,
      ...effectRow(one),
      p: one.p,
      alwaysValidLow: one.alwaysValid?.[0],
      alwaysValidHigh: one.alwaysValid?.[1],
    })),
  );

/** Arms, levels, segments and days, each where there is something to show. */
export function tables(values: AbTestValues): Record<string, NamedTable> {
  const labels = columnLabels();
  return {
    arms: { title: titles.arms, table: armsTable(values), labels },
    levels: { title: titles.levels, table: levelsTable(values), labels },
    ...(values.segments ? { segments: { title: titles.segments, table: segmentsTable(values), labels } } : {}),
    ...(values.days.length > 0 ? { days: { title: titles.days, table: daysTable(values), labels } } : {}),
  };
}
