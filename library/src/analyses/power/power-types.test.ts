import { describe, expectTypeOf, it } from "vitest";
import type { Calculation } from "../define-calculation.js";
import type { Result } from "../result.js";
import { power } from "./power.js";
import type { PowerValues } from "./values.js";

/** Never called: each line either compiles or is marked as one that must not. */
export async function compileOnly(): Promise<void> {
  await power({ baseline: 0.05, effect: 0.1 });
  await power({ metric: "mean", baseline: 5, standardDeviation: 2, effect: undefined, units: 1000 });
  // @ts-expect-error a baseline is needed
  await power({ effect: 0.1 });
  // @ts-expect-error a kind of metric that there is not
  await power({ baseline: 0.05, metric: "count" });
  // @ts-expect-error an option that there is not
  await power({ baseline: 0.05, efect: 0.1 });
  // @ts-expect-error text in place of a number
  await power({ baseline: "0.05" });
}

describe("power() has types", () => {
  it("of its values", () => {
    expectTypeOf(power).returns.resolves.toEqualTypeOf<Result<PowerValues>>();
    expectTypeOf(power.untyped).toEqualTypeOf<Calculation>();
  });
});
