import { describe, expect, it } from "vitest";
import { conclude, type Evidence } from "./conclude.js";

const evidence: Evidence = {
  type: "mean",
  direction: "increase",
  units: { arm: 100, control: 100 },
  effect: { value: 1, interval: [0.2, 1.8], p: 0.01 },
  pAdjusted: 0.01,
  sharedRate: 0.5,
};
const two = { alpha: 0.05, sides: "two" } as const;

describe("conclude()", () => {
  it("calls a clear effect a win or a loss by the good direction", () => {
    expect(conclude(evidence, two)).toEqual({ conclusion: "clear-win", reasons: ["clear"] });
    expect(conclude({ ...evidence, direction: "decrease" }, two).conclusion).toBe("clear-loss");
  });

  it("goes by the adjusted p-value, and says when only that one is not clear", () => {
    expect(conclude({ ...evidence, pAdjusted: 0.06 }, two)).toEqual({
      conclusion: "no-clear-difference",
      reasons: ["not-clear-after-correction"],
    });
    expect(conclude({ ...evidence, effect: { value: 1, interval: [-1, 3], p: 0.2 }, pAdjusted: 0.2 }, two).reasons).toEqual(["not-clear"]);
  });

  it("tells nothing of few units or few expected conversions", () => {
    expect(conclude({ ...evidence, units: { arm: 29, control: 100 } }, two)).toEqual({ conclusion: "too-few", reasons: ["few-units"] });
    expect(conclude({ ...evidence, units: { arm: 30, control: 100 } }, two).conclusion).toBe("clear-win");
    const rare = { ...evidence, type: "proportion", sharedRate: 0.049 } as const;
    expect(conclude(rare, two).reasons).toEqual(["few-conversions"]);
    expect(conclude({ ...rare, sharedRate: 0.951 }, two).reasons).toEqual(["few-conversions"]);
    expect(conclude({ ...rare, sharedRate: 0.05 }, two).conclusion).toBe("clear-win");
  });

  it("tells nothing where all units are alike", () => {
    expect(conclude({ ...evidence, effect: undefined, pAdjusted: undefined }, two)).toEqual({
      conclusion: "too-few",
      reasons: ["no-variation"],
    });
  });

  it("still sees harm when only the good direction is tested", () => {
    const one = { alpha: 0.05, sides: "one" } as const;
    const harm = { ...evidence, effect: { value: -1, interval: [-1.8, -0.2], p: 0.99 }, pAdjusted: 0.99 } as const;
    expect(conclude(harm, one).conclusion).toBe("clear-loss");
    expect(conclude({ ...harm, effect: { ...harm.effect, interval: [-1.8, 0.2] } }, one).conclusion).toBe("no-clear-difference");
  });
});
