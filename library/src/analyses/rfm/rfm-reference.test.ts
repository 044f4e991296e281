import { beforeAll, describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import type { Dataset } from "../../data/dataset.js";
import { ranks } from "../../statistics/ranks.js";
import { topShare } from "../../statistics/top-share.js";
import { onlineRetail, rfmOrders } from "../../testing/data-folder.js";
import { rfm } from "./rfm.js";

type Found = Awaited<ReturnType<typeof rfm>>;
const segmentOf = ({ values }: Found, id: string) => values.segments.find((segment) => segment.id === id);
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

  it.each([
    ["champions", 158],
    ["loyal-customers", 278],
    ["potential-loyalist", 229],
    ["new-customers", 0],
    ["promising", 0],
    ["need-attention", 35],
    ["about-to-sleep", 50],
    ["at-risk", 86],
    ["cant-lose-them", 0],
    ["lost", 111],
    ["others", 48],
  ])('compat: "rfm-R" gives %s %i customers, as published', async (id, customers) => {
    expect(segmentOf(await rfm(orders, { ...columns, compat: "rfm-R" }), id)?.customers).toBe(customers);
  });

  it('compat: "rfm-R" gives the Champions 1,234 orders worth 120,178, as published', async () => {
    expect(segmentOf(await rfm(orders, { ...columns, compat: "rfm-R" }), "champions")).toMatchObject({ orders: 1234, revenue: 120_178 });
  });

  it("gives 175 Champions with plain quantiles and the same bounds", async () => {
    expect(segmentOf(await rfm(orders, { ...columns, segments: "rfm-R" }), "champions")?.customers).toBe(175);
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
  const table = <Name extends string>(name: Name) => found.table.array(name) as number[];

  it("finds 4,338 customers: ΣR 403,692, ΣF 18,532, ΣM 8,911,407.904", () => {
    expect(found.values).toMatchObject({ asOf: "2011-12-10", customers: 4338, orders: 18_532 });
    expect(sum(table("recencyDays"))).toBe(403_692);
    expect(sum(table("frequency"))).toBe(18_532);
    expect(sum(table("monetary"))).toBeCloseTo(8_911_407.904, 3);
    expect(found.values.revenue).toBeCloseTo(8_911_407.904, 3);
  });

  it("finds the quintile edges", () => {
    expect(found.values.edges.recencyDays).toEqual([13.8, 33, 72, 180]);
    expect(found.values.edges.frequency).toEqual([1, 2, 3, 6]);
    [250.194, 490.096, 942.276, 2058.426].forEach((edge, index) => expect(found.values.edges.monetary[index]).toBeCloseTo(edge, 3));
  });

  it("finds 348 customers in cell 555 and 184 in cell 111 by rank, as pandas qcut", async () => {
    const cells = (await rfm(data, { ...columns, scores: "rank" })).table.array("cell") as string[];
    expect(cells.filter((cell) => cell === "555")).toHaveLength(348);
    expect(cells.filter((cell) => cell === "111")).toHaveLength(184);
  });

  it("finds the concentration: top 10 % .6133 (433), top 20 % .7459 (867 customers), Gini .7151", () => {
    const { top10, top20, gini } = found.values.concentration;
    expect(top20.customers).toBe(867);
    expect(top10.customers).toBe(433);
    expect(top20.value).toBeCloseTo(0.7459, 4);
    expect(top10.value).toBeCloseTo(0.6133, 4);
    expect(gini.value).toBeCloseTo(0.7151, 4);
  });

  it("finds the figures of the neighbouring definitions where those are asked for: .6138 with 434, .7462 with 868 customers, 183 in cell 111", () => {
    const monetary = table("monetary").toSorted((one, other) => one - other);
    expect(topShare(monetary, 434 / 4338).value).toBeCloseTo(0.6138, 4);
    expect(topShare(monetary, 868 / 4338).value).toBeCloseTo(0.7462, 4);
    const fifths = (name: string) => [...ranks(table(name), "first")].map((rank) => Math.ceil((5 * rank) / 4338));
    const [recency, frequency, spend] = [fifths("recencyDays"), fifths("frequency"), fifths("monetary")];
    expect(recency.filter((fifth, index) => fifth === 5 && frequency[index] === 1 && spend[index] === 1)).toHaveLength(183);
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
