import { temporaryName } from "../../engine/temporary-table.js";
import { sql } from "../../engine/sql.js";
import { noRows, noUsableRows } from "../errors.js";
import { repeatedRows } from "../rfm/orders.sql.js";
import { repeatedCellLimit } from "../rfm/reduce.js";
import { describeSetAside, inOrderOfKind, type SetAside } from "../set-aside.js";
import type { AbTestInput } from "./ab-test-input.js";
import { emptyCell, mergeCells, readCells, type Cell, type FoundCell } from "./cells.js";
import { metricEmpty, notAProportion, tooManyGroups } from "./errors.js";
import { armCells, findArms, type Arms } from "./find-arms.js";
import { readMetric, type Metric, type TypedMetric } from "./metric.js";
import { isYesOrNo } from "./moments.js";
import { groupLimit, moments } from "./moments.sql.js";
import { planMetrics } from "./plan-metrics.js";
import type { CellGroup, GroupedCells, ReducedTest } from "./reduced-test.js";
import { isSummaryTable, reduceSummary } from "./summary-table.js";
import { abTestTitle } from "./title.js";
import { aggregatedUnits, countUnits, crossedUnits, rowUnits, setAside, tableUnits, type GroupableUnits } from "./units.sql.js";
import type { MetricType } from "./values.js";
import { withQuantiles } from "./with-quantiles.js";
import { winsorise } from "./winsorise.js";

/**
 * Brings a test down to one cell per arm (and per day, segment and stratum): one pass over the rows where each is a unit, after putting the
 * rows of a unit together where they are not.
 *
 * @throws DataError `no-rows`, `no-usable-rows`, `metric-empty`, `not-a-proportion`, and those of `planMetrics`, `readMetricColumn`, `findArms`
 */
export async function reduceTest(input: AbTestInput): Promise<ReducedTest> {
  if (await isSummaryTable(input)) return reduceSummary(input);
  const planned = planMetrics(input);
  const metrics = await Promise.all(planned.map((metric) => readMetric(input, metric)));
  const survey = await surveyRows(input, metrics);
  if (!(await hasRepeatedUnits(input))) return reduceUnits(input, survey, { ...survey, source: "units", crossed: { units: 0, rows: 0 } });
  const name = temporaryName();
  try {
    const spellings = survey.arms.names.map((_, arm) => survey.arms.spellings(arm).map(String));
    await input.query(sql`CREATE TABLE ${name} AS ${aggregatedUnits(input, { metrics: survey.metrics, spellings })}`);
    const crossed = (await input.query(crossedUnits(name))).object() as { units: number; row_count: number };
    const units = tableUnits(name, input, metrics);
    const arms = { ...survey.arms, indexOf: Number, spellings: (arm: number) => [arm] };
    const found = { ...survey, arms, units, cells: await readUnits(input, units, metrics) };
    return await reduceUnits(input, survey, { ...found, source: "events", crossed: { units: crossed.units, rows: crossed.row_count } });
  } finally {
    await input.dataset.engine.run(sql`DROP TABLE IF EXISTS ${name}`);
  }
}

/** Units, and the cells that one pass over them gave. */
interface Found {
  readonly units: GroupableUnits;
  readonly cells: readonly FoundCell[];
  readonly arms: Arms;
  readonly metrics: readonly TypedMetric[];
}

interface Survey extends Found {
  readonly rowsRead: number;
  /** Rows with an arm. */
  readonly rowsUsed: number;
  readonly setAside: readonly SetAside[];
}

const columnCounts = (metrics: readonly Metric[]): number[] => metrics.map(({ variables }) => variables.length);

const readUnits = async (input: AbTestInput, units: GroupableUnits, metrics: readonly Metric[]): Promise<FoundCell[]> =>
  readCells(await input.query(moments(units, units.day)), columnCounts(metrics));

/** The first look: every row as a unit. It tells the arms and what the metrics are. */
async function surveyRows(input: AbTestInput, metrics: readonly Metric[]): Promise<Survey> {
  const { name } = input.dataset.input;
  const units = rowUnits(input, metrics);
  const rowsRead = await input.dataset.count();
  if (rowsRead === 0) throw noRows({ analysis: abTestTitle, name });
  const cells = await readUnits(input, units, metrics);
  const empty = emptyCell(columnCounts(metrics));
  const considered = cells.reduce(mergeCells, empty);
  const withArm = cells.filter(({ arm }) => typeof arm === "string" && arm.trim() !== "").reduce(mergeCells, empty);
  const early = considered.rows < rowsRead ? await readSetAside(input) : [];
  const aside = inOrderOfKind([...early, { kind: "missing-variant", rows: considered.rows - withArm.rows }]);
  if (withArm.rows === 0) throw noUsableRows({ analysis: abTestTitle, name, rows: rowsRead, reasons: describeSetAside(aside) });
  const arms = findArms(cells, { column: input.columns.variant.name, control: input.options.control });
  refuseTooMany(cells, input.columns.date?.name);
  const typed = metrics.map((metric, index) => ({ ...metric, type: typeOf(metric, withArm, index) }));
  return { units, cells, arms, metrics: typed, rowsRead, rowsUsed: withArm.rows, setAside: aside };
}

/** @throws DataError `too-many-groups` when the engine may have left groups out */
function refuseTooMany(cells: readonly FoundCell[], column: string | undefined): void {
  if (column !== undefined && cells.length >= groupLimit) throw tooManyGroups({ column, limit: groupLimit });
}

async function readSetAside(input: AbTestInput): Promise<SetAside[]> {
  const table = await input.query(setAside(input));
  return (table.objects() as { kind: SetAside["kind"]; row_count: number }[]).map(({ kind, row_count }) => ({ kind, rows: row_count }));
}

/** Numbers that are all 0 or 1, and yes or no, are a proportion unless a call says otherwise. */
function typeOf(metric: Metric, rows: Cell, index: number): MetricType {
  const found = rows.metrics[index];
  if (!found || found.units === 0) throw metricEmpty({ column: metric.column.name, rows: rows.rows });
  const isBinary = metric.isYesOrNo || isYesOrNo(found);
  if (metric.type === "proportion" && !isBinary) {
    throw notAProportion({ column: metric.column.name, low: found.low[0] ?? 0, high: found.high[0] ?? 0 });
  }
  return metric.type ?? (isBinary ? "proportion" : "mean");
}

/** A few rows that tell whether the data are events without looking at all of them. */
const sampledRows = 50_000;

/** Are there units with more than one row? */
async function hasRepeatedUnits(input: AbTestInput): Promise<boolean> {
  if (!input.columns.customer) return false;
  const repeated = async (limit?: number) => {
    const { row_count, units } = (await input.query(countUnits(input, limit))).object() as { row_count: number; units: number };
    return units < row_count;
  };
  return (await repeated(sampledRows)) || repeated();
}

async function countRepeatedRows(input: AbTestInput, rows: number): Promise<number | undefined> {
  const names = input.dataset.columns.map(({ name }) => name);
  if (rows * names.length > repeatedCellLimit) return undefined;
  return Number((await input.query(repeatedRows(input, names))).get("repeated", 0));
}

interface Sourced extends Found {
  readonly source: ReducedTest["source"];
  readonly crossed: ReducedTest["crossed"];
}

async function reduceUnits(input: AbTestInput, survey: Survey, found: Sourced): Promise<ReducedTest> {
  const empty = emptyCell(columnCounts(found.metrics));
  const capped = await winsorise(input, found);
  const cells = capped.isChanged ? await readUnits(input, capped.units, found.metrics) : found.cells;
  const arms = armCells(cells, found.arms, empty);
  const groups = (column: string | undefined, by: GroupableUnits["segment"]) =>
    column === undefined || by === undefined ? undefined : readGroups(input, { ...found, units: capped.units }, { column, by });
  const aside: SetAside[] = [...survey.setAside, { kind: "several-arms", rows: found.crossed.rows }];
  return {
    source: found.source,
    metrics: await withQuantiles(input, { ...found, units: capped.units, winsorised: capped.winsorised, cells: arms }),
    arms: found.arms.names,
    cells: arms,
    days: dayGroups(cells, found.arms, empty),
    segments: await groups(input.options.segment, capped.units.segment),
    strata: await groups(input.options.strata, capped.units.stratum),
    rows: { read: survey.rowsRead, used: survey.rowsUsed - found.crossed.rows },
    setAside: inOrderOfKind(aside),
    crossed: found.crossed,
    mergedSpellings: found.arms.merged,
    hasUnitColumn: input.columns.customer !== undefined,
    repeatedRows: await countRepeatedRows(input, survey.rowsRead),
  };
}

/** Cells by what they are grouped by, each group with one cell per arm. */
function grouped<Name>(
  cells: readonly FoundCell[],
  arms: Arms,
  { empty, nameOf }: { empty: Cell; nameOf(group: unknown): Name },
): CellGroup<Name>[] {
  const byName = new Map<Name, FoundCell[]>();
  for (const cell of cells) {
    const name = nameOf(cell.group);
    const known = byName.get(name);
    if (known) known.push(cell);
    else byName.set(name, [cell]);
  }
  return [...byName].map(([name, own]) => ({ name, cells: armCells(own, arms, empty) }));
}

function dayGroups(cells: readonly FoundCell[], arms: Arms, empty: Cell): CellGroup<number>[] {
  const dated = cells.filter(({ group }) => typeof group === "number" && Number.isFinite(group));
  return grouped(dated, arms, { empty, nameOf: Number }).toSorted((one, other) => one.name - other.name);
}

async function readGroups(
  input: AbTestInput,
  { units, metrics, arms }: Found,
  { column, by }: { column: string; by: GroupableUnits["arm"] },
): Promise<GroupedCells> {
  const counts = columnCounts(metrics);
  const cells = readCells(await input.query(moments(units, by)), counts);
  refuseTooMany(cells, column);
  const nameOf = (group: unknown) => (typeof group === "string" ? group : undefined);
  return { column, groups: grouped(cells, arms, { empty: emptyCell(counts), nameOf }) };
}
