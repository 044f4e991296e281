import { noRows, noUsableRows } from "../errors.js";
import type { ReduceInput } from "../analysis.js";
import { readCustomers, type CustomerRows } from "./customer-rows.js";
import { customers, markedOrders, repeatedRows, setAside, type OrdersInput } from "./orders.sql.js";
import { settle, type RfmNeeds, type RfmSettings } from "./rfm-options.js";
import { describeSetAside } from "../set-aside.js";
import { mergeSetAside } from "./set-aside.js";
import { rfmTitle } from "./title.js";
import type { SetAside } from "./values.js";

/** The orders as one row per customer, and what became of all rows. */
export interface ReducedOrders {
  readonly customers: CustomerRows;
  readonly rows: { readonly read: number; readonly used: number };
  readonly setAside: readonly SetAside[];
  /** Rows that repeat another one in every column; absent where there are too many cells to look. */
  readonly repeatedRows: number | undefined;
  readonly frequencyCounts: "orders" | "rows";
  readonly amountIs: "amount" | "quantity × price";
}

/** Rows times columns up to which repeated rows are looked for. */
export const repeatedCellLimit = 5_000_000;

type Input = ReduceInput<RfmNeeds, RfmSettings>;

/**
 * Brings the orders down to one row per customer; every row is used or set aside with its reason.
 *
 * @throws DataError `no-rows`, `no-usable-rows` (with the reasons), `option-conflict`
 */
export async function reduceOrders(input: Input): Promise<ReducedOrders> {
  const orders: OrdersInput = { ...input, options: settle(input.options), hasCancellationMark: await hasCancellationMark(input) };
  const { name } = input.dataset.input;
  const found = readCustomers(await input.query(customers(orders)));
  if (found.rowsRead === 0) throw noRows({ analysis: rfmTitle, name });
  const kinds = found.rowsWithoutCustomer > 0 ? await readSetAside(input, orders) : [];
  const kind = orders.options.cancellations === "net" ? "cancelled" : "not-positive";
  const asideRows = mergeSetAside(kinds, { kind, rows: found.dropped.rows, amount: found.dropped.amount });
  const { rowsRead, customers: kept } = found;
  if (kept.count === 0) throw noUsableRows({ analysis: rfmTitle, name, rows: rowsRead, reasons: describeSetAside(asideRows) });
  return {
    customers: kept,
    rows: { read: rowsRead, used: kept.rows },
    setAside: asideRows,
    repeatedRows: await countRepeatedRows(input, rowsRead),
    frequencyCounts: input.columns.order ? "orders" : "rows",
    amountIs: input.columns.amount ? "amount" : "quantity × price",
  };
}

/** Where most ids begin with a C, it is part of every id and marks nothing. */
async function hasCancellationMark(input: Input): Promise<boolean> {
  const { order } = input.columns;
  if (order?.type !== "text") return false;
  const counts = await input.query(markedOrders(input, order));
  return Number(counts.get("marked", 0)) * 2 < Number(counts.get("filled", 0));
}

async function readSetAside(input: Input, orders: OrdersInput): Promise<SetAside[]> {
  const table = await input.query(setAside(orders));
  return (table.objects() as { kind: SetAside["kind"]; row_count: number; amount: number }[]).map(({ kind, row_count, amount }) => ({
    kind,
    rows: row_count,
    amount,
  }));
}

async function countRepeatedRows(input: Input, rows: number): Promise<number | undefined> {
  const { columns } = input.dataset;
  if (rows * columns.length > repeatedCellLimit) return undefined;
  const counted = await input.query(
    repeatedRows(
      input,
      columns.map(({ name }) => name),
    ),
  );
  return Number(counted.get("repeated", 0));
}
