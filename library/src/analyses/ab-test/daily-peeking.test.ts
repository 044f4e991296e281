import { describe, expect, it } from "vitest";
import { displaySymbol, type MimeBundle } from "../../display.js";
import { abTestValues } from "../../testing/ab-test-values.js";
import type { Result } from "../result.js";
import { countAlarms, dailyPeeking } from "./daily-peeking.js";
import type { AbTestValues } from "./values.js";

const tests = 20_000;
const equalLooks = (looks: number) => Array.from({ length: looks }, (_, index) => (index + 1) * 1000);

describe("countAlarms()", () => {
  it.each([
    [1, 0.05],
    [2, 0.0831],
    [3, 0.1073],
    [5, 0.1417],
    [10, 0.1934],
    [20, 0.2479],
  ])("of %d equal looks is near the published rate %d", (looks, rate) => {
    const { once, daily } = countAlarms(equalLooks(looks), { tests, seed: 3, confidence: 0.95 });
    const error = Math.sqrt((rate * (1 - rate)) / tests);
    expect(Math.abs(daily / tests - rate)).toBeLessThan(3 * error);
    expect(Math.abs(once / tests - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / tests));
  });

  it("keeps the promise of the confidence sequence, however often one looks", () => {
    for (const looks of [1, 5, 50])
      expect(countAlarms(equalLooks(looks), { tests: 4000, seed: 5, confidence: 0.95 }).sequence).toBeLessThan(200);
  });

  it("gives the same for the same seed", () => {
    const options = { tests: 500, seed: 9, confidence: 0.9 };
    expect(countAlarms([10, 30, 70], options)).toEqual(countAlarms([10, 30, 70], options));
  });
});

describe("dailyPeeking()", () => {
  const arms = [
    { arm: "A", units: 4000, levels: [0.1] },
    { arm: "B", units: 4000, levels: [0.1] },
  ];
  const resultOf = (hasDates: boolean) =>
    ({ values: abTestValues(arms, [{ name: "Converted" }], { hasDates }) }) as unknown as Result<AbTestValues>;

  it.each([true, false])("counts looks by the days of the test, or two weeks without dates (%s)", (hasDates) => {
    const { looks, rows } = dailyPeeking(resultOf(hasDates), { tests: 1000 });
    expect(looks).toBe(14);
    const [once, daily, sequence] = rows.map(({ rate }) => rate) as [number, number, number];
    expect(daily).toBeGreaterThan(2 * once);
    expect(sequence).toBeLessThan(once);
  });

  it.each(["en", "zh-CN"] as const)("shows itself in %s", async (language) => {
    const bundle: MimeBundle = await dailyPeeking(resultOf(true), { tests: 200, language })[displaySymbol]();
    expect(String(bundle["text/html"])).toMatch(language === "en" ? /false alarms/ : /误报率/);
    expect(String(bundle["text/plain"])).not.toMatch(/NaN|undefined|null/);
  });
});
