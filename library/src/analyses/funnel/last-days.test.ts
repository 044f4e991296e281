import { describe, expect, it } from "vitest";
import { displaySymbol } from "../../display.js";
import { languages } from "../../language/language.js";
import { funnelValues, trendDays } from "../../testing/funnel-values.js";
import type { Result } from "../result.js";
import { lastDays } from "./last-days.js";
import type { FunnelValues } from "./values.js";

const resultOf = (values: FunnelValues) => ({ values }) as Result<FunnelValues>;
const steady = (days: number, isComplete: (index: number) => boolean) =>
  trendDays(days, { entered: days * 100, rate: 0.2 }).map((day, index) => ({
    ...day,
    ...{ entered: 100, converted: isComplete(index) ? 20 : 8, isComplete: isComplete(index) },
  }));

describe("lastDays()", () => {
  it("shows a fall in the days as they stand, and none in those whose windows are over", () => {
    const { asTheyStand, complete, days } = lastDays(resultOf(funnelValues({ more: { trend: steady(42, (index) => index < 35) } })));
    expect(days).toBe(7);
    expect(asTheyStand).toMatchObject({ from: "2025-05-12", to: "2025-05-18", entered: 700, converted: 56, rateBefore: 0.2 });
    expect(asTheyStand?.interval[1]).toBeLessThan(0);
    expect(complete).toMatchObject({ from: "2025-05-05", to: "2025-05-11", entered: 700, converted: 140, change: 0 });
    expect(complete?.interval[0]).toBeLessThan(0);
    expect(complete?.interval[1]).toBeGreaterThan(0);
  });

  it("takes as many days as the window has", () => {
    const window = { value: 2, unit: "week", seconds: 14 * 86_400 } as const;
    expect(lastDays(resultOf(funnelValues({ more: { window } }))).days).toBe(14);
  });

  it.each(languages)("says so in %s where there are too few days", async (language) => {
    const lesson = lastDays(resultOf(funnelValues({ days: 9 })), language);
    expect([lesson.asTheyStand, lesson.complete]).toEqual([undefined, undefined]);
    expect((await lesson[displaySymbol]())["text/plain"]).toMatch(language === "en" ? /too few days/ : /天数太少/);
  });

  it.each(languages)("shows both in one table in %s", async (language) => {
    const text = (await lastDays(resultOf(funnelValues()), language)[displaySymbol]())["text/plain"];
    expect(text).toMatch(language === "en" ? /as they stand[\s\S]*window over/ : /直接看[\s\S]*窗口期已结束/);
  });
});
