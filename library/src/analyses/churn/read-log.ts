import type { ColumnTable } from "arquero";
import { sql, type Sql } from "../../engine/sql.js";
import type { Text } from "../../language/language.js";
import { numberFeature } from "../../statistics/regression/feature.js";
import {
  dayNumber,
  dayText,
  customerHistory,
  isHistory,
  type CustomerHistory,
  type HistoryInput,
  type HistoryTable,
} from "../customer-history/index.js";
import { noRows, noUsableRows } from "../errors.js";
import { describeSetAside, inOrderOfKind } from "../set-aside.js";
import type { Candidate, People, Prepared } from "./people.js";
import { numbers } from "./read-table.js";

export interface LogQuestion {
  readonly analysis: Text;
  /** Name of the data, for errors. */
  readonly name: string;
  readonly rows: number;
  readonly options: {
    readonly asOf?: string | undefined;
    readonly days?: number | undefined;
    readonly exclude?: readonly string[] | undefined;
    readonly features?: readonly string[] | undefined;
  };
}

/**
 * A log of orders or events, as the model needs it: customers as of a day with what came after, and today's customers.
 *
 * @throws DataError `no-rows`, `no-usable-rows`
 */
export async function readLog(input: HistoryInput, { analysis, name, rows, options }: LogQuestion): Promise<Prepared> {
  if (rows === 0) throw noRows({ analysis, name });
  const history = await customerHistory(input, { asOf: options.asOf, days: options.days });
  if (!isHistory(history)) throw noUsableRows({ analysis, name, rows, reasons: describeSetAside(history.setAside) });
  const takesPart = (feature: string) => !options.exclude?.includes(feature) && (options.features?.includes(feature) ?? true);
  const names = history.scoring.features.map((feature) => feature.name);
  const training = history.training ? await input.query(rowsOf(history.training)) : undefined;
  const scoring = await input.query(rowsOf(history.scoring));
  const candidates = names.map((feature) => candidateOf(feature, training, takesPart(feature)));
  const used = candidates.filter(({ leftOut }) => leftOut === undefined).map((candidate) => candidate.name);
  const known = training
    ? peopleOf(training, used)
    : { ids: [], features: used.map((feature) => numberFeature(feature, new Float64Array())) };
  return {
    from: "log",
    outcome: { definition: definitionOf(history) },
    candidates,
    known: { ...known, outcome: training ? Uint8Array.from(numbers(training, "churned")) : new Uint8Array() },
    open: peopleOf(scoring, used),
    rows: history.rows,
    setAside: inOrderOfKind([...history.setAside]),
    hasIds: true,
    repeatedCustomers: 0,
    staleDays: await daysWithoutRows(input, history),
    isTooShort: history.training === undefined,
  };
}

/** Whole days between the last row and the day that is counted from. */
async function daysWithoutRows({ query, source, dialect, values: { date } }: HistoryInput, { asOf }: CustomerHistory): Promise<number> {
  if (!date) return 0;
  const day = dialect.daysBetween(sql`DATE '1970-01-01'`, dialect.toDate(date));
  const last = await query(
    sql`SELECT MAX(day) AS last_day FROM (SELECT ${day} AS day FROM ${source}) AS activity WHERE day < ${dayNumber(asOf)}`,
  );
  return dayNumber(asOf) - Number(last.get("last_day", 0)) - 1;
}

const rowsOf = ({ sql: text }: HistoryTable): Sql => text;

function definitionOf({ definition, scoring, period, gaps }: CustomerHistory): NonNullable<Prepared["outcome"]["definition"]> {
  const { days } = definition;
  return { days, silence: definition, trainingDay: dayText(dayNumber(scoring.asOf) - days), scoringDay: scoring.asOf, period, gaps };
}

function candidateOf(name: string, training: ColumnTable | undefined, takesPart: boolean): Candidate {
  const facts = { name, kind: "number", missing: 0 } as const;
  if (!takesPart) return { ...facts, leftOut: "excluded" };
  const values = training ? numbers(training, name) : new Float64Array();
  return values.every((value) => value === values[0]) ? { ...facts, leftOut: "constant" } : facts;
}

const peopleOf = (table: ColumnTable, names: readonly string[]): People => ({
  ids: (table.array("customer") as unknown[]).map(String),
  features: names.map((name) => numberFeature(name, numbers(table, name))),
});
