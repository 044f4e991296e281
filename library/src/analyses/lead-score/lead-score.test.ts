import { describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { languages } from "../../language/language.js";
import { churnCustomers } from "../../testing/churn-customers.js";
import type { ChurnValues } from "../churn/values.js";
import { leadScore } from "./lead-score.js";

const leads = churnCustomers(3000, 4).map(({ customer, tenure, contract, churned }, index) => ({
  "Lead ID": customer,
  "Pages viewed": 40 - tenure,
  Source: contract === "monthly" ? "Referral" : "Ads",
  Won: index % 50 === 0 ? null : churned,
}));
const run = async (options: Readonly<Record<string, unknown>> = { compare: false }) => {
  const result = await leadScore.untyped(await load(leads), options);
  return { result, values: result.values as ChurnValues };
};

describe("leadScore()", () => {
  it("grades leads from A to D, each with what was seen of it", async () => {
    const { values } = await run();
    const grades = values.model?.grades ?? [];
    expect(grades.map(({ id }) => id)).toEqual(["A", "B", "C", "D"]);
    const rates = grades.map(({ rate }) => rate.value);
    expect(rates).toEqual(rates.toSorted((a, b) => b - a));
    expect(grades.reduce((sum, { customers }) => sum + customers, 0)).toBe(values.customers);
    expect(grades[0]?.customers).toBe(294);
  });

  it("scores open leads from 0 to 100 beside the others, with reasons", async () => {
    const { result, values } = await run();
    expect(values.scored).toBe(60);
    const rows = result.table.objects({ limit: Infinity }) as { outcome: string; score: number; grade: string; reason1: string }[];
    expect(rows.filter(({ outcome }) => outcome === "unknown")).toHaveLength(60);
    for (const { score, grade } of rows) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      if (score > 90) expect(grade).toBe("A");
      if (score < 39) expect(grade).toBe("D");
    }
    expect(rows[0]?.reason1).toMatch(/^(Pages viewed|Source): .+ ↑$/);
  });

  it("takes a contact with a lead who would buy for a deal, unless told otherwise", async () => {
    const { values } = await run({ compare: false, saveValue: 100, contactCost: 20 });
    expect(values.model?.profit).toMatchObject({ contactSuccess: 1, breakEven: 0.2 });
  });

  it("speaks of leads and buying, never of customers who leave", async () => {
    const { result } = await run({ saveValue: 100, contactCost: 1 });
    for (const language of languages) {
      const { reading, warnings, title } = { ...result.toJSON(language), title: result.title[language] };
      const text = [title, ...reading, ...warnings.map((one) => one.text)].join(" ");
      expect(text).not.toMatch(/churn|leav(e|ing)|流失/i);
      expect(text).toMatch(language === "en" ? /lead/i : /线索/);
    }
  });

  it("needs an outcome", async () => {
    const data = await load(leads.map(({ Won: _won, ...row }) => row));
    await expect(leadScore.untyped(data, {})).rejects.toMatchObject({ code: "role-missing" });
  });
});
