import type { ColumnTable } from "arquero";
import type { Column } from "../../data/dataset.js";
import { sql, type Sql } from "../../engine/sql.js";
import type { Text } from "../../language/language.js";
import { takeRows, type Feature } from "../../statistics/regression/feature.js";
import { inOrderOfKind } from "../set-aside.js";
import { customerCounts, dayOf, people, textOf } from "./columns.sql.js";
import { makeFeature, type MadeFeature } from "./make-feature.js";
import type { KnownPeople, People, Prepared } from "./people.js";
import { planColumns } from "./read-candidates.js";
import { readOutcome, type OutcomeWords } from "./read-outcome.js";
import type { SetAside } from "./values.js";
import type { TableInput } from "./table-input.js";

export interface TableQuestion {
  readonly analysis: Text;
  readonly words: OutcomeWords;
  readonly columns: readonly Column[];
  readonly customer: Column | undefined;
  readonly outcome: Column;
  readonly timeColumn: Column | undefined;
  readonly options: {
    readonly positive?: string | undefined;
    readonly features?: readonly string[] | undefined;
    readonly exclude?: readonly string[] | undefined;
    readonly asOf?: string | undefined;
  };
}

/** Columns that may tell something: those the user names, or all but the customer, the outcome and what rows are split by. */
function candidateColumns({ columns, customer, outcome, timeColumn, options }: TableQuestion): readonly Column[] {
  const used = [customer, outcome, timeColumn].map((one) => one?.name);
  return columns.filter(({ name }) => (options.features ? options.features.includes(name) : true) && !used.includes(name));
}

/** The outcome as 1, 0, or −1 where it is not known. */
const outcomeCode = (input: TableInput, outcome: Column, positive: string): Sql => {
  const text = textOf(input.dialect, outcome);
  return sql`CASE WHEN ${text} IS NULL THEN -1 WHEN ${text} = ${positive} THEN 1 ELSE 0 END`;
};

/**
 * A table with one row per customer, as the model needs it.
 *
 * @throws DataError when the outcome is empty, ambiguous or not there
 */
export async function readTable(input: TableInput, question: TableQuestion): Promise<Prepared> {
  const { analysis, words, customer, outcome, timeColumn, options } = question;
  const found = await readOutcome(input, { analysis, column: outcome, words, positive: options.positive });
  const planned = await planColumns(input, candidateColumns(question), options.exclude ?? []);
  const counts = await countCustomers(input, customer);
  const fields = [
    { name: "outcome", value: outcomeCode(input, outcome, found.positive) },
    ...planned.flatMap(({ value, levels }, index) => (value ? [{ name: `f${index}`, value, levels }] : [])),
    ...(timeColumn ? [{ name: "time", value: dayOf(input, timeColumn) }] : []),
  ];
  const table = await input.query(people(input, { customer, fields, once: counts.filled > counts.customers }));
  const made = planned.map((plan, index) => makeFeature(plan, plan.value ? numbers(table, `f${index}`) : undefined, options.asOf));
  const everyone = { ids: idsOf(table, customer), features: made.flatMap(({ feature }) => feature ?? []) };
  const { known, open } = split(everyone, numbers(table, "outcome"), timeColumn ? numbers(table, "time") : undefined);
  return {
    from: "table",
    outcome: { positive: found.positive, others: found.others },
    candidates: made.map(({ candidate }: MadeFeature) => candidate),
    known: { ...known, groups: groupsOf(known.ids, counts.filled > counts.customers) },
    open,
    rows: { read: input.rows, used: known.outcome.length },
    setAside: setAside(input.rows, { filled: counts.filled, taken: table.numRows(), open: open.ids.length }),
    hasIds: customer !== undefined,
    repeatedCustomers: table.numRows() - new Set(everyone.ids).size,
  };
}

function setAside(rows: number, { filled, taken, open }: { filled: number; taken: number; open: number }): SetAside[] {
  return inOrderOfKind([
    { kind: "missing-customer", rows: rows - filled },
    { kind: "repeated-row", rows: filled - taken },
    { kind: "missing-outcome", rows: open },
  ]);
}

async function countCustomers(input: TableInput, customer: Column | undefined): Promise<{ filled: number; customers: number }> {
  if (!customer) return { filled: input.rows, customers: input.rows };
  const counted = await input.query(customerCounts(input, customer));
  return { filled: Number(counted.get("filled", 0)), customers: Number(counted.get("customers", 0)) };
}

/** A column of a result as a typed array. */
export function numbers(table: ColumnTable, name: string): Float64Array {
  const stored: unknown = table.data()[name];
  return stored instanceof Float64Array ? stored : Float64Array.from(table.array(name) as ArrayLike<number>);
}

/** Ids of the customers; where the data has none, the numbers of the rows from 1. */
const idsOf = (table: ColumnTable, customer: Column | undefined): readonly string[] =>
  customer ? (table.array("customer") as string[]) : Array.from({ length: table.numRows() }, (_, index) => String(index + 1));

/** Those whose outcome is known, and those who are to be scored. */
function split({ ids, features }: People, outcome: Float64Array, time: Float64Array | undefined): { known: KnownPeople; open: People } {
  const rowsOf = (isKnown: boolean) => Uint32Array.from(outcome.keys()).filter((row) => (outcome[row] as number) >= 0 === isKnown);
  const [known, open] = [rowsOf(true), rowsOf(false)];
  const pick = (rows: Uint32Array): People => ({
    ids: rows.length === ids.length ? ids : Array.from(rows, (row) => ids[row] as string),
    features: features.map((feature: Feature) => takeRows(feature, rows)),
  });
  return {
    known: {
      ...pick(known),
      outcome: Uint8Array.from(known, (row) => outcome[row] as number),
      ...(time ? { time: Float64Array.from(known, (row) => time[row] as number) } : {}),
    },
    open: pick(open),
  };
}

/** Rows of one customer, who may come more than once, share a number. */
function groupsOf(ids: readonly string[], mayRepeat: boolean): Uint32Array | undefined {
  if (!mayRepeat) return undefined;
  const numberOf = new Map<string, number>();
  return Uint32Array.from(ids, (id) => {
    const known = numberOf.get(id) ?? numberOf.size;
    numberOf.set(id, known);
    return known;
  });
}
