import { describe, expect, it } from "vitest";
import { decide } from "./decide.js";
import type { ComparisonValues, Conclusion, ConclusionReason, MetricValues, PlanValues } from "./values.js";

interface Told {
  readonly conclusion: Conclusion;
  readonly value?: number;
  readonly reasons?: readonly ConclusionReason[];
  readonly guardrail?: ComparisonValues["guardrail"];
}

/** A metric that says this of the arms "one", "two" …, in turn. */
function metric(id: string, told: readonly Told[], more: Partial<MetricValues> = {}): MetricValues {
  const comparisons = told.map(({ conclusion, value = 1, reasons = [], guardrail }, index): ComparisonValues => ({
    metric: id,
    arm: ["one", "two", "three"][index] as string,
    control: "control",
    units: { arm: 100, control: 100 },
    levels: {},
    absolute: { value, interval: [value - 1, value + 1], p: 0.01 },
    method: "welch",
    conclusion,
    reasons,
    ...(guardrail ? { guardrail } : {}),
  }));
  const common = {
    name: id,
    type: "mean",
    role: "primary",
    direction: "increase",
    column: id,
    missingCountsAs: "excluded",
    levels: [],
  } as const;
  return { id, ...common, ...more, comparisons };
}

const plan: PlanValues = { looks: 1, state: "unknown", isSequential: false, isPeeked: false };
const sound = { plan, blocks: [], unlike: [], segments: undefined } as const;
const arms = ["control", "one", "two", "three"];

const decided = (metrics: readonly MetricValues[], more: Partial<Parameters<typeof decide>[0]> = {}) => {
  const count = metrics[0]?.comparisons.length ?? 0;
  const { decision } = decide({ ...sound, metrics, ...more }, arms.slice(0, count + 1));
  return [decision.arm, decision.decision, ...decision.reasons];
};

const win = metric("m", [{ conclusion: "clear-win" }]);
const guard = (told: Told, margin?: number) => metric("g", [told], { role: "guardrail", ...(margin === undefined ? {} : { margin }) });

describe("decide()", () => {
  it("ships a win, and mends a broken test before anything else", () => {
    expect(decided([win])).toEqual(["one", "ship", "primary-win"]);
    expect(decided([win], { blocks: ["sample-ratio-mismatch"] })).toEqual(["one", "fix-the-test", "sample-ratio-mismatch"]);
  });

  it("does not ship harm, to the deciding metric or to a guardrail", () => {
    expect(decided([metric("m", [{ conclusion: "clear-loss" }])])).toEqual(["one", "do-not-ship", "primary-loss"]);
    const harmed = guard({ conclusion: "clear-loss", guardrail: "harmed" });
    expect(decided([win, harmed])).toEqual(["one", "do-not-ship", "guardrail-harmed"]);
  });

  it("does not act on arms that are unlike", () => {
    expect(decided([win], { unlike: ["covariate"] })).toEqual(["one", "do-not-ship", "arms-unlike"]);
  });

  it("waits for the planned end, for an open guardrail with a margin, and where one unit decides", () => {
    const early = { plan: { ...plan, state: "not-reached" } } as const;
    expect(decided([win], early)).toEqual(["one", "keep-running", "before-planned-end", "primary-win"]);
    expect(decided([win], { plan: { ...early.plan, isSequential: true } })).toEqual(["one", "ship", "primary-win"]);
    expect(decided([win, guard({ conclusion: "no-clear-difference", guardrail: "open" }, 0.02)])).toEqual([
      "one",
      "keep-running",
      "guardrail-open",
      "primary-win",
    ]);
    expect(decided([win, guard({ conclusion: "too-few", guardrail: "open" })])[1]).toBe("ship");
    const fragile = metric("m", [{ conclusion: "clear-win", reasons: ["clear", "one-unit-decides"] }]);
    expect(decided([fragile])).toEqual(["one", "keep-running", "one-unit-decides", "primary-win"]);
  });

  it("goes on before the end without a difference, and does not ship after it", () => {
    const unclear = metric("m", [{ conclusion: "no-clear-difference" }]);
    expect(decided([unclear])[1]).toBe("do-not-ship");
    expect(decided([unclear], { plan: { ...plan, state: "reached" } })[1]).toBe("do-not-ship");
    expect(decided([unclear], { plan: { ...plan, state: "not-reached" } })[1]).toBe("keep-running");
    expect(decided([unclear], { plan: { ...plan, isSequential: true } })[1]).toBe("keep-running");
    expect(decided([metric("m", [{ conclusion: "too-few" }])])).toEqual(["one", "keep-running", "primary-too-few"]);
  });

  it("chooses the best of the arms that can be shipped, by the good direction", () => {
    const three = [
      { conclusion: "clear-win", value: 2 },
      { conclusion: "clear-win", value: 3 },
      { conclusion: "no-clear-difference", value: 9 },
    ] as const;
    expect(decided([metric("m", three)]).slice(0, 2)).toEqual(["two", "ship"]);
    const lower = three.map((one) => ({ ...one, value: -one.value }));
    expect(decided([metric("m", lower, { direction: "decrease" })]).slice(0, 2)).toEqual(["two", "ship"]);
    expect(decide({ ...sound, metrics: [metric("m", three)] }, arms).decisions.map(({ decision }) => decision)).toEqual([
      "ship",
      "ship",
      "do-not-ship",
    ]);
  });
});
