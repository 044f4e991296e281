import { describe, expectTypeOf, it } from "vitest";
import type { Dataset } from "../../data/dataset.js";
import type { Analysis } from "../analysis.js";
import type { Result } from "../result.js";
import { abTest } from "./ab-test.js";
import type { AbTestValues } from "./values.js";

interface Row {
  visitor: string;
  arm: string;
  seen: Date;
  bought: boolean;
  spent: number;
}

/** Never called: each line either compiles or is marked as one that must not. */
export async function compileOnly(visitors: Dataset<Row>, unknown: Dataset): Promise<void> {
  await abTest(visitors);
  await abTest(visitors, {
    variant: "arm",
    customer: "visitor",
    metrics: ["bought", { column: "spent", winsorise: 0.99, role: "secondary" }],
  });
  await abTest(visitors, { guardrails: ["spent"], margin: 0.02, sequential: "group-sequential", looks: 2, ratio: [1, 1] });
  await abTest(visitors, { summary: { units: "n", conversions: "k" }, signal: new AbortController().signal });
  await abTest(unknown, { variant: "any name" });
  // @ts-expect-error a column that the data does not have
  await abTest(visitors, { variant: "Arm" });
  // @ts-expect-error a role that the test does not know
  await abTest(visitors, { campaign: "arm" });
  // @ts-expect-error an option that it does not have
  await abTest(visitors, { metric: ["bought"] });
  // @ts-expect-error a kind of metric that there is not
  await abTest(visitors, { metrics: [{ column: "spent", type: "sum" }] });
  // @ts-expect-error a key that a metric does not have
  await abTest(visitors, { metrics: [{ column: "spent", denominater: "bought" }] });
  // @ts-expect-error a correction that there is not
  await abTest(visitors, { correction: "bonferroni" });
  // @ts-expect-error rows in place of a dataset
  await abTest([{ arm: "a" }]);
  const result = await abTest(visitors);
  // @ts-expect-error results are read-only
  result.values.units = 3;
}

describe("abTest()", () => {
  it("takes its types from the definition and the data", () => {
    expectTypeOf(abTest<Row>).returns.resolves.toEqualTypeOf<Result<AbTestValues>>();
    type Options = NonNullable<Parameters<typeof abTest<Row>>[1]>;
    expectTypeOf<Options["variant"]>().toEqualTypeOf<"visitor" | "arm" | "seen" | "bought" | "spent" | undefined>();
    expectTypeOf<Options["sides"]>().toEqualTypeOf<"two" | "one" | undefined>();
    expectTypeOf(abTest.untyped).toEqualTypeOf<Analysis>();
  });
});
