import type { Column, ColumnType } from "../../data/dataset.js";
import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import type { ReduceInput } from "../analysis.js";
import type { RfmNeeds, RfmSettings } from "./rfm-options.js";
import type { SetAside } from "./values.js";

/** What the queries of RFM are made from. `hasCancellationMark`: order ids of cancelled orders begin with C. */
export type OrdersInput = Pick<ReduceInput<RfmNeeds, RfmSettings>, "source" | "dialect" | "columns" | "values"> & {
  readonly options: Pick<RfmSettings, "asOf" | "cancellations">;
  readonly hasCancellationMark: boolean;
};

type Kind = SetAside["kind"];

const isText = ({ type }: Column): boolean => type === "text";
const isCount = ({ type }: Column): boolean => type === "number";
const name = (found: Column): Sql => column(found.name);

/** Larger than any amount; NaN and infinity are not smaller in any engine. */
const finite = (value: Sql): Sql => sql`ABS(${value}) < 1e300`;

/** The value of a column that was found. */
function valueOf({ values }: OrdersInput, role: keyof RfmNeeds): Sql {
  const value = values[role];
  if (!value) throw new RangeError(`There is no column for "${role}".`);
  return value;
}

const amountOf = (input: OrdersInput): Sql =>
  input.columns.amount ? valueOf(input, "amount") : sql`(${valueOf(input, "quantity")} * ${valueOf(input, "price")})`;

const dayOf = (input: OrdersInput): Sql => valueOf(input, "date");

/** Signs that a row is no cancellation; each is NULL where it cannot be known. */
function isSale(input: OrdersInput): Sql {
  const { order, quantity, amount } = input.columns;
  const signs = [sql`${amountOf(input)} >= 0`];
  if (!amount && quantity) signs.push(sql`${valueOf(input, "quantity")} >= 0`);
  if (order && input.hasCancellationMark) signs.push(sql`COALESCE(${name(order)} NOT LIKE 'C%', TRUE)`);
  return join(signs, " AND ");
}

/** Texts that begin with a printable character need no trimming, which would cost more than all the rest. */
function hasCustomer({ columns: { customer } }: OrdersInput): Sql {
  if (isText(customer)) return sql`(${name(customer)} > '!' OR TRIM(${name(customer)}) <> '')`;
  return isCount(customer) ? finite(name(customer)) : sql`${name(customer)} IS NOT NULL`;
}

/** What a cancellation takes back counts below zero, whichever sign the export gives it. */
const signedAmount = (input: OrdersInput): Sql =>
  input.options.cancellations === "net"
    ? sql`CASE WHEN ${isSale(input)} THEN ${amountOf(input)} ELSE -ABS(${amountOf(input)}) END`
    : amountOf(input);

/**
 * What a row must hold to take part, by the kind it belongs to when it does not; the first that fails decides. What is left for the last kind
 * is a sale that lacks nothing but its customer.
 */
function demands(input: OrdersInput): (readonly [Kind, Sql])[] {
  const { asOf, cancellations } = input.options;
  const day = dayOf(input);
  const all: (readonly [Kind, Sql] | undefined)[] = [
    ["missing-date", sql`${day} IS NOT NULL`],
    ["missing-amount", finite(amountOf(input))],
    cancellations === "net" ? undefined : ["cancelled", isSale(input)],
    ["not-positive", cancellations === "net" ? sql`${amountOf(input)} <> 0` : sql`${amountOf(input)} > 0`],
    asOf === undefined ? undefined : ["after-as-of", sql`${input.dialect.toDate(day)} <= CAST(${asOf} AS DATE)`],
    ["missing-customer", hasCustomer(input)],
  ];
  return all.filter((demand) => demand !== undefined);
}

/** A sum in an order that an engine is free to choose, rounded to a dozen digits so that the order does not show. */
const settled = (total: Sql): Sql =>
  sql`CASE WHEN ABS(${total}) < 1e5 THEN ROUND(${total}, 6) WHEN ABS(${total}) < 1e8 THEN ROUND(${total}, 4) ELSE ROUND(${total}, 2) END`;

/** Is a C before the ids of cancelled orders? Counts how many ids begin with one. */
export const markedOrders = ({ source }: Pick<OrdersInput, "source">, order: Column): Sql =>
  sql`SELECT COUNT(*) AS filled, COUNT(*) FILTER (WHERE ${name(order)} LIKE 'C%') AS marked FROM ${source} WHERE ${name(order)} IS NOT NULL`;

/** Types of ids that can be read as they are; numbers are, because making a text of each would cost more than all the rest in JavaScript. */
const readableIds: readonly ColumnType[] = ["text", "number", "integer"];

/**
 * One row per customer, ordered by customer; all rows that take no part are the one customer NULL, last.
 * Days are counted from 1970-01-01.
 */
export function customers(input: OrdersInput): Sql {
  const { order } = input.columns;
  const isNet = input.options.cancellations === "net";
  const sold = isNet ? sql` FILTER (WHERE NOT cancelled)` : raw("");
  const frequency = order
    ? sql`COUNT(DISTINCT order_id)${sold} + COUNT(*) FILTER (WHERE order_id IS NULL${isNet ? raw(" AND NOT cancelled") : raw("")})`
    : sql`COUNT(*)${sold}`;
  const daysOf = (moment: Sql) => input.dialect.daysBetween(sql`DATE '1970-01-01'`, input.dialect.toDate(moment));
  const id = raw("customer_id");
  const shown = readableIds.includes(input.columns.customer.type) ? id : input.dialect.toText(id);
  const fields = [
    sql`CASE WHEN ${join(
      demands(input).map(([, demand]) => demand),
      " AND ",
    )} THEN ${name(input.columns.customer)} END AS customer_id`,
    sql`${dayOf(input)} AS moment`,
    sql`${signedAmount(input)} AS amount`,
    ...(order ? [sql`${name(order)} AS order_id`] : []),
    ...(isNet ? [sql`NOT (${isSale(input)}) AS cancelled`] : []),
  ];
  return sql`
    SELECT ${shown} AS customer, ${daysOf(sql`MAX(moment)${sold}`)} AS last_day, ${daysOf(sql`MIN(moment)${sold}`)} AS first_day,
           ${frequency} AS frequency, ${settled(sql`SUM(amount)`)} AS monetary, COUNT(*) AS row_count
    FROM (SELECT ${join(fields, ", ")} FROM ${input.source}) AS orders
    GROUP BY customer_id
    ORDER BY customer_id NULLS LAST`;
}

/** Rows that take no part: one row per kind with how many there are and their amounts. */
export function setAside(input: OrdersInput): Sql {
  const cases = join(
    demands(input).map(([kind, demand]) => sql`WHEN NOT COALESCE(${demand}, FALSE) THEN ${raw(`'${kind}'`)}`),
    " ",
  );
  const amount = amountOf(input);
  return sql`
    SELECT kind, COUNT(*) AS row_count, ${settled(sql`COALESCE(SUM(amount), 0)`)} AS amount
    FROM (SELECT CASE ${cases} END AS kind, CASE WHEN ${finite(amount)} THEN ${amount} END AS amount FROM ${input.source}) AS orders
    WHERE kind IS NOT NULL
    GROUP BY kind
    ORDER BY kind`;
}

/** How many rows repeat another one in every column. */
export const repeatedRows = ({ source }: Pick<OrdersInput, "source">, columns: readonly string[]): Sql =>
  sql`SELECT (SELECT COUNT(*) FROM ${source}) - (SELECT COUNT(*) FROM (SELECT DISTINCT ${join(
    columns.map((one) => column(one)),
    ", ",
  )} FROM ${source}) AS kinds) AS repeated`;
