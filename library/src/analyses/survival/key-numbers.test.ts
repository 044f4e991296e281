import { describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { survivalKeyNumbers } from "./key-numbers.js";
import { survival } from "./survival.js";

const rows = (changes: object = {}) =>
  Array.from({ length: 120 }, (_, index) => ({
    months: 1 + ((index * 7) % (index % 2 ? 36 : 12)),
    churned: (index * 5) % 3 < 2 ? "Yes" : "No",
    plan: index % 2 ? "yearly" : "monthly",
    ...changes,
  }));
const values = async (list: Record<string, unknown>[], options = {}) =>
  (await survival(await load(list), { duration: "months", outcome: "churned", ...options })).values;
const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, " ");

describe("survivalKeyNumbers()", () => {
  it("gives the median, the share at the last stated time, and how far the groups are apart, each with its interval", async () => {
    const found = survivalKeyNumbers(await values(rows(), { group: "plan" }), "en");
    expect(found.map(({ label }) => label)).toEqual(["Median time", "Share still customers, 36 months", "Difference between groups"]);
    for (const { note } of found) expect(plain(note)).toMatch(/95 % CI|n = 120/);
    expect(found[2]?.value).toMatch(/ months$/);
  });

  it("says in Chinese what is not reached, and the mean without groups", async () => {
    const found = survivalKeyNumbers(await values(rows({ churned: "No" })), "zh-CN");
    expect(found[0]).toMatchObject({ label: "中位时长", value: "未达到", note: "n=120，流失 0" });
    expect(found[2]?.label).toBe("观察期内平均时长");
    for (const { label, value, note } of found) expect(label + value + note).not.toMatch(/NaN|undefined/);
  });
});
