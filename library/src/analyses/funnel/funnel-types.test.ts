import { describe, expectTypeOf, it } from "vitest";
import type { Dataset } from "../../data/dataset.js";
import type { Analysis } from "../analysis.js";
import type { Result } from "../result.js";
import { funnel } from "./funnel.js";
import type { FunnelValues } from "./values.js";

interface Row {
  uid: string;
  at: Date;
  what: string;
}

/** Never called: each line either compiles or is marked as one that must not. */
export async function compileOnly(events: Dataset<Row>, unknown: Dataset): Promise<void> {
  await funnel(events);
  await funnel(events, { customer: "uid", date: "at", event: "what", steps: ["a", { event: ["b", "c"], optional: true }] });
  await funnel(events, { steps: [{ event: "a", where: [{ column: "what", is: ["x", 5, true] }] }], semantics: "mixpanel", entry: "best" });
  await funnel(unknown, { customer: "any name", window: 30, windowUnit: "minute" });
  // @ts-expect-error a column that the data does not have
  await funnel(events, { customer: "uid2" });
  // @ts-expect-error a choice that the option does not have
  await funnel(events, { semantics: "heap" });
  // @ts-expect-error a unit that is no fixed time
  await funnel(events, { windowUnit: "month" });
  // @ts-expect-error a number as a step
  await funnel(events, { steps: ["a", 5] });
  // @ts-expect-error a part that a step does not have
  await funnel(events, { steps: [{ event: "a", skip: true }] });
  // @ts-expect-error rows in place of a dataset
  await funnel([{ uid: "a" }]);
  const result = await funnel(events);
  // @ts-expect-error results are read-only
  result.values.entered = 3;
}

describe("funnel()", () => {
  it("takes its types from the definition and the data", () => {
    expectTypeOf(funnel<Row>).returns.resolves.toEqualTypeOf<Result<FunnelValues>>();
    type Options = NonNullable<Parameters<typeof funnel<Row>>[1]>;
    expectTypeOf<Options["event"]>().toEqualTypeOf<"uid" | "at" | "what" | undefined>();
    expectTypeOf(funnel.untyped).toEqualTypeOf<Analysis>();
  });
});
