import { afterEach, describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { displaySymbol } from "../../display.js";
import { setLanguage } from "../../language/index.js";
import { makeRandom } from "../../teaching/random.js";
import { dataQuality } from "../data-quality.js";
import { laterSpend } from "./later-spend.js";
import { rfm } from "./rfm.js";

afterEach(() => setLanguage("en"));

const day = (offset: number) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10);

/** Customers who all buy alike: what differs between them is chance. */
function chanceOrders(seed: number): object[] {
  const random = makeRandom(seed);
  return Array.from({ length: 2000 }, (_, order) => ({
    CustomerID: `c${random.below(300)}`,
    OrderDate: day(random.below(360)),
    OrderID: `o${order}`,
    Amount: 5 + random.below(200),
  }));
}

const analysed = async (rows: object[]) => {
  const orders = await load(rows);
  return { orders, result: await rfm(orders) };
};

describe("laterSpend()", () => {
  it.each([1, 2, 3])("shows regression to the mean where all differences are chance (seed %d)", async (seed) => {
    const { orders, result } = await analysed(chanceOrders(seed));
    const { rows } = await laterSpend(orders, result);
    const [best, worst, all] = [rows[0], rows.at(-2), rows.at(-1)];
    expect([best?.score, worst?.score, all?.score]).toEqual([5, 1, undefined]);
    expect(best?.change).toBeLessThan((all?.change ?? NaN) - 0.2);
    expect(worst?.change).toBeGreaterThan((all?.change ?? NaN) + 0.2);
  });

  it("counts every customer of the first half once, and their spend as a sum by hand", async () => {
    const rows = [
      { CustomerID: "a", OrderDate: "2024-01-01", Amount: 100 },
      { CustomerID: "b", OrderDate: "2024-01-02", Amount: 50 },
      { CustomerID: "a", OrderDate: "2024-01-30", Amount: 10 },
      { CustomerID: "c", OrderDate: "2024-01-31", Amount: 1000 },
    ];
    const { orders, result } = await analysed(rows);
    const { middle, rows: found } = await laterSpend(orders, result);
    expect(middle).toBe("2024-01-16");
    expect(found.at(-1)).toEqual({ score: undefined, customers: 2, before: 75, after: 5, change: 5 / 75 - 1 });
  });

  it.each([
    ["one order", [{ CustomerID: "a", OrderDate: "2024-01-01", Amount: 1 }]],
    [
      "a second half of nothing but cancellations",
      [
        { CustomerID: "a", OrderDate: "2024-01-01", Amount: 5 },
        { CustomerID: "a", OrderDate: "2024-01-31", Amount: -5 },
      ],
    ],
  ])("says so when there is %s", async (_, rows) => {
    const { orders, result } = await analysed(rows);
    setLanguage("zh-CN");
    const later = await laterSpend(orders, result);
    expect(later.rows).toEqual([]);
    expect((await later[displaySymbol]())["text/plain"]).toContain("数据期间太短");
  });
});

describe("dataQuality()", () => {
  it("names the columns that were found and counts every row once", async () => {
    const rows = [
      ...chanceOrders(4),
      { CustomerID: "c1", OrderDate: day(3), OrderID: "x", Amount: -7 },
      { CustomerID: null, OrderDate: day(3), OrderID: "y", Amount: 9 },
    ];
    const { result } = await analysed(rows);
    const { columns, rows: kinds } = dataQuality(result);
    expect(columns).toEqual({ customer: "CustomerID", date: "OrderDate", amount: "Amount", order: "OrderID" });
    expect(kinds.map(({ kind, rows: count, amount }) => [kind, count, amount])).toEqual([
      ["read", 2002, undefined],
      ["used", 2000, result.values.revenue],
      ["cancelled", 1, -7],
      ["missing-customer", 1, 9],
    ]);
    expect(kinds[0]?.share).toBe(1);
  });
});
