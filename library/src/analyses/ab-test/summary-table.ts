import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import { noRows } from "../errors.js";
import type { AbTestInput } from "./ab-test-input.js";
import { emptyCell, type Cell, type FoundCell } from "./cells.js";
import { summaryIncomplete } from "./errors.js";
import { armCells, findArms, mostArms, type Arms } from "./find-arms.js";
import type { GivenMetric, MetricObject } from "./metric-option.js";
import { planMetrics, type PlannedMetric } from "./plan-metrics.js";
import { readMetricColumn } from "./read-column.js";
import type { CellGroup, ReducedTest } from "./reduced-test.js";
import { hasMean, hasProportion, hasRatio, summaryColumns, type SummaryColumns } from "./summary-columns.js";
import { countOf, meanMoments, proportionMoments, ratioMoments, type SummaryRow } from "./summary-moments.js";
import { abTestTitle } from "./title.js";

/**
 * Is one row of the data one arm, with its units and sums? When the options do not say: a few rows, each with another arm, and columns named as
 * counts of units and what they add up to.
 */
export async function isSummaryTable(input: AbTestInput): Promise<boolean> {
  const { options, dataset, columns, source } = input;
  if (options.summary !== undefined) return options.summary !== false;
  const found = summaryColumns(dataset, options.summary);
  if (columns.customer || !(hasProportion(found) || hasMean(found))) return false;
  const variant = column(columns.variant.name);
  const counted = await input.query(
    sql`SELECT COUNT(*) AS row_count, COUNT(DISTINCT ${variant}) AS arms FROM (SELECT ${variant} FROM ${source} LIMIT ${mostArms + 1}) AS rows`,
  );
  const rows = Number(counted.get("row_count", 0));
  return rows > 1 && rows <= mostArms && rows === Number(counted.get("arms", 0));
}

/** What a summary table measures: the metrics that were named are columns of conversions, else what its columns hold. */
function summaryMetrics({ options }: AbTestInput, found: SummaryColumns, columns: readonly string[]): MetricObject[] {
  const { metrics } = options;
  if (metrics) return metrics.map(asProportion);
  const proportion: MetricObject[] = found.conversions ? [{ column: found.conversions.name, type: "proportion" }] : [];
  const value = (found.sum ?? found.mean)?.name;
  if (value !== undefined && hasRatio(found) && found.denominator) {
    return [...proportion, { column: value, type: "ratio", denominator: found.denominator.name }];
  }
  if (value !== undefined && hasMean(found)) return [...proportion, { column: value, type: "mean" }];
  if (proportion.length === 0) throw summaryIncomplete({ columns, needed: value === undefined ? "conversions" : "standardDeviation" });
  return proportion;
}

const asProportion = (metric: GivenMetric): MetricObject => (typeof metric === "string" ? { column: metric, type: "proportion" } : metric);

/**
 * Reads a table that holds one row per arm (or per arm and day, or segment): its sums are the cells.
 *
 * @throws DataError `no-rows`, `summary-incomplete`, `summary-impossible`, and those of `findArms`
 */
export async function reduceSummary(input: AbTestInput): Promise<ReducedTest> {
  const names = input.dataset.columns.map(({ name }) => name);
  const found = summaryColumns(input.dataset, input.options.summary);
  if (!found.units) throw summaryIncomplete({ columns: names, needed: "units" });
  const metrics = planMetrics({ ...input, options: { ...input.options, metrics: summaryMetrics(input, found, names) } });
  const rows = await readRows(input, found, metrics);
  if (rows.length === 0) throw noRows({ analysis: abTestTitle, name: input.dataset.input.name });
  const cells = rows.map((row): FoundCell & SummaryRow => ({ ...row, ...cellOf(row, found, metrics) }));
  const withArm = cells.filter(({ arm }) => typeof arm === "string" && arm.trim() !== "");
  const arms = findArms(withArm, { column: input.columns.variant.name, control: input.options.control });
  const empty = emptyCell(metrics.map(({ type }) => (type === "ratio" ? 2 : 1)));
  const groups = <Name>(of: (row: SummaryRow) => Name) => groupCells(withArm, arms, { empty, of });
  const { segment, strata } = input.options;
  return {
    source: "summary",
    metrics: metrics.map((metric) => ({
      ...metric,
      type: metric.type ?? "proportion",
      column: metric.column.name,
      denominator: metric.denominator?.name,
      covariates: [],
      winsorised: undefined,
      quantiles: [],
    })),
    arms: arms.names,
    cells: armCells(withArm, arms, empty),
    days: input.columns.date
      ? groups(({ day }) => day)
          .filter((group): group is CellGroup<number> => group.name !== undefined)
          .toSorted((one, other) => one.name - other.name)
      : [],
    segments: segment === undefined ? undefined : { column: segment, groups: groups((row) => row.segment) },
    strata: strata === undefined ? undefined : { column: strata, groups: groups((row) => row.stratum) },
    rows: { read: rows.length, used: withArm.length },
    setAside: withArm.length < rows.length ? [{ kind: "missing-variant", rows: rows.length - withArm.length }] : [],
    crossed: { units: 0, rows: 0 },
    mergedSpellings: arms.merged,
    hasUnitColumn: true,
    repeatedRows: undefined,
  };
}

function groupCells<Name>(
  cells: readonly (FoundCell & SummaryRow)[],
  arms: Arms,
  { empty, of }: { empty: Cell; of(row: SummaryRow): Name },
): CellGroup<Name>[] {
  const groupNames = [...new Set(cells.map(of))];
  return groupNames.map((name) => ({
    name,
    cells: armCells(
      cells.filter((cell) => of(cell) === name),
      arms,
      empty,
    ),
  }));
}

/** The rows of the table, in the order of their arms. */
async function readRows(input: AbTestInput, found: SummaryColumns, metrics: readonly PlannedMetric[]): Promise<SummaryRow[]> {
  const { dialect, options, values } = input;
  const wanted = [...new Set([...Object.values(found), ...metrics.map(({ column: own }) => own)])];
  const read = await Promise.all(wanted.map(async (one) => ({ name: one.name, value: (await readMetricColumn(input, one)).value })));
  const text = (name: string | undefined): Sql =>
    name === undefined ? raw("NULL") : sql`NULLIF(TRIM(${dialect.toText(column(name))}), '')`;
  const day = values.date ? dialect.daysBetween(sql`DATE '1970-01-01'`, dialect.toDate(values.date)) : raw("CAST(NULL AS INTEGER)");
  const fields = [
    sql`${dialect.toText(column(input.columns.variant.name))} AS arm`,
    sql`${day} AS day`,
    sql`CAST(${text(options.segment)} AS VARCHAR) AS segment`,
    sql`CAST(${text(options.strata)} AS VARCHAR) AS stratum`,
    ...read.map(({ value }, index) => sql`${value} AS ${column(`figure_${index}`)}`),
  ];
  const table = await input.query(sql`SELECT ${join(fields, ", ")} FROM ${input.source} ORDER BY 1, 2, 3, 4`);
  return (table.objects({ limit: Infinity }) as Record<string, unknown>[]).map((row) => ({
    arm: row["arm"],
    day: Number.isFinite(row["day"]) ? (row["day"] as number) : undefined,
    segment: typeof row["segment"] === "string" ? row["segment"] : undefined,
    stratum: typeof row["stratum"] === "string" ? row["stratum"] : undefined,
    figures: new Map(read.map(({ name }, index) => [name, Number(row[`figure_${index}`] ?? Number.NaN)])),
  }));
}

function cellOf(row: SummaryRow, columns: SummaryColumns, metrics: readonly PlannedMetric[]): Cell & { group: undefined } {
  const units = countOf(row, columns.units, { needed: "units", most: Number.MAX_SAFE_INTEGER });
  const own = metrics.map(({ type, column: measured }) => {
    if (type === "ratio") return ratioMoments(row, columns, units);
    return type === "mean" ? meanMoments(row, columns, units) : proportionMoments(row, measured, units);
  });
  return { group: undefined, units, rows: 1, metrics: own };
}
