import type { ColumnTable } from "arquero";
import type { Column, Dataset, Role } from "../data/dataset.js";
import { fileRow } from "../data/relation-dataset.js";
import { column, sql, type Sql } from "../engine/sql.js";
import type { Text } from "../language/language.js";
import { firstUnreadable, readableCounts, type ReadColumn } from "./check-columns.sql.js";
import { columnUnreadable } from "./errors.js";
import { readText, textReadings } from "./text-reading.js";

type Reading = keyof typeof textReadings;

const readings: Partial<Record<Role, Reading>> = {
  date: "date",
  amount: "number",
  quantity: "number",
  price: "number",
  cost: "number",
  duration: "number",
};

const needed: Readonly<Record<Reading, Text>> = {
  date: { en: "a column of dates such as 2024-01-31", "zh-CN": "形如 2024-01-31 的日期列" },
  number: { en: "a column of numbers such as 12.50", "zh-CN": "形如 12.50 的数值列" },
};

interface Check {
  readonly analysis: Text;
  readonly dataset: Pick<Dataset<object>, "relation" | "engine">;
  readonly query: (sql: Sql) => Promise<ColumnTable>;
}

interface Demand extends ReadColumn {
  readonly role: Role;
  readonly reading: Reading;
}

/**
 * Makes sure that columns of dates hold dates and columns of numbers numbers. Texts pass when at least half of the filled rows can be read;
 * the rest is for the analysis to set aside and count.
 *
 * @returns for each column the SQL of its value, NULL where it cannot be read
 * @throws DataError `column-unreadable` with the first value that cannot be read and its row
 */
export async function checkColumns(check: Check, columns: Partial<Record<Role, Column>>): Promise<Partial<Record<Role, Sql>>> {
  const values: Partial<Record<Role, Sql>> = {};
  const demands: Demand[] = [];
  for (const [role, found] of Object.entries(columns) as [Role, Column | undefined][]) {
    if (!found) continue;
    const reading = readings[role];
    const isTyped = reading === undefined || (textReadings[reading].types as readonly string[]).includes(found.type);
    const value = isTyped ? column(found.name) : await readColumn(check, found, reading);
    values[role] = value;
    if (!isTyped) demands.push({ role, reading, name: found.name, value });
  }
  if (demands.length > 0) await refuseUnreadable(check, demands);
  return values;
}

/** Only texts are ever read as something else: a number is no date. */
const readColumn = async ({ dataset, query }: Check, { name, type }: Column, as: Reading): Promise<Sql> =>
  type === "text" ? readText({ source: dataset.relation, name, as, query }) : sql`NULL`;

async function refuseUnreadable({ analysis, dataset, query }: Check, demands: readonly Demand[]): Promise<void> {
  const source = { source: dataset.relation, dialect: dataset.engine.dialect };
  const counts = (await query(readableCounts(source, demands))).object() as Record<string, number>;
  for (const [index, demand] of demands.entries()) {
    const filled = counts[`filled_${index}`] ?? 0;
    const readable = counts[`readable_${index}`] ?? 0;
    if (filled === 0 || readable * 2 >= filled) continue;
    throw await unreadable({ analysis, dataset, demand, filled, readable }, query(firstUnreadable(source, demand)));
  }
}

interface Unreadable {
  readonly analysis: Text;
  readonly dataset: Check["dataset"];
  readonly demand: Demand;
  readonly filled: number;
  readonly readable: number;
}

async function unreadable({ analysis, dataset, demand, filled, readable }: Unreadable, found: Promise<ColumnTable>): Promise<Error> {
  const { row_number: row, value } = (await found).object() as { row_number: number; value: string };
  return columnUnreadable({
    analysis,
    column: demand.name,
    role: demand.role,
    needed: needed[demand.reading],
    row: fileRow(dataset, row),
    value: value.length > 60 ? `${value.slice(0, 60)}…` : value,
    unreadable: filled - readable,
    rows: filled,
  });
}
