import { beforeAll, describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import type { Dataset } from "../../data/dataset.js";
import { onlineRetail, rfmOrders } from "../../testing/data-folder.js";
import { rfm } from "./rfm.js";

type Found = Awaited<ReturnType<typeof rfm>>;
const sum = (list: Iterable<number>) => Array.from(list).reduce((total, value) => total + value, 0);

/** The R package rfm 0.3.0 (MIT) on its `rfm_data_orders`: 4,906 orders of 995 customers, reference day 2006-12-31. */
describe.skipIf(!rfmOrders.exists)("rfm() on the orders of the R package rfm", () => {
  const columns = { customer: "customer_id", date: "order_date", amount: "revenue", asOf: "2006-12-31" } as const;
  let orders: Dataset;
  beforeAll(async () => {
    orders = await load(rfmOrders.path);
  });

  it("reads 4,906 orders of 995 customers", async () => {
    const { values } = await rfm(orders, columns);
    expect(values).toMatchObject({ customers: 995, orders: 4906, revenue: 464_158, asOf: "2006-12-31" });
  });
});

/** pandas on the clean set (customer known, quantity and price above zero), reference day 2011-12-10. */
describe.skipIf(!onlineRetail.exists)("rfm() on UCI Online Retail", () => {
  const columns = { customer: "CustomerID", date: "InvoiceDate", quantity: "Quantity", price: "UnitPrice", order: "InvoiceNo" } as const;
  let data: Dataset;
  let found: Found;
  beforeAll(async () => {
    data = await load(onlineRetail.path);
    found = await rfm(data, columns);
  });

  it("counts 18,532 orders up to the day before the as-of day", () => {
    expect(found.values).toMatchObject({ asOf: "2011-12-10", orders: 18_532 });
    expect(found.values.revenue).toBeCloseTo(8_911_407.904, 3);
  });

  it("accounts for every one of the 541,909 rows", () => {
    const { rows, setAside } = found.values;
    expect(rows).toEqual({ read: 541_909, used: 397_884 });
    expect(rows.used + sum(setAside.map((one) => one.rows))).toBe(rows.read);
    expect(setAside.map(({ kind }) => kind)).toEqual(["cancelled", "missing-customer", "not-positive"]);
    expect(setAside[0]?.rows).toBe(10_626);
  });

  it("finds the same without being told the columns", async () => {
    const { values, parameters } = await rfm(data);
    expect(parameters).toMatchObject(columns);
    expect(values).toEqual(found.values);
  });

  it("warns of revenue without a customer and of repeated rows", () => {
    expect(found.warnings.map(({ code }) => code)).toEqual([
      "ties-frequency",
      "rows-not-used",
      "revenue-without-customer",
      "repeated-rows",
    ]);
  });
});
