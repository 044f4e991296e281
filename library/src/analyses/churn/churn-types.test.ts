import { describe, expect, expectTypeOf, it } from "vitest";
import { load } from "../../data/index.js";
import type { Result } from "../result.js";
import { leadScore } from "../lead-score/lead-score.js";
import { churn } from "./churn.js";
import type { ChurnValues } from "./values.js";

/** Never run: what the compiler accepts and refuses. */
export async function typed(): Promise<void> {
  const data = await load<{ id: string; tenure: number; left: string }>([]);
  expectTypeOf(await churn(data, { customer: "id", outcome: "left", saveValue: 100, leaks: "keep" })).toEqualTypeOf<Result<ChurnValues>>();
  await churn(data);
  await leadScore(data, { outcome: "left", contactSuccess: 0.5 });
  // @ts-expect-error: there is no such column
  await churn(data, { customer: "name" });
  // @ts-expect-error: there is no such choice
  await churn(data, { leaks: "drop" });
  // @ts-expect-error: folds is a number
  await churn(data, { folds: "5" });
  // @ts-expect-error: leads have no days of silence
  await leadScore(data, { days: 30 });
}

describe("the schema of churn", () => {
  it("has every column and option with texts in both languages", () => {
    for (const analysis of [churn, leadScore]) {
      for (const [name, option] of Object.entries(analysis.schema.properties)) {
        const texts = option["x-text"] as Record<"title" | "description", Record<"en" | "zh-CN", string>> | undefined;
        expect(texts?.title.en, name).toBeTruthy();
        expect(texts?.description["zh-CN"], name).toMatch(/\p{Script=Han}/u);
      }
    }
    expect(churn.schema.properties["days"]).toBeDefined();
    expect(leadScore.schema.properties).not.toHaveProperty("days");
  });
});
