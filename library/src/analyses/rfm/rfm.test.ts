import { describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { columns, order, run, varied, withOrders, type Order } from "../../testing/rfm-orders.js";
import { rfm } from "./rfm.js";

describe("rfm() scores", () => {
  it("gives recent, frequent and large buyers the high scores", async () => {
    const { table, values } = await run(varied);
    const rows = table.objects() as { customer: string; r: number; f: number; m: number; cell: string }[];
    expect(rows[0]).toMatchObject({ customer: "c01", recencyDays: 1, frequency: 1, monetary: 1, r: 5, f: 1, m: 1, cell: "511" });
    expect(rows.at(-1)).toMatchObject({ customer: "c60", recencyDays: 60, frequency: 60, monetary: 3600, r: 1, f: 5, m: 5 });
    expect(values).toMatchObject({ asOf: "2024-02-29", customers: 60, orders: 1830, rows: { read: 1830, used: 1830 } });
  });

  it("takes orders on the day counted from and sets later ones aside", async () => {
    const rows = [order("a", "2024-01-31", 5), order("a", "2024-02-01", 7), order("b", "2024-01-01", 9)];
    const { values } = await run(rows, { ...columns, asOf: "2024-01-31" });
    expect(values.setAside).toEqual([{ kind: "after-as-of", rows: 1, amount: 7 }]);
    expect(values.revenue).toBe(14);
    expect(values.period.to).toBe("2024-01-31");
  });

  it("counts different orders when there is an order column, rows otherwise", async () => {
    const rows = [order("a", "2024-01-01", 5, "1"), order("a", "2024-01-01", 5, "1"), order("a", "2024-01-02", 5, "2")];
    const counted = await run(rows, withOrders);
    expect(counted.values.orders).toBe(2);
    expect(counted.assumptions[1]?.en).toContain("number of different orders");
    const plain = await rfm((await load<Order>(rows)).select("customer", "date", "amount"), columns);
    expect(plain.values.orders).toBe(3);
    expect(plain.assumptions[1]?.en).toContain("each row counts as one order");
  });

  it.each([3, 4, 5])("has %i groups, grid cells and edges as asked", async (groups) => {
    const { values } = await run(varied, { ...columns, groups });
    expect(values.grid).toHaveLength(groups * groups);
    expect(values.edges.frequency).toHaveLength(groups - 1);
    expect(values.scoreSizes.recency).toHaveLength(groups);
  });
});

describe("rfm() invariants", () => {
  it.each(["eleven", "eight", "rfm-R"] as const)("adds up over segments, grid and density with %s", async (segments) => {
    const { values } = await run(varied, { ...columns, segments });
    for (const list of [values.segments, values.grid, values.density]) {
      expect(list.reduce((sum, one) => sum + one.customers, 0)).toBe(values.customers);
    }
    expect(values.segments.reduce((sum, one) => sum + one.revenue, 0)).toBeCloseTo(values.revenue, 6);
    expect(values.segments.reduce((sum, one) => sum + one.orders, 0)).toBe(values.orders);
    expect(values.segments.reduce((sum, one) => sum + one.revenueShare.value, 0)).toBeCloseTo(1, 10);
    for (const { customerShare, revenueShare } of values.segments) {
      for (const { value, interval } of [customerShare, revenueShare]) {
        expect(interval[0]).toBeLessThanOrEqual(value);
        expect(interval[1]).toBeGreaterThanOrEqual(value);
      }
    }
  });

  it("does not depend on the order of the rows", async () => {
    const [one, other] = await Promise.all([run(varied), run(varied.toReversed())]);
    expect(JSON.stringify(other.values)).toBe(JSON.stringify(one.values));
    expect(JSON.stringify(other.table.objects())).toBe(JSON.stringify(one.table.objects()));
  });

  it("scales amounts without touching scores, shares or concentration", async () => {
    const [one, other] = await Promise.all([run(varied), run(varied.map((row) => ({ ...row, amount: (row.amount ?? 0) * 1000 })))]);
    expect(other.values.concentration.gini.value).toBeCloseTo(one.values.concentration.gini.value, 12);
    expect(other.table.array("cell")).toEqual(one.table.array("cell"));
    expect(other.values.revenue).toBe(one.values.revenue * 1000);
  });
});

describe("rfm() sets rows aside and counts them", () => {
  const mixed = [
    ...varied,
    order("c01", "2024-02-01", -30),
    order(null, "2024-02-01", 500),
    order(" ", "2024-02-02", 20),
    order("c02", null, 11),
    order("c02", "2024-02-03", null),
    order("c03", "2024-02-03", 0),
  ];

  it("names every kind with its rows and amounts", async () => {
    const { values } = await run(mixed);
    expect(values.setAside).toEqual([
      { kind: "cancelled", rows: 1, amount: -30 },
      { kind: "missing-customer", rows: 2, amount: 520 },
      { kind: "missing-date", rows: 1, amount: 11 },
      { kind: "missing-amount", rows: 1, amount: 0 },
      { kind: "not-positive", rows: 1, amount: 0 },
    ]);
    expect(values.rows.read).toBe(mixed.length);
    expect(values.rows.used + values.setAside.reduce((sum, { rows }) => sum + rows, 0)).toBe(values.rows.read);
  });

  it("takes cancellations off what was spent when asked to", async () => {
    const rows = [...varied, order("c60", "2024-02-20", -600), order("c05", "2024-02-20", -25), order("gone", "2024-02-20", -5)];
    const { values, table } = await run(rows, { ...columns, cancellations: "net" });
    const customers = table.objects() as { customer: string; monetary: number; frequency: number }[];
    expect(customers.find(({ customer }) => customer === "c60")).toMatchObject({ monetary: 3000, frequency: 60 });
    expect(customers.map(({ customer }) => customer)).not.toContain("c05");
    expect(values.setAside).toEqual([{ kind: "cancelled", rows: 7, amount: -5 }]);
    expect(values.rows.used + 7).toBe(values.rows.read);
  });

  it("knows cancelled orders by the C before their id, unless most ids have one", async () => {
    const rows = varied.map((row, index) => ({ ...row, order: `${index}` }));
    const marked = await run([...rows, order("c60", "2024-02-20", 60, "C17")], withOrders);
    expect(marked.values.setAside).toEqual([{ kind: "cancelled", rows: 1, amount: 60 }]);
    const all = await run(
      rows.map((row) => ({ ...row, order: `C${row.order}` })),
      withOrders,
    );
    expect(all.values.setAside).toEqual([]);
    expect(all.values.orders).toBe(1830);
  });

  it("takes quantity times price where there is no amount", async () => {
    const lines = [
      { who: "a", day: "2024-01-01", pieces: 3, each: 2.5 },
      { who: "b", day: "2024-01-05", pieces: -1, each: 4 },
      { who: "b", day: "2024-01-06", pieces: 2, each: 4 },
    ];
    const { values, assumptions } = await rfm(await load(lines), { customer: "who", date: "day", quantity: "pieces", price: "each" });
    expect(values.revenue).toBe(15.5);
    expect(values.setAside).toEqual([{ kind: "cancelled", rows: 1, amount: -4 }]);
    expect(assumptions[2]?.en).toContain("quantity times unit price");
  });
});

describe("rfm() uses one way to an amount", () => {
  const lines = [{ customer: "a", date: "2024-01-01", Quantity: 3, "Unit price": 2, Amount: 5 }];

  it("the amount where it is there, and does not claim the rest", async () => {
    const { values, parameters } = await rfm(await load(lines), { customer: "customer", date: "date" });
    expect(values.revenue).toBe(5);
    expect(parameters).toMatchObject({ amount: "Amount" });
    expect(parameters).not.toHaveProperty("quantity");
  });

  it("quantity times price where the call names both", async () => {
    const { values, parameters } = await rfm(await load(lines), {
      customer: "customer",
      date: "date",
      quantity: "Quantity",
      price: "Unit price",
    });
    expect(values.revenue).toBe(6);
    expect(parameters).not.toHaveProperty("amount");
  });
});
