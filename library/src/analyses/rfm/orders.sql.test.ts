import { describe, expect, it } from "vitest";
import type { Column } from "../../data/dataset.js";
import { duckdbDialect } from "../../engine/duckdb-dialect.js";
import { column } from "../../engine/sql.js";
import { expectToBind } from "../../testing/bind-on-duckdb.js";
import { customers, markedOrders, repeatedRows, setAside, type OrdersInput } from "./orders.sql.js";

const found = (name: string, type: Column["type"]): Column => ({ name, type, roles: [] });
const who = found('who "x"', "text");
const columns = {
  customer: who,
  date: found("when", "date"),
  amount: found("paid", "number"),
  quantity: undefined,
  price: undefined,
  order: found("order.id", "text"),
};
const source = column("orders");
const tables = [`CREATE TABLE orders ("who ""x""" VARCHAR, "when" DATE, "paid" DOUBLE, "order.id" VARCHAR)`];

const input = (options: OrdersInput["options"], order: Column | undefined): OrdersInput => ({
  source,
  dialect: duckdbDialect,
  columns: { ...columns, order },
  values: { customer: column(who.name), date: column("when"), amount: column("paid") },
  options,
  hasCancellationMark: true,
});

describe.each(["exclude", "net"] as const)("queries of RFM with cancellations: %s", (cancellations) => {
  it.each([undefined, "2024-01-31"])("bind with and without an order column, as of %s", async (asOf) => {
    for (const order of [undefined, columns.order]) {
      const orders = input({ asOf, cancellations }, order);
      await expectToBind(customers(orders), tables);
      await expectToBind(setAside(orders), tables);
    }
  });

  it("keep every value out of the text", () => {
    const { text, values } = customers(input({ asOf: "2024-01-31", cancellations }, columns.order));
    expect(values).toEqual(["2024-01-31"]);
    expect(text).toContain('"who ""x"""');
    expect(text).not.toContain("2024-01-31");
  });
});

describe("queries about the data", () => {
  it("bind", async () => {
    await expectToBind(markedOrders({ source }, columns.order), tables);
    await expectToBind(repeatedRows({ source }, [who.name, "when"]), tables);
  });
});
