import { describe, expectTypeOf, it } from "vitest";
import type { Dataset } from "../../data/dataset.js";
import type { Analysis } from "../analysis.js";
import type { Result } from "../result.js";
import { rfm } from "./rfm.js";
import type { RfmValues } from "./values.js";

interface Row {
  CustomerID: string;
  InvoiceDate: Date;
  Amount: number;
}

/** Never called: each line either compiles or is marked as one that must not. */
export async function compileOnly(orders: Dataset<Row>, unknown: Dataset): Promise<void> {
  await rfm(orders);
  await rfm(orders, { customer: "CustomerID", date: "InvoiceDate", amount: "Amount", groups: 4, asOf: "2024-01-31" });
  await rfm(orders, { signal: new AbortController().signal, customer: undefined, compat: "rfm-R" });
  await rfm(unknown, { customer: "any name" });
  // @ts-expect-error a column that the data does not have
  await rfm(orders, { customer: "CustomerId" });
  // @ts-expect-error a role that RFM does not know
  await rfm(orders, { campaign: "Amount" });
  // @ts-expect-error an option that RFM does not have
  await rfm(orders, { group: 4 });
  // @ts-expect-error a choice that the option does not have
  await rfm(orders, { segments: "ten" });
  // @ts-expect-error text in place of a number
  await rfm(orders, { groups: "5" });
  // @ts-expect-error rows in place of a dataset
  await rfm([{ CustomerID: "a" }]);
  const result = await rfm(orders);
  // @ts-expect-error results are read-only
  result.values.customers = 3;
}

describe("rfm()", () => {
  it("takes its types from the definition and the data", () => {
    expectTypeOf(rfm<Row>).returns.resolves.toEqualTypeOf<Result<RfmValues>>();
    type Options = NonNullable<Parameters<typeof rfm<Row>>[1]>;
    expectTypeOf<Options["customer"]>().toEqualTypeOf<"CustomerID" | "InvoiceDate" | "Amount" | undefined>();
    expectTypeOf<Options["segments"]>().toEqualTypeOf<"eleven" | "eight" | "rfm-R" | undefined>();
    expectTypeOf(rfm.untyped).toEqualTypeOf<Analysis>();
  });
});
