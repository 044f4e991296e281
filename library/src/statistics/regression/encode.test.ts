import { describe, expect, it } from "vitest";
import { linearPredictor } from "./design.js";
import { encode, encodeOthers } from "./encode.js";
import { numberFeature, takeRows, type CategoryFeature, type Feature } from "./feature.js";
import { fitModel } from "./logistic-model.js";

const rows = 300;
const index = Array.from({ length: rows }, (_, row) => row);
const income = numberFeature(
  "income",
  Float64Array.from(index, (row) => (row % 10 === 0 ? Number.NaN : 100 + (row % 7))),
);
/** 150 of the first, 100 of the second, 45 of the third level, and five of the fourth. */
const plan: CategoryFeature = {
  kind: "category",
  name: "plan",
  codes: Uint8Array.from(index, (row) => (row < 150 ? 1 : row < 250 ? 2 : row < 295 ? 3 : 4)),
  levels: ["basic", "plus", "pro", "odd"],
};

describe("encode()", () => {
  it("scales by mean and standard deviation, fills with the median, and says what was not known", () => {
    const { design, columns } = encode([income]);
    const known = [...income.values].filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1));
    expect(design.dense[0]?.center).toBeCloseTo(mean, 10);
    expect(1 / (design.dense[0]?.scale ?? 0)).toBeCloseTo(deviation, 10);
    expect(design.dense[0]?.fill).toBeCloseTo((known.sort((a, b) => a - b)[known.length / 2] ?? 0) - mean, 0);
    expect(columns).toEqual([
      undefined,
      { feature: 0, kind: "number", unit: expect.closeTo(deviation, 10) as number, rows: 270 },
      { feature: 0, kind: "missing", code: 0, unit: 1, rows: 30 },
    ]);
  });

  it("takes a value that lies absurdly far out for one that lies far out", () => {
    const spiked = numberFeature(
      "spend",
      Float64Array.from(index, (row) => (row === 7 ? 1e9 : 50 + (row % 9))),
    );
    const { design } = encode([spiked]);
    expect(linearPredictor(design, Float64Array.of(0, 1))[7]).toBe(8);
    const others = encodeOthers(encode([income]), [numberFeature("income", Float64Array.of(1e9, -1e9, 103))]);
    const [high, low, usual] = linearPredictor(others, Float64Array.of(0, 1));
    expect([high, low]).toEqual([8, -8]);
    expect(Math.abs(usual as number)).toBeLessThan(1);
  });

  it("compares with the most frequent level; too few rare rows belong to it", () => {
    const { columns, pooled, design } = encode([plan]);
    expect(columns.slice(1).map((column) => [column?.code, column?.reference, column?.rows])).toEqual([
      [2, 1, 100],
      [3, 1, 45],
    ]);
    expect(pooled.get(0)).toBe(1);
    expect([...(design.factors[0]?.columnOf ?? [])]).toEqual([-1, -1, 1, 2, -1, -1]);
  });

  it("pools rare levels once they are enough together, and puts levels that were never seen with them", () => {
    const many: CategoryFeature = {
      kind: "category",
      name: "city",
      codes: Uint8Array.from(index, (row) => (row < 200 ? 1 : 2 + (row % 10))),
      levels: Array.from({ length: 11 }, (_, level) => `c${level}`),
    };
    const { columns, design } = encode([many]);
    expect(columns.slice(1)).toMatchObject([{ kind: "level", rows: 100 }]);
    expect(columns[1]).not.toHaveProperty("code");
    const unseen = encodeOthers(encode([many]), [{ ...many, codes: Uint8Array.of(1, 5, 12, 0) }]);
    expect([...linearPredictor(unseen, Float64Array.of(1, 10))]).toEqual([1, 11, 11, 11]);
    expect(design.width).toBe(2);
  });

  it("has at most 31 columns for a category of ten thousand levels", () => {
    const big = 30_000;
    const codes = Uint16Array.from({ length: big }, (_, row) => 1 + Math.floor(Math.sqrt(row * 3333)));
    const levels = Array.from({ length: 10_000 }, (_, level) => String(level));
    expect(encode([{ kind: "category", name: "sku", codes, levels }]).design.width).toBeLessThanOrEqual(32);
  });

  it("learns its choices from the training rows alone", () => {
    const include = Uint8Array.from(index, (row) => Number(row < 150));
    const apart = encode([takeRows(income, Uint32Array.from(index.slice(0, 150)))]);
    expect(encode([income], { include }).design.dense[0]).toMatchObject({
      center: apart.design.dense[0]?.center,
      scale: apart.design.dense[0]?.scale,
      fill: apart.design.dense[0]?.fill,
    });
    expect(encode([plan], { include }).columns).toEqual([undefined]);
  });

  it("has no column for what is constant or never known", () => {
    const nothing: Feature[] = [
      numberFeature("flat", new Float64Array(rows).fill(2)),
      numberFeature("empty", new Float64Array(rows).fill(Number.NaN)),
    ];
    expect(encode(nothing).columns).toEqual([undefined]);
  });
});

describe("fitModel()", () => {
  const outcome = Uint8Array.from(index, (row) => Number((row * 7919) % 101 < 30));

  it("needs no penalty where the data need none", () => {
    expect(fitModel({ features: [income, plan], outcome }, { ridge: undefined })).toMatchObject({ ridge: 0, troubled: [] });
  });

  it("takes a penalty for a level whose outcome is always the same, and names it", () => {
    const pure = outcome.map((one, row) => (plan.codes[row] === 2 ? 0 : one));
    const model = fitModel({ features: [plan], outcome: pure }, { ridge: undefined });
    expect(model).toMatchObject({ ridge: 1, because: "separation", troubled: [1] });
    expect(model.fit.hasConverged).toBe(true);
  });

  it("takes a penalty where events are few, and the one that is asked for", () => {
    const few = outcome.map((one, row) => (row < 60 ? one : 0));
    expect(fitModel({ features: [income, plan], outcome: few }, { ridge: undefined })).toMatchObject({ ridge: 1, because: "few-events" });
    expect(fitModel({ features: [income, plan], outcome }, { ridge: 3 })).toMatchObject({ ridge: 3, because: "asked" });
  });

  it("takes a penalty where columns nearly say the same, unless none is asked for", () => {
    const near = numberFeature(
      "near",
      income.values.map((value, row) => value + (row % 3) / 100),
    );
    const model = fitModel({ features: [income, near], outcome }, { ridge: undefined });
    expect(model).toMatchObject({ ridge: 1, because: "collinearity" });
    expect(model.troubled.length).toBeGreaterThan(1);
    expect(fitModel({ features: [income, near], outcome }, { ridge: 0 }).ridge).toBe(0);
  });
});
