import { describe, expect, it } from "vitest";
import { codes, comparisonOf, converting, refusal, runTest, valued, type UnitRow } from "../../testing/ab-test-rows.js";

const day = (number: number) => new Date(Date.UTC(2024, 2, number, 9));

/** Units who entered on the days from 1 to `days` in turn. */
const dated = (rows: readonly UnitRow[], days: number): UnitRow[] => rows.map((row, index) => ({ ...row, seen: day(1 + (index % days)) }));

const win: readonly UnitRow[] = [...converting("control", 1000, 200), ...converting("treatment", 1000, 300)];

describe("abTest() and trust", () => {
  it("blocks every conclusion when the arms are not as large as designed", async () => {
    const result = await runTest([...converting("control", 1000, 200), ...converting("treatment", 1200, 400)]);
    const { sampleRatio, decision } = result.values;
    expect(sampleRatio.p).toBeCloseTo(0.000020079, 9);
    expect(sampleRatio).toMatchObject({ verdict: "blocks", units: 2200, degrees: 1, design: "equal" });
    expect(sampleRatio.w).toBeCloseTo(Math.sqrt(sampleRatio.statistic / 2200), 9);
    expect(comparisonOf(result)).toMatchObject({ conclusion: "blocked", reasons: ["sample-ratio-mismatch", "clear"] });
    expect(decision).toMatchObject({ decision: "fix-the-test", reasons: ["sample-ratio-mismatch"] });
    expect(codes(result, "blocks")).toEqual(["sample-ratio-mismatch"]);
  });

  it("measures the sizes against the designed ratio, control first", async () => {
    const rows = [...converting("A", 310, 60), ...converting("B", 98, 20)];
    expect((await runTest(rows, { ratio: [75, 25] })).values.sampleRatio).toMatchObject({ verdict: "fits", design: "given" });
    expect((await runTest(rows, { ratio: [75, 25] })).values.sampleRatio.p).toBeCloseTo(0.647434186, 9);
    expect((await runTest(rows, { ratio: [1, 1] })).values.sampleRatio.verdict).toBe("blocks");
    expect((await refusal(runTest(rows, { ratio: [1, 1, 1] }))).code).toBe("ratio-mismatch");
  });

  it("warns without blocking where a mismatch is doubtful", async () => {
    const result = await runTest([...converting("A", 1000, 200), ...converting("B", 1130, 300)]);
    expect(result.values.sampleRatio.verdict).toBe("warns");
    expect(codes(result, "note")).toContain("sample-ratio-mismatch");
    expect(comparisonOf(result).conclusion).toBe("clear-win");
  });

  it("puts the rows of a unit together before it counts: visits are not visitors", async () => {
    const units = win.map((row, index) => ({ id: `u${index}`, arm: row.arm, bought: row["converted"] === true ? 1 : 0, spent: index % 7 }));
    const visits = units.flatMap((unit, index) =>
      Array.from({ length: 1 + (index % 4) }, (_, visit) => ({
        ...unit,
        bought: visit === 0 ? unit.bought : 0,
        spent: visit === 0 ? unit.spent : 0,
      })),
    );
    const options = { customer: "id", metrics: ["bought", "spent"] };
    const [one, other] = [await runTest(units, options), await runTest(visits, options)];
    expect([one.values.source, other.values.source]).toEqual(["units", "events"]);
    expect(other.values.metrics).toEqual(one.values.metrics);
    expect(other.values.arms.map(({ units: own, rows }) => [own, rows > own])).toEqual([
      [1000, true],
      [1000, true],
    ]);
  });

  it("adds up, averages or takes the largest of a unit's rows as it is told", async () => {
    const rows = Array.from({ length: 80 }, (_, unit) =>
      [2, 6].map((value) => ({ arm: unit % 2 ? "A" : "B", id: unit, value: value + (unit % 3) })),
    ).flat();
    const level = async (aggregate?: string) =>
      (await runTest(rows, { customer: "id", metrics: [{ column: "value", ...(aggregate ? { aggregate } : {}) }] })).values.metrics[0]
        ?.levels[0]?.sum;
    const thirds = Array.from({ length: 80 }, (_, unit) => (unit % 2 ? unit % 3 : 0)).reduce((sum, value) => sum + value, 0);
    expect([await level(), await level("mean"), await level("max"), await level("min")]).toEqual([
      40 * 8 + 2 * thirds,
      40 * 4 + thirds,
      40 * 6 + thirds,
      40 * 2 + thirds,
    ]);
  });

  it("sets units seen in two arms aside, warns, and blocks where they are many", async () => {
    const rows = win.map((row, index) => ({ ...row, id: `u${index}` }));
    const crossing = (count: number) => rows.slice(0, count).map((row) => ({ ...row, arm: "treatment" }));
    const few = await runTest([...rows, ...crossing(10)], { customer: "id" });
    expect(few.values.crossed).toMatchObject({ units: 10, rows: 20, verdict: "warns" });
    expect(few.values.setAside).toEqual([{ kind: "several-arms", rows: 20 }]);
    expect(few.values.rows).toEqual({ read: 2010, used: 1990 });
    expect(few.values.arms.map(({ units }) => units)).toEqual([990, 1000]);
    const many = await runTest([...rows, ...crossing(100)], { customer: "id" });
    expect(many.values.crossed.verdict).toBe("blocks");
    expect(many.values.decision.decision).toBe("fix-the-test");
    expect(codes(many, "blocks")).toContain("units-in-several-arms");
  });

  it("does not take another spelling of the same arm for a second arm", async () => {
    const rows = win.map((row, index) => ({ ...row, id: `u${index}` }));
    const again = rows.slice(0, 50).map((row) => ({ ...row, arm: " Control" }));
    expect((await runTest([...rows, ...again], { customer: "id" })).values.crossed.units).toBe(0);
  });

  it("says that a test of fixed length was looked at early, and does not ship it", async () => {
    const early = await runTest(win, { plannedUnits: 4000 });
    expect(early.values.plan).toMatchObject({ state: "not-reached", isPeeked: true, unitsShare: 0.5 });
    expect(early.values.decision).toMatchObject({ decision: "keep-running", reasons: ["before-planned-end", "primary-win"] });
    expect(codes(early, "blocks")).toContain("peeking");
    expect((await runTest(win, { plannedUnits: 2000 })).values.decision.decision).toBe("ship");
    expect(codes(await runTest(win, { plannedEnd: "2024-03-20" }))).toContain("plan-without-dates");
    const byDate = dated(win, 10);
    expect((await runTest(byDate, { plannedEnd: "2024-03-20" })).values.plan.state).toBe("not-reached");
    expect((await runTest(byDate, { plannedEnd: "2024-03-10" })).values.plan.state).toBe("reached");
  });

  it("tells the chance of a false alarm with several looks", async () => {
    const result = await runTest(win, { looks: 5 });
    expect(result.values.plan.falseAlarmRate).toBeCloseTo(0.1417, 3);
    expect(codes(result)).toContain("peeking");
    expect(codes(await runTest(win, { looks: 5, sequential: "confidence-sequence" }))).not.toContain("peeking");
  });

  it("demands more of early looks in a group-sequential test", async () => {
    const look = async (looks: number) => await runTest(win, { sequential: "group-sequential", plannedLooks: 5, looks });
    expect((await look(1)).values.plan.bound).toBeCloseTo(4.8769, 3);
    expect((await look(5)).values.plan.bound).toBeCloseTo(2.031, 3);
    const borderline = [...converting("A", 1000, 200), ...converting("B", 1000, 245)];
    const conclusion = async (looks: number) =>
      comparisonOf(await runTest(borderline, { sequential: "group-sequential", plannedLooks: 5, looks })).conclusion;
    expect([await conclusion(1), await conclusion(5)]).toEqual(["no-clear-difference", "clear-win"]);
  });

  it("warns when several comparisons are not adjusted", async () => {
    const rows = win.map((row, index) => ({ ...row, opened: index % 3 === 0 }));
    const options = { metrics: ["converted", "opened"] };
    expect(codes(await runTest(rows, { ...options, correction: "none" }))).toContain("comparisons-uncorrected");
    expect(codes(await runTest(rows, options))).not.toContain("comparisons-uncorrected");
  });

  it("says when one unit decides", async () => {
    const flat = (arm: string, more: number) =>
      valued(
        arm,
        Array.from({ length: 200 }, (_, index) => 10 + more + (index % 5)),
      );
    const result = await runTest([...flat("control", 0), ...flat("treatment", 0.3), { arm: "control", value: 900 }], {
      metrics: ["value"],
    });
    expect(comparisonOf(result).outlier).toMatchObject({ arm: "control", value: 900, decides: true, conclusion: "clear-win" });
    expect(codes(result)).toContain("one-unit-decides");
    const capped = await runTest([...flat("control", 0), ...flat("treatment", 0.3), { arm: "control", value: 900 }], {
      metrics: ["value"],
      winsorise: 0.99,
    });
    expect(comparisonOf(capped)).toMatchObject({ conclusion: "clear-win" });
    expect(codes(capped)).not.toContain("one-unit-decides");
    expect(capped.values.metrics[0]?.winsorised?.units).toBeGreaterThan(0);
  });

  it("notes arms that begin later and units with unequal time", async () => {
    const late = [
      ...dated(converting("control", 500, 100), 10),
      ...dated(converting("treatment", 500, 110), 5).map((row) => ({ ...row, seen: day(8) })),
    ];
    const found = codes(await runTest(late));
    expect(found).toContain("arm-begins-late");
    expect(found).toContain("unequal-exposure");
    const same = codes(await runTest([...dated(converting("control", 500, 100), 10), ...dated(converting("treatment", 500, 110), 10)]));
    expect(same).not.toContain("arm-begins-late");
    expect(same).not.toContain("unequal-exposure");
  });

  it("notes an effect that fades", async () => {
    const half = (first: number, rates: readonly [number, number]) =>
      [1, 2, 3, 4].flatMap((offset) =>
        [...converting("control", 500, rates[0]), ...converting("treatment", 500, rates[1])].map((row) => ({
          ...row,
          seen: day(first + offset),
        })),
      );
    const result = await runTest([...half(0, [50, 150]), ...half(4, [50, 55])]);
    const [novelty] = result.values.novelty;
    expect([novelty?.early, novelty?.late]).toEqual([0.2, 0.01]);
    expect(novelty?.p).toBeLessThan(0.001);
    expect(codes(result)).toContain("novelty");
  });

  it("builds up day by day to the whole", async () => {
    const result = await runTest(dated(win, 8));
    const days = result.values.days;
    expect(days.map((one) => one.day)).toEqual(Array.from({ length: 8 }, (_, index) => `2024-03-0${index + 1}`));
    expect(days.at(-1)?.absolute).toEqual(comparisonOf(result).absolute);
    for (const { absolute, alwaysValid } of days) {
      expect(alwaysValid?.[0]).toBeLessThan(absolute?.interval[0] ?? Number.NaN);
      expect(alwaysValid?.[1]).toBeGreaterThan(absolute?.interval[1] ?? Number.NaN);
    }
  });

  it("sees Simpson's paradox, and an interaction where the effect differs between segments", async () => {
    const segment = (name: string, sizes: readonly [number, number], conversions: readonly [number, number]) =>
      [...converting("control", sizes[0], conversions[0]), ...converting("treatment", sizes[1], conversions[1])].map((row) => ({
        ...row,
        sale: name,
      }));
    const turned = await runTest([...segment("sale", [800, 200], [400, 120]), ...segment("plain", [200, 800], [20, 120])], {
      segment: "sale",
    });
    const [test] = turned.values.segments?.tests ?? [];
    expect(test?.isSimpson).toBe(true);
    expect([Math.sign(test?.plain ?? 0), Math.sign(test?.standardised ?? 0)]).toEqual([-1, 1]);
    expect(codes(turned, "blocks")).toEqual(expect.arrayContaining(["simpson", "segment-mix"]));
    expect(turned.values.unlike).toEqual(["segment-mix"]);
    expect(turned.values.decision.decision).toBe("do-not-ship");
    expect(turned.values.decision.reasons.slice(0, 2)).toEqual(["simpson", "arms-unlike"]);
    const differing = await runTest([...segment("new", [500, 500], [50, 150]), ...segment("old", [500, 500], [50, 52])], {
      segment: "sale",
    });
    expect(differing.values.segments?.tests[0]?.interaction?.p).toBeLessThan(0.001);
    expect(differing.values.segments?.tests[0]?.isSimpson).toBe(false);
  });

  it("blocks when the covariate differs between the arms before the test", async () => {
    const rows = win.map((row, index) => ({ ...row, spent: index % 9, before: (index % 9) + (row.arm === "treatment" ? 1 : 0) }));
    const result = await runTest(rows, { metrics: ["converted", "spent"], covariate: "before" });
    expect(codes(result, "blocks")).toContain("covariate-uneven");
    expect(result.values.unlike).toEqual(["covariate"]);
    expect(result.values.decision).toMatchObject({ decision: "do-not-ship", reasons: ["arms-unlike"] });
  });

  it("stops a win that harms a guardrail, and waits for one that is still open", async () => {
    const guarded = (refunds: readonly [number, number]) =>
      [...converting("control", 1000, refunds[0]), ...converting("treatment", 1000, refunds[1])].map(({ converted }, index) => ({
        ...(win[index] as UnitRow),
        refunded: converted,
      }));
    const options = { metrics: ["converted"], guardrails: ["refunded"] };
    const harmed = await runTest(guarded([50, 110]), options);
    expect(harmed.values.metrics[1]).toMatchObject({ role: "guardrail", direction: "decrease" });
    expect(comparisonOf(harmed, 1)).toMatchObject({ conclusion: "clear-loss", guardrail: "harmed" });
    expect(harmed.values.decision).toMatchObject({ decision: "do-not-ship", reasons: ["guardrail-harmed"] });
    expect((await runTest(guarded([100, 100]), options)).values.decision.decision).toBe("ship");
    const open = await runTest(guarded([100, 100]), { ...options, margin: 0.02 });
    expect([comparisonOf(open, 1).guardrail, open.values.decision.decision]).toEqual(["open", "keep-running"]);
    const held = await runTest(guarded([100, 60]), { ...options, margin: 0.02 });
    expect([comparisonOf(held, 1).guardrail, held.values.decision.decision]).toEqual(["held", "ship"]);
  });
});
