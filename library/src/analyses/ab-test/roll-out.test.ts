import { describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { displaySymbol, type MimeBundle } from "../../display.js";
import { abTest } from "./ab-test.js";
import { armSizes } from "./arm-sizes.js";
import { plainAnswer } from "./plain-answer.js";
import { planFrom } from "./plan-from.js";
import { rollOut } from "./roll-out.js";
import { worth } from "./worth.js";

interface Made {
  readonly rates: readonly [number, number];
  readonly units?: number;
  readonly extra?: readonly Record<string, unknown>[];
}

/** One row per visitor: every `1 / rate`-th of an arm converts; two browsers and ten days take turns. */
const rowsOf = ({ rates, units = 2000, extra = [] }: Made): Record<string, unknown>[] => [
  ...rates.flatMap((rate, arm) =>
    Array.from({ length: units }, (_, index) => ({
      visitor: `${arm}-${index}`,
      variant: arm === 0 ? (index % 5 === 0 ? " control" : "Control") : "Treatment",
      date: new Date(Date.UTC(2025, 0, 1 + (index % 10))),
      browser: index % 3 === 0 ? "Safari" : "Chrome",
      converted: Math.floor((index + 1) * rate) > Math.floor(index * rate),
    })),
  ),
  ...extra,
];
const examine = async (made: Made, options: Record<string, unknown> = {}) => {
  const data = await load(rowsOf(made));
  return {
    data,
    result: await abTest(data, { customer: "visitor", variant: "variant", date: "date", metrics: ["converted"], ...options }),
  };
};
const shown = async (object: { [displaySymbol](): MimeBundle | Promise<MimeBundle> }): Promise<string> =>
  String((await object[displaySymbol]())["text/plain"]);

describe("rollOut()", () => {
  it("gives the winner to those who saw the control, whatever its spelling, but for a random hold-out", async () => {
    const { data, result } = await examine({ rates: [0.1, 0.15] });
    const actions = await rollOut(data, result, { holdOut: 0.2, seed: 3 });
    expect(actions.segments).toMatchObject([{ segment: "Control", treatment: 1600, holdOut: 400 }]);
    expect(actions.customers.every(({ customer }) => customer.startsWith("0-"))).toBe(true);
    expect(await rollOut(data, result, { holdOut: 0.2, seed: 3 })).toMatchObject({ customers: actions.customers });
    expect((await rollOut(data, result, { holdOut: 0.2, seed: 4 })).customers).not.toEqual(actions.customers);
    expect(Object.keys((await rollOut(data, result, { language: "zh-CN" })).rows[0] ?? {})).toContain("客户");
  });

  it("takes those who were harmed back to the control, without a hold-out", async () => {
    const { data, result } = await examine({ rates: [0.15, 0.1] });
    expect((await rollOut(data, result)).segments).toMatchObject([{ segment: "Treatment", treatment: 2000, holdOut: 0 }]);
  });

  it("moves nobody when the arms do not have their sizes, and lists who was in both", async () => {
    const extra = Array.from({ length: 60 }, (_, index) => ({ ...rowsOf({ rates: [0.1, 0.1], units: 60 })[index], variant: "Treatment" }));
    const { data, result } = await examine({ rates: [0.1, 0.15], extra });
    const actions = await rollOut(data, result);
    expect(result.values.decision.decision).toBe("fix-the-test");
    expect(actions.segments).toMatchObject([{ segment: "several-arms", treatment: 60, holdOut: 0 }]);
    expect(await shown(actions)).toContain("Seen in more than one arm (60)");
  });

  it("has nobody to list without a column of units", async () => {
    const data = await load(rowsOf({ rates: [0.1, 0.15] }).map(({ variant, converted }) => ({ variant, converted })));
    const result = await abTest(data, { variant: "variant", metrics: ["converted"] });
    const actions = await rollOut(data, result);
    expect(actions.customers).toEqual([]);
    expect(await shown(actions)).toMatch(/No action/);
  });

  it.each([{ holdOut: 0.6 }, { seed: -1 }])("refuses %j", async (options) => {
    const { data, result } = await examine({ rates: [0.1, 0.15] });
    await expect(rollOut(data, result, options)).rejects.toThrow(RangeError);
  });
});

describe("armSizes()", () => {
  it("finds the value that went missing before all others, and leaves the metric, the unit and the arm out", async () => {
    const { data, result } = await examine({ rates: [0.1, 0.1] });
    const even = await armSizes(data, result);
    expect(even.columns).toEqual(["browser", "date"]);
    expect(even.rows.every(({ p }) => p === 1)).toBe(true);
    const lost = await load(
      rowsOf({ rates: [0.1, 0.1] }).filter(
        ({ variant, browser }, index) => variant !== "Treatment" || browser !== "Safari" || index % 4 === 0,
      ),
    );
    const broken = await abTest(lost, { customer: "visitor", variant: "variant", date: "date", metrics: ["converted"] });
    const [first] = (await armSizes(lost, broken)).rows;
    expect(first).toMatchObject({ column: "browser", value: "Safari", expectedShare: 0.5 });
    expect(first?.p).toBeLessThan(1e-20);
    expect(await shown(await armSizes(lost, broken, { language: "zh-CN" }))).toContain("各组是否同质");
  });

  it("says so where there is no column of groups", async () => {
    const data = await load(rowsOf({ rates: [0.1, 0.15] }).map(({ variant, converted }) => ({ variant, converted })));
    const sizes = await armSizes(data, await abTest(data, { variant: "variant", metrics: ["converted"] }));
    expect(sizes.rows).toEqual([]);
    expect(await shown(sizes)).toMatch(/no column of groups/);
  });
});

describe("worth()", () => {
  it("carries the difference over to thirty days, and to money", async () => {
    const { result } = await examine({ rates: [0.1, 0.15] });
    const [row] = worth(result, { valuePerConversion: 20 }).rows;
    const { value, interval } = result.values.metrics[0]?.comparisons[0]?.absolute ?? { value: NaN, interval: [NaN, NaN] };
    const monthly = (4000 / 10) * 30;
    expect(row?.perMonth).toBeCloseTo(value * monthly, 8);
    expect(row?.interval[0]).toBeCloseTo(interval[0] * monthly, 8);
    expect(row?.money?.perMonth).toBeCloseTo(value * monthly * 20, 6);
    expect(await shown(worth(result, { valuePerConversion: 20 }))).toMatch(/money per month/);
    expect(await shown(worth(result))).not.toMatch(/money/);
  });

  it("says nothing of a broken test or one without dates", async () => {
    const broken = await examine({ rates: [0.1, 0.15] }, { ratio: [9, 1] });
    expect(worth(broken.result).rows).toEqual([]);
    expect(await shown(worth(broken.result, { language: "zh-CN" }))).toMatch(/无法判断/);
  });
});

describe("planFrom()", () => {
  it("plans with the test's own baseline and size", async () => {
    const { result } = await examine({ rates: [0.1, 0.15] });
    expect(planFrom(result)).toEqual({
      metric: "proportion",
      baseline: 0.1,
      units: 4000,
      arms: 2,
      confidence: 0.95,
      sides: "two",
      sequential: "none",
      direction: "increase",
      weeklyUnits: 2800,
    });
  });

  it.each([
    ["nobody converted in the control", { rates: [0, 0.15] as const }],
    ["everybody converted", { rates: [1, 1] as const }],
    ["the arms are tiny", { rates: [0.5, 0.5] as const, units: 20 }],
  ])("plans nothing where %s", async (_, made) => {
    const { result } = await examine(made);
    expect(planFrom(result)).toBeUndefined();
  });
});

describe("plainAnswer()", () => {
  it("shows level, lift and p per arm, also of a broken test, and shows nothing unreadable", async () => {
    const { result } = await examine({ rates: [0.1, 0.15] }, { ratio: [9, 1] });
    const answer = plainAnswer(result);
    expect(answer.rows).toMatchObject([
      { arm: "Control", units: 2000, value: 0.1, lift: undefined },
      { arm: "Treatment", units: 2000, value: 0.15 },
    ]);
    expect(answer.rows[1]?.lift).toBeCloseTo(0.5, 10);
    for (const language of ["en", "zh-CN"] as const)
      expect(await shown(plainAnswer(result, { language }))).not.toMatch(/NaN|undefined|null/);
  });
});
