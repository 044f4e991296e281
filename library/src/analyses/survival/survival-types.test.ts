import { describe, expectTypeOf, it } from "vitest";
import type { Dataset } from "../../data/dataset.js";
import type { Analysis } from "../analysis.js";
import type { Result } from "../result.js";
import { survival } from "./survival.js";
import type { SurvivalValues } from "./values.js";

interface Row {
  tenure: number;
  Churn: string;
  Contract: string;
}

/** Never called: each line either compiles or is marked as one that must not. */
export async function compileOnly(customers: Dataset<Row>, unknown: Dataset): Promise<void> {
  await survival(customers);
  await survival(customers, { duration: "tenure", outcome: "Churn", group: "Contract", covariates: ["Contract"], times: [6, 12] });
  await survival(unknown, { date: "any name", end: "another", from: "first-to-second", days: 60 });
  // @ts-expect-error a column that the data does not have
  await survival(customers, { duration: "Tenure" });
  // @ts-expect-error a choice that the option does not have
  await survival(customers, { ties: "exact" });
  // @ts-expect-error text in place of a number
  await survival(customers, { days: "60" });
  // @ts-expect-error one name in place of a list
  await survival(customers, { covariates: "Contract" });
  const result = await survival(customers);
  // @ts-expect-error results are read-only
  result.values.customers = 3;
}

describe("survival()", () => {
  it("takes its types from the definition and the data", () => {
    expectTypeOf(survival<Row>).returns.resolves.toEqualTypeOf<Result<SurvivalValues>>();
    type Options = NonNullable<Parameters<typeof survival<Row>>[1]>;
    expectTypeOf<Options["duration"]>().toEqualTypeOf<"tenure" | "Churn" | "Contract" | undefined>();
    expectTypeOf<Options["model"]>().toEqualTypeOf<"cox" | "weibull" | undefined>();
    expectTypeOf(survival.untyped).toEqualTypeOf<Analysis>();
  });
});
