import { describe, expect, it } from "vitest";
import type { DataError } from "../data-error.js";
import { archetypeCounts, archetypes } from "./orders/archetypes.js";
import { orderWords, prices } from "./orders/words.js";
import { sample, sampleNames } from "./samples.js";

const refusal = (specification: string): DataError => {
  try {
    sample(specification, "en");
  } catch (error) {
    return error as DataError;
  }
  throw new Error("Nothing was refused.");
};

describe("sample()", () => {
  it("gives the same rows for the same specification and others for another seed", () => {
    expect(sample("orders?seed=3", "en")).toEqual(sample("sample:orders?seed=3", "en"));
    expect(sample("orders?seed=3", "en").rows).not.toEqual(sample("orders?seed=4", "en").rows);
  });

  it("is the same on every machine: the first row of seed 7 is known", () => {
    expect(sample("orders", "en").rows[0]).toMatchInlineSnapshot(`
      {
        "Amount": 24.9,
        "Channel": "App",
        "Customer ID": null,
        "Order ID": "700001",
        "Order date": 2023-01-04T21:31:00.000Z,
        "Product": "Hand grinder, small",
        "Quantity": 1,
        "Unit price": 24.9,
      }
    `);
  });

  it("fills the specification in, so that the name says what to load again", () => {
    expect(sample("orders", "zh-CN").name).toBe("sample:orders?seed=7&customers=800&language=zh-CN");
    expect(sample("orders?customers=60&seed=1&language=en", "zh-CN").name).toBe("sample:orders?seed=1&customers=60&language=en");
  });

  it("names an unknown sample and lists all of them", () => {
    const error = refusal("order?seed=7");
    expect(error.code).toBe("sample-unknown");
    expect(error.text.en).toMatch(/^Cannot make a sample: there is none called "order", .+ is needed\. Try "sample:orders"\.$/);
    expect(error.text["zh-CN"]).toMatch(/^无法生成示例数据\uff1a.+“order”.+。请.+。$/);
    for (const name of sampleNames) expect(error.text.en).toContain(name);
  });

  it.each(["seed=-1", "seed=1.5", "seed=x", "seed=4294967296", "customers=49", "customers=1e3", "language=fr", "sed=7", "seed="])(
    "refuses the setting %s with what is needed",
    (setting) => {
      const error = refusal(`orders?${setting}`);
      expect(error.code).toBe("sample-setting-invalid");
      expect(error.text.en).toMatch(/^Cannot make the sample "orders": .+ is needed\. Try "sample:orders\?.+"\.$/);
      expect(error.text["zh-CN"]).toMatch(/^无法生成示例“orders”\uff1a.+\uff0c需要的是.+。请改用.+。$/);
    },
  );
});

describe.each(["en", "zh-CN"] as const)("orders in %s", (language) => {
  const { rows, truth } = sample("orders?seed=11", language);
  const { columns } = orderWords[language];
  const isCancelled = (row: Readonly<Record<string, unknown>>) => String(row[columns.order]).startsWith("C");

  it("has the columns of an export in that language, every one filled but for guests", () => {
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(Object.values(columns));
      for (const [name, value] of Object.entries(row)) if (name !== columns.customer) expect(value).toBeDefined();
    }
  });

  it("has the quirks that the truth counts", () => {
    expect(rows.filter(isCancelled)).toHaveLength(truth.cancelledRows);
    expect(rows.filter((row) => !isCancelled(row) && row[columns.customer] === null)).toHaveLength(truth.rowsWithoutCustomer);
    expect(truth.cancelledRows).toBeGreaterThan(20);
    expect(truth.rowsWithoutCustomer).toBeGreaterThan(20);
    for (const row of rows.filter(isCancelled)) expect(row[columns.amount]).toBeLessThan(0);
    const amounts = rows.map((row) => Number(row[columns.amount])).sort((one, other) => other - one);
    expect(amounts[0]).toBe(truth.outlier.amount);
    expect(truth.outlier.amount).toBeGreaterThan(4 * (amounts[1] as number));
  });

  it("adds up to the revenue and shares of the truth", () => {
    const sales = rows.filter((row) => !isCancelled(row) && row[columns.customer] !== null);
    expect(sales.reduce((sum, row) => sum + Number(row[columns.amount]), 0)).toBeCloseTo(truth.revenue, 4);
    expect(Object.values(truth.revenueShare).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(Object.values(truth.customers).reduce((sum, count) => sum + count, 0)).toBe(800);
    expect(truth.revenueShare.champions).toBeGreaterThan(0.4);
  });
});

describe("both languages", () => {
  it("hold the same orders under other names", () => {
    const english = sample("orders?seed=5", "en");
    const chinese = sample("orders?seed=5", "zh-CN");
    expect(chinese.truth).toEqual(english.truth);
    const pick = (rows: typeof english.rows, words: (typeof orderWords)["en"]) =>
      rows.map((row) => [row[words.columns.order], row[words.columns.amount], row[words.columns.date]]);
    expect(pick(chinese.rows, orderWords["zh-CN"])).toEqual(pick(english.rows, orderWords.en));
    for (const { products, channels } of Object.values(orderWords)) {
      expect(products).toHaveLength(prices.length);
      expect(channels).toHaveLength(3);
    }
  });
});

describe("archetypeCounts()", () => {
  it.each([50, 333, 800, 12_345])("adds up to %i customers", (customers) => {
    expect(archetypeCounts(customers).reduce((sum, count) => sum + count, 0)).toBe(customers);
    expect(archetypes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});
