import { describe, expect, it } from "vitest";
import { codes, comparisonOf, converting, refusal, runTest, valued, type UnitRow } from "../../testing/ab-test-rows.js";

const both = (units: number, conversions: readonly [number, number]): UnitRow[] => [
  ...converting("control", units, conversions[0]),
  ...converting("treatment", units, conversions[1]),
];

describe("abTest() on bad input", () => {
  it("names the one arm when all rows are in one group", async () => {
    const error = await refusal(runTest(converting("treatment", 50, 10)));
    expect([error.code, error.data]).toEqual(["one-arm", { arm: "treatment", rows: 50, column: "arm" }]);
  });

  it("says that there is nothing to tell when nobody converted, and when everybody did", async () => {
    for (const all of [0, 400]) {
      const result = await runTest(both(400, [all, all]));
      const found = comparisonOf(result);
      expect(found.conclusion).toBe("too-few");
      expect(found.reasons).toEqual(["few-conversions"]);
      expect(found.absolute?.value).toBe(0);
      expect(found.absolute?.interval[1]).toBeGreaterThan(0.005);
      expect(result.values.decision.decision).toBe("keep-running");
      expect(codes(result, "blocks")).toContain("too-few");
    }
  });

  it("sees the largest difference there is: everybody against nobody", async () => {
    const found = comparisonOf(await runTest(both(60, [0, 60])));
    expect(found.conclusion).toBe("clear-win");
    expect(found.p).toBeLessThan(1e-20);
    expect(found.absolute?.value).toBe(1);
    expect(found.relative).toBeUndefined();
  });

  it("refuses a metric that no unit has, and tells units without one", async () => {
    const rows = both(100, [20, 30]);
    const error = await refusal(runTest(rows.map((row) => ({ ...row, converted: null }))));
    expect(error.code).toMatch(/metrics-missing|metric-empty/);
    expect(
      (
        await refusal(
          runTest(
            rows.map((row) => ({ ...row, nothing: null })),
            { metrics: ["nothing"] },
          ),
        )
      ).code,
    ).toBe("metric-empty");
    const some = await runTest(rows.map((row, index) => (index % 10 === 0 ? { ...row, converted: null } : row)));
    expect(some.values.metrics[0]?.levels.map(({ units, missing }) => [units, missing])).toEqual([
      [90, 10],
      [90, 10],
    ]);
    expect(codes(some)).toContain("values-missing");
  });

  it("counts a missing value as zero when asked", async () => {
    const rows = both(100, [20, 30]).map((row) => ({ ...row, spent: row["converted"] ? 10 : null }));
    const zero = await runTest(rows, { metrics: ["spent"], missing: "zero" });
    expect(zero.values.metrics[0]?.levels.map(({ value }) => value)).toEqual([2, 3]);
    const without = await runTest(rows, { metrics: ["spent"] });
    expect(without.values.metrics[0]?.levels.map(({ value, missing }) => [value, missing])).toEqual([
      [10, 80],
      [10, 70],
    ]);
  });

  it("blocks when values are missing in one arm more than in the other", async () => {
    const rows = both(300, [100, 100]).map((row, index) =>
      row.arm === "treatment" && index % 3 === 0 ? { ...row, converted: null } : row,
    );
    expect(codes(await runTest(rows), "blocks")).toContain("missing-uneven");
  });

  it("says what cannot be told of an arm whose units all lack the metric", async () => {
    const rows = [...both(100, [20, 30]), ...Array.from({ length: 100 }, () => ({ arm: "third", converted: null }))];
    const result = await runTest(rows);
    expect(result.values.arms.map(({ arm }) => arm)).toEqual(["control", "third", "treatment"]);
    const third = comparisonOf(result, 0, 0);
    expect([third.conclusion, third.p, third.absolute, third.levels]).toEqual(["too-few", undefined, undefined, { control: 0.2 }]);
    expect(comparisonOf(result, 0, 1).p).toBeDefined();
  });

  it("names the nearest arm when the control is not in the table, and all arms when none is known", async () => {
    const error = await refusal(runTest(both(50, [10, 20]), { control: "contol" }));
    expect([error.code, error.data["nearest"]]).toEqual(["control-missing", "control"]);
    const unknown = await refusal(runTest([...converting("red", 50, 10), ...converting("blue", 50, 12)]));
    expect([unknown.code, unknown.data["arms"]]).toEqual(["control-unknown", ["blue", "red"]]);
  });

  it("finds the control in English and Chinese, in numbers and in booleans", async () => {
    for (const [control, other] of [
      ["A", "B"],
      ["对照组", "实验组"],
      ["Control (old page)", "New page"],
      ["baseline", "redesign"],
      ["A (control)", "B"],
      ["variant_a", "variant_b"],
      ["Old checkout", "New checkout"],
      ["A组", "B组"],
      ["Variant 0", "Variant 1"],
      [0, 1],
      [false, true],
    ]) {
      const result = await runTest([...converting(other, 50, 20), ...converting(control, 50, 10)]);
      expect(result.values.control).toBe(String(control));
      expect(comparisonOf(result).absolute?.value).toBeCloseTo(0.2, 12);
    }
  });

  it("takes arms that differ in case or spaces only for one, and says so", async () => {
    const rows = [
      ...converting("Control", 50, 10),
      ...converting("control ", 20, 4),
      ...converting("TREATMENT", 5, 2),
      ...converting("treatment", 60, 20),
    ];
    const result = await runTest(rows);
    expect(result.values.arms.map(({ arm, units }) => [arm, units])).toEqual([
      ["Control", 70],
      ["treatment", 65],
    ]);
    expect(codes(result)).toContain("arms-merged");
  });

  it("sets rows without an arm aside and counts them", async () => {
    const rows = [...both(100, [20, 30]), ...converting(null, 5, 2), ...converting("  ", 3, 1)];
    const { values, warnings } = await runTest(rows);
    expect([values.rows, values.setAside]).toEqual([{ read: 208, used: 200 }, [{ kind: "missing-variant", rows: 8 }]]);
    expect(codes({ warnings })).toContain("rows-not-used");
    expect((await refusal(runTest(converting(null, 5, 2), { metrics: ["converted"] }))).code).toMatch(/no-usable-rows|column/);
  });

  it("says which columns hold too many values to be arms", async () => {
    const rows = Array.from({ length: 400 }, (_, index) => ({ arm: `id ${index}`, converted: index % 2 === 0 }));
    expect((await refusal(runTest(rows))).code).toBe("too-many-arms");
  });

  it("answers a constant metric without a p-value", async () => {
    const result = await runTest([...valued("A", Array<number>(60).fill(7)), ...valued("B", Array<number>(60).fill(7))], {
      metrics: ["value"],
    });
    const found = comparisonOf(result);
    expect([found.conclusion, found.reasons, found.p, found.absolute]).toEqual(["too-few", ["no-variation"], undefined, undefined]);
    expect(codes(result, "blocks")).toContain("no-variation");
  });

  it("refuses negative values and fractions as a proportion, and takes them as a mean otherwise", async () => {
    const rows = [...valued("A", [0, 1, -1, 1]), ...valued("B", [0, 1, 1, 0.5])];
    const error = await refusal(runTest(rows, { metrics: [{ column: "value", type: "proportion" }] }));
    expect([error.code, error.data["low"], error.data["high"]]).toEqual(["not-a-proportion", -1, 1]);
    expect((await runTest(rows, { metrics: ["value"] })).values.metrics[0]?.type).toBe("mean");
  });

  it("reads yes and no in words, and asks where two words say neither", async () => {
    const words = (yes: string, no: string) =>
      both(60, [20, 30]).map(({ arm, converted }) => ({ arm, bought: converted === true ? yes : no }));
    for (const [yes, no] of [
      ["yes", "no"],
      ["是", "否"],
      ["Converted", "left"],
      ["已下单", "未下单"],
    ] as const) {
      const result = await runTest(words(yes, no), { metrics: ["bought"] });
      expect(result.values.metrics[0]?.levels.map(({ conversions }) => conversions)).toEqual([20, 30]);
    }
    const error = await refusal(runTest(words("red", "blue"), { metrics: ["bought"] }));
    expect([error.code, error.data["found"]]).toEqual(["success-unknown", ["blue", "red"]]);
    const told = await runTest(words("red", "blue"), { metrics: [{ column: "bought", success: "red" }] });
    expect(told.values.metrics[0]?.levels.map(({ conversions }) => conversions)).toEqual([20, 30]);
  });

  it("names the nearest column for a metric, a segment, strata and a covariate that are misspelt", async () => {
    const rows = both(50, [10, 20]).map((row, index) => ({ ...row, country: `c${index % 2}` }));
    for (const options of [{ metrics: ["convertd"] }, { metrics: [{ column: "convertd" }] }, { guardrails: ["convertd"] }]) {
      expect((await refusal(runTest(rows, options))).message).toContain('"converted"');
    }
    for (const option of ["segment", "strata", "covariate"]) {
      expect((await refusal(runTest(rows, { [option]: "countri" }))).message).toContain('"country"');
    }
  });

  it("asks for a metric where no column looks like one", async () => {
    const rows = both(10, [2, 3]).map(({ arm, converted }) => ({ arm, happy: converted === true }));
    const error = await refusal(runTest(rows));
    expect([error.code, error.data["nearest"]]).toEqual(["metrics-missing", "happy"]);
  });

  it("keeps numbers that would cancel apart: a billion more on every value changes no difference", async () => {
    const around = (arm: string, level: number, more: number) =>
      valued(
        arm,
        Array.from({ length: 2000 }, (_, index) => level + (index % 3) - 1 + (index % 2) * more),
      );
    const [small, large] = await Promise.all(
      [0, 1e9].map(async (level) =>
        comparisonOf(await runTest([...around("A", level, 0), ...around("B", level, 1)], { metrics: ["value"] })),
      ),
    );
    expect(large?.absolute?.value).toBeCloseTo(small?.absolute?.value ?? Number.NaN, 6);
    expect(large?.absolute?.standardError).toBeCloseTo(small?.absolute?.standardError ?? Number.NaN, 8);
  });

  it("takes values that are no numbers or too large to square for missing", async () => {
    const rows = [...valued("A", [1, 2, 3, Number.NaN]), ...valued("B", [2, 3, 4, Number.POSITIVE_INFINITY, 1e200])];
    const { values } = await runTest(rows, { metrics: ["value"] });
    expect(values.metrics[0]?.levels.map(({ units, missing, value }) => [units, missing, value])).toEqual([
      [3, 1, 2],
      [3, 2, 3],
    ]);
  });

  it("shows ten thousand segments as the largest and the rest", async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      arm: index % 2 ? "A" : "B",
      converted: index % 5 === 0,
      city: `city ${index >> 1}`,
    }));
    const result = await runTest(rows, { segment: "city" });
    const { segments } = result.values;
    expect([segments?.found, segments?.shown, segments?.effects.length]).toEqual([10_000, 20, 21]);
    const units = segments?.effects.reduce((sum, one) => sum + one.units.arm + one.units.control, 0);
    expect(units).toBe(20_000);
    expect(codes(result)).toContain("many-segments");
  });

  it("counts rows that repeat others", async () => {
    const rows = both(100, [20, 30]).map((row, index) => ({ ...row, id: `u${index}` }));
    expect(codes(await runTest([...rows, ...rows.slice(0, 7)], { customer: "id" }))).toContain("repeated-rows");
  });

  it("survives hostile names of arms, segments and columns", async () => {
    const evil = `x'; DROP TABLE "a" -- <script>`;
    const rows = [...both(60, [20, 30])].map(({ arm, converted }, index) => ({
      arm: arm === "control" ? "control" : evil,
      [evil]: converted,
      "a.b": index % 2 ? evil : '"',
    }));
    const result = await runTest(rows, { metrics: [evil], segment: "a.b" });
    expect(comparisonOf(result).arm).toBe(evil);
    expect(result.values.segments?.effects.map(({ segment }) => segment).toSorted()).toEqual(['"', evil]);
  });

  it("notes a date far from the others, and rows before the start", async () => {
    const dated = both(100, [20, 30]).map((row, index) => ({ ...row, seen: new Date(Date.UTC(2024, 2, 1 + (index % 10))) }));
    const far = [...dated, { arm: "control", converted: false, seen: new Date("2099-01-01") }];
    expect(codes(await runTest(far))).toContain("date-gap");
    const { values } = await runTest(far, { plannedStart: "2024-03-03", asOf: "2024-04-01" });
    expect(values.setAside).toEqual([
      { kind: "before-start", rows: 40 },
      { kind: "after-as-of", rows: 1 },
    ]);
    expect([values.period, values.rows]).toEqual([
      { from: "2024-03-03", to: "2024-03-10" },
      { read: 201, used: 160 },
    ]);
  });
});
