import { describe, expect, it } from "vitest";
import { languages } from "../../language/index.js";
import { keyNumbers } from "../key-numbers.js";
import { power } from "./power.js";

type Options = Parameters<typeof power>[0];
const codes = async (options: Options) => (await power(options)).warnings.map(({ code, level }) => `${level}: ${code}`);
const quiet: Options = { baseline: 0.05, effect: 0.1, weeklyUnits: 70_000, sequential: "group-sequential" };

describe("power() warns", () => {
  it.each<[string, Options, string[]]>([
    ["of nothing where all is well", { ...quiet, weeklyUnits: 60_000 }, []],
    ["of looking weekly at a test for one look", { baseline: 0.05, effect: 0.1, weeklyUnits: 10_000 }, ["note: peeking"]],
    ["of a run of many weeks", { ...quiet, weeklyUnits: 5000 }, ["note: long-run"]],
    ["of a run of days", { ...quiet, weeklyUnits: 1e6 }, ["note: short-run"]],
    ["of an effect that is rare", { ...quiet, effect: 0.8, weeklyUnits: 500 }, ["note: implausible-effect"]],
    [
      "of few conversions",
      { ...quiet, baseline: 0.002, effect: 3 },
      ["note: implausible-effect", "note: few-conversions", "note: short-run"],
    ],
    ["of several arms without a correction", { ...quiet, arms: 3, correction: "none" }, ["note: several-arms"]],
    ["of little power", { ...quiet, power: 0.5, weeklyUnits: 30_000 }, ["note: low-power"]],
    ["of a loss beyond the margin", { baseline: 0.05, margin: 0.05, effect: -0.06 }, ["blocks: no-sample-is-enough"]],
    ["of users that show nothing", { baseline: 0.5, units: 4 }, ["blocks: nothing-detectable"]],
  ])("%s", async (_, options, expected) => expect(await codes(options)).toEqual(expected));
});

describe("power() reads", () => {
  const cases: readonly (readonly [string, Options])[] = [
    ["a sample size", { baseline: 0.05, effect: 0.1, weeklyUnits: 10_000 }],
    ["a long wait", { baseline: 0.05, effect: 0.05, weeklyUnits: 2000, weeks: 8 }],
    ["the smallest effect", { baseline: 0.05, weeklyUnits: 10_000, weeks: 6 }],
    ["nothing to be found", { baseline: 0.5, units: 4 }],
    ["a margin", { baseline: 0.05, margin: 0.05, weeklyUnits: 50_000 }],
    ["a margin that cannot be kept", { baseline: 0.05, margin: 0.05, effect: -0.06 }],
    ["a decrease of a mean in uneven arms", { metric: "mean", baseline: 25, standardDeviation: 60, effect: -0.05, allocation: [70, 30] }],
    ["a sequence", { baseline: 0.05, effect: 0.2, weeklyUnits: 10_000, sequential: "confidence-sequence" }],
  ];

  it.each(cases)("%s", async (_, options) => {
    const result = await power(options);
    for (const language of languages) {
      const sentences = result.reading(language);
      expect(sentences.length).toBeGreaterThanOrEqual(3);
      expect(sentences.length).toBeLessThanOrEqual(4);
      expect(sentences).toMatchSnapshot(language);
      for (const sentence of sentences) expect(sentence).toMatch(language === "en" ? /^[A-Z].*\.$/ : /^[\p{L}\d].*。$/u);
      expect(sentences.join("")).not.toMatch(/caus|lead to|导致|使得|因为/);
    }
  });

  it("names three numbers for the first page, or those that are known", async () => {
    const numbers = async (options: Options, language: "en" | "zh-CN") =>
      keyNumbers((await power(options)).toJSON(language)).map(({ value }) => value);
    expect(await numbers({ baseline: 0.05, effect: 0.1, weeklyUnits: 10_000 }, "en")).toEqual(["62,462", "7 weeks", "244,242"]);
    expect(await numbers({ baseline: 0.05, effect: 0.1, weeklyUnits: 10_000, weeks: 4 }, "zh-CN")).toEqual(["62,462", "7 周", "12.6%"]);
    expect(await numbers({ baseline: 0.05, effect: 0.1 }, "en")).toEqual(["62,462", "244,242"]);
    expect(await numbers({ baseline: 0.05, margin: 0.05, effect: -0.06 }, "en")).toEqual([]);
  });
});
