import { join, raw, sql, type Sql } from "../../engine/sql.js";
import { valueOf, type HistoryInput } from "./history-input.js";

/** Days are counted from 1970-01-01. */
export const dayOf = (input: HistoryInput): Sql =>
  input.dialect.daysBetween(sql`DATE '1970-01-01'`, input.dialect.toDate(valueOf(input, "date")));

/** Larger than any amount; NaN and infinity are not smaller in any engine. */
const finite = (value: Sql): Sql => sql`ABS(${value}) < 1e300`;

/** What a row is worth; nothing where the log has no amounts. */
export function amountOf({ values: { amount, quantity, price } }: HistoryInput): Sql | undefined {
  if (amount) return amount;
  return quantity && price ? sql`(${quantity} * ${price})` : undefined;
}

/** Texts that begin with a printable character need no trimming, which would cost more than all the rest. */
function hasCustomer(input: HistoryInput): Sql {
  const customer = valueOf(input, "customer");
  const type = input.columns?.customer?.type;
  if (type === "text") return sql`(${customer} > '!' OR TRIM(${customer}) <> '')`;
  return type === "number" ? finite(customer) : sql`${customer} IS NOT NULL`;
}

/** Signs that a row takes something back. */
function isCancelled(input: HistoryInput): Sql | undefined {
  const signs = [amountOf(input), input.values.quantity].flatMap((value) => (value ? [sql`${value} < 0`] : []));
  return signs.length === 0 ? undefined : join(signs, " OR ");
}

/** Why a row is no activity of a customer, the first reason that holds; NULL for rows that count. */
function kindOf(input: HistoryInput, until: number | undefined): Sql {
  const cancelled = isCancelled(input);
  const cases = [
    sql`WHEN ${valueOf(input, "date")} IS NULL THEN 'missing-date'`,
    sql`WHEN NOT COALESCE(${hasCustomer(input)}, FALSE) THEN 'missing-customer'`,
    ...(cancelled ? [sql`WHEN ${cancelled} THEN 'cancelled'`] : []),
    ...(until === undefined ? [] : [sql`WHEN ${dayOf(input)} >= ${until} THEN 'after-as-of'`]),
  ];
  return sql`CASE ${join(cases, " ")} END`;
}

/** What becomes of the rows, by kind (NULL: they count): how many there are and their first and last day. */
export const rowKinds = (input: HistoryInput, until: number | undefined): Sql => sql`
  SELECT kind, COUNT(*) AS row_count, MIN(day) AS first_day, MAX(day) AS last_day
  FROM (SELECT ${kindOf(input, until)} AS kind, ${dayOf(input)} AS day FROM ${input.source}) AS activity
  GROUP BY kind
  ORDER BY kind`;

/** The rows that count, before day `until`: `customer`, `day`, and what else is asked for. */
export function activity(input: HistoryInput, until: number, more: readonly Sql[] = []): Sql {
  const fields = [sql`${valueOf(input, "customer")} AS customer`, sql`${dayOf(input)} AS day`, ...more];
  return sql`SELECT ${join(fields, ", ")} FROM ${input.source} WHERE ${kindOf(input, until)} IS NULL`;
}

/** Days on which somebody was active before `until`, the last two: a last day that stands far from the one before it may be a slip. */
export const lastDays = (input: HistoryInput, until: number): Sql =>
  sql`SELECT DISTINCT day FROM (${activity(input, until)}) AS activity ORDER BY day DESC LIMIT ${raw("2")}`;
