import { describe, expect, it } from "vitest";
import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../language/index.js";
import { specProblems } from "../testing/check-spec.js";
import { lightConfig, makeChart, numberLabels, percentLabels } from "./index.js";

/** The labels that an axis with these ticks draws, in order. */
async function labels(language: Language, labelExpr: string, values: number[]): Promise<string[]> {
  const spec: TopLevelSpec = {
    config: lightConfig,
    width: 2000,
    data: { values: values.map((value) => ({ value })) },
    mark: "point",
    encoding: {
      x: { field: "value", type: "quantitative", scale: { type: "symlog" }, axis: { values, labelExpr, labelOverlap: false, title: null } },
    },
  };
  expect(specProblems(spec)).toEqual([]);
  const svg = await makeChart({ name: "axis", language, spec, description: "" }).toSvg();
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = ""]) => text);
}

describe("numberLabels()", () => {
  const values = [-2_500_000, 0, 0.5, 12, 9500, 15_000, 1_500_000, 120_000_000, 3_000_000_000];
  it("shortens thousands, millions and billions in English", async () =>
    expect(await labels("en", numberLabels("en"), values)).toEqual(["−2.5M", "0", "0.5", "12", "9,500", "15K", "1.5M", "120M", "3B"]));
  it("shortens 万 and 亿 in Chinese", async () =>
    expect(await labels("zh-CN", numberLabels("zh-CN"), values)).toEqual([
      "−250万",
      "0",
      "0.5",
      "12",
      "9,500",
      "1.5万",
      "150万",
      "1.2亿",
      "30亿",
    ]));
});

describe("percentLabels()", () => {
  it("writes rates in percent as each language does", async () => {
    expect(await labels("en", percentLabels("en"), [0, 0.125, 1])).toEqual(["0\u202f%", "12.5\u202f%", "100\u202f%"]);
    expect(await labels("zh-CN", percentLabels("zh-CN"), [0, 0.125, 1])).toEqual(["0%", "12.5%", "100%"]);
  });
});
