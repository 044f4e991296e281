import type { ColumnTable } from "arquero";
import type { Column, ColumnType, Dataset, Role } from "../data/dataset.js";
import type { Sql } from "../engine/sql.js";
import type { Text } from "../language/language.js";
import { firstUnreadable, readableCounts, type Demand, type Reading } from "./check-columns.sql.js";
import { columnUnreadable } from "./errors.js";

const readings: Partial<Record<Role, Reading>> = { date: "date", amount: "number", quantity: "number", price: "number", cost: "number" };

const fitting: Readonly<Record<Reading, readonly ColumnType[]>> = { date: ["date", "timestamp"], number: ["number", "integer"] };

const needed: Readonly<Record<Reading, Text>> = {
  date: { en: "a column of dates such as 2024-01-31", "zh-CN": "形如 2024-01-31 的日期列" },
  number: { en: "a column of numbers such as 12.50", "zh-CN": "形如 12.50 的数值列" },
};

interface Check {
  readonly analysis: Text;
  readonly dataset: Pick<Dataset<object>, "relation" | "engine">;
  readonly query: (sql: Sql) => Promise<ColumnTable>;
}

/**
 * Makes sure that columns of dates hold dates and columns of numbers numbers. Texts pass when at least half of the filled rows can be read;
 * the rest is for the analysis to set aside and count.
 *
 * @throws DataError `column-unreadable` with the first value that cannot be read and its row
 */
export async function checkColumns({ analysis, dataset, query }: Check, columns: Partial<Record<Role, Column>>): Promise<void> {
  const roles = Object.keys(columns) as Role[];
  const demands = roles.flatMap((role) => {
    const reading = readings[role];
    const column = columns[role];
    return reading && column && !fitting[reading].includes(column.type) ? [{ role, reading, column }] : [];
  });
  if (demands.length === 0) return;
  const source = { source: dataset.relation, dialect: dataset.engine.dialect };
  const counts = (await query(readableCounts(source, demands))).object() as Record<string, number>;
  for (const [index, demand] of demands.entries()) {
    const filled = counts[`filled_${index}`] ?? 0;
    const readable = counts[`readable_${index}`] ?? 0;
    if (filled > 0 && readable * 2 < filled)
      throw await unreadable({ analysis, demand, filled, readable }, query(firstUnreadable(source, demand)));
  }
}

interface Unreadable {
  readonly analysis: Text;
  readonly demand: Demand & { readonly role: Role };
  readonly filled: number;
  readonly readable: number;
}

async function unreadable({ analysis, demand, filled, readable }: Unreadable, found: Promise<ColumnTable>): Promise<Error> {
  const { row_number: row, value } = (await found).object() as { row_number: number; value: string };
  return columnUnreadable({
    analysis,
    column: demand.column.name,
    role: demand.role,
    needed: needed[demand.reading],
    row,
    value: value.length > 60 ? `${value.slice(0, 60)}…` : value,
    unreadable: filled - readable,
    rows: filled,
  });
}
