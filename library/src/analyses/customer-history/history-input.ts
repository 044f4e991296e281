import type { ColumnTable } from "arquero";
import type { Column, Role } from "../../data/dataset.js";
import type { Dialect } from "../../engine/dialect.js";
import type { Sql } from "../../engine/sql.js";

/** The log that a history is read from, as a reduce step has it: one row is one order, order line or event of a customer. */
export interface HistoryInput {
  readonly source: Sql;
  readonly dialect: Dialect;
  /** SQL of each column's value; `customer` and `date` are needed, `amount` (or `quantity` and `price`), `order`, `product` and `channel` used where there are any. */
  readonly values: Readonly<Partial<Record<Role, Sql>>>;
  /** Types of the columns, where they are known: texts are trimmed before they count as an id. */
  readonly columns?: { readonly customer?: Column | undefined };
  query(sql: Sql): Promise<ColumnTable>;
}

/** The value of a column that a history cannot do without. */
export function valueOf({ values }: Pick<HistoryInput, "values">, role: Role): Sql {
  const value = values[role];
  if (!value) throw new RangeError(`There is no column for "${role}".`);
  return value;
}
