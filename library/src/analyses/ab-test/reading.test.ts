import { describe, expect, it } from "vitest";
import { languages } from "../../language/index.js";
import { abTestValues, type ToldArm, type ToldMetric } from "../../testing/ab-test-values.js";
import { abTestKeyNumbers } from "./key-numbers.js";
import { readAbTest } from "./reading.js";
import type { AbTestValues, ComparisonValues, MetricValues } from "./values.js";

const metrics: readonly ToldMetric[] = [
  { name: "Converted" },
  { name: "Revenue", type: "mean", deviation: 40 },
  { name: "Load time", type: "mean", deviation: 400, role: "guardrail", direction: "decrease", margin: 0.02 },
];
const control: ToldArm = { arm: "Control", units: 6000, levels: [0.12, 9.6, 1830] };
const against = (levels: readonly number[], units = 5990): AbTestValues =>
  abTestValues([control, { arm: "Treatment", units, levels }], metrics);

const lift = against([0.151, 10.4, 1833]);
const loss = against([0.1, 9.5, 1833]);
const none = against([0.122, 9.5, 1833]);
const few = abTestValues(
  [
    { ...control, units: 12 },
    { arm: "Treatment", units: 9, levels: [0.3, 9, 1833] },
  ],
  metrics,
);

const withDecision = (
  values: AbTestValues,
  decision: AbTestValues["decision"]["decision"],
  reasons: AbTestValues["decision"]["reasons"],
): AbTestValues => ({
  ...values,
  decision: { arm: values.decision.arm, decision, reasons },
});
/** The first comparison of the first metric with something changed. */
function withPrimary(values: AbTestValues, change: Partial<ComparisonValues>): AbTestValues {
  const [first, ...rest] = values.metrics as [MetricValues, ...MetricValues[]];
  const [comparison, ...others] = first.comparisons as [ComparisonValues, ...ComparisonValues[]];
  return { ...values, metrics: [{ ...first, comparisons: [{ ...comparison, ...change }, ...others] }, ...rest] };
}

const mismatch: AbTestValues = withDecision(
  {
    ...lift,
    sampleRatio: { ...lift.sampleRatio, p: 1e-30, verdict: "blocks", worst: { arm: "Treatment", difference: -0.08 } },
    arms: lift.arms.map((arm, index) => ({ ...arm, share: index === 0 ? 0.58 : 0.42 })),
  },
  "fix-the-test",
  ["sample-ratio-mismatch"],
);
const crossed = withDecision({ ...lift, crossed: { units: 1234, rows: 2500, share: 0.123, verdict: "blocks" } }, "fix-the-test", [
  "units-in-several-arms",
]);
const simpson: AbTestValues = {
  ...loss,
  segments: {
    ...(loss.segments as NonNullable<AbTestValues["segments"]>),
    tests: [{ metric: "Converted", arm: "Treatment", isSimpson: true, plain: -0.02, standardised: 0.03 }],
  },
};
const revenue = abTestValues(
  [
    { ...control, levels: [7.86] },
    { arm: "Treatment", units: 5990, levels: [10.1] },
  ],
  [{ name: "Revenue", type: "mean", deviation: 200 }],
);
const whale = withPrimary(revenue, {
  outlier: { arm: "Treatment", value: 26_932, shareOfSum: 0.44, absolute: -2.24, p: 0.0001, conclusion: "clear-loss", decides: true },
});
const early = withDecision(
  { ...lift, plan: { ...lift.plan, state: "not-reached", plannedEnd: "2025-03-30", plannedUnits: 20_000, unitsShare: 0.6 } },
  "keep-running",
  ["before-planned-end", "primary-win"],
);
const harmed = withDecision(against([0.151, 10.4, 1930]), "do-not-ship", ["guardrail-harmed"]);
const unvaried = withPrimary(few, {
  conclusion: "too-few",
  reasons: ["no-variation"],
  units: { arm: 900, control: 800 },
  levels: { arm: 0, control: 0 },
});
const four = withDecision(
  abTestValues(
    [control, ...["B", "C", "D", "E"].map((arm, index) => ({ arm, units: 5000, levels: [0.12 + 0.02 * index - 0.02, 9 + index, 1800] }))],
    metrics,
  ),
  "ship",
  ["primary-win"],
);
const bestOfFour: AbTestValues = { ...four, decision: { ...four.decision, arm: "E" } };
const sequential: AbTestValues = { ...lift, sequential: "confidence-sequence", sides: "one", intervalConfidence: 0.9 };

const cases = { lift, loss, none, few, mismatch, crossed, simpson, whale, early, harmed, unvaried, bestOfFour, sequential } as const;
const english = (values: AbTestValues): readonly string[] =>
  readAbTest(values, { language: "en" }).map((text) => text.replaceAll("\u202f", " "));
const all = Object.entries(cases);

describe("readAbTest()", () => {
  it.each(all)("has two to four entries in both languages, without anything unreadable, for %s", (_, values) => {
    for (const language of languages) {
      const reading = readAbTest(values, { language });
      expect(reading.length).toBeGreaterThanOrEqual(2);
      expect(reading.length).toBeLessThanOrEqual(4);
      expect(reading.join(" ")).not.toMatch(/NaN|undefined|null|\[object|\d\.\d{6}| {2}/);
      expect(reading.at(-1)).toMatch(language === "en" ? /^Next: .+\.$/ : /^下一步：.+。$/);
      for (const sentence of reading) expect(sentence).toMatch(language === "en" ? /\.$/ : /。$/);
    }
    expect(readAbTest(values, { language: "zh-CN" })).toHaveLength(english(values).length);
  });

  it("tells the size with its interval, p and n first", () => {
    expect(english(lift)[0]).toBe(
      '"Treatment" does better than "Control" on "Converted": 15.1 % against 12.0 %, +3.1 points or +25.8 % (95 % CI 1.9–4.3 points, p < 0.001, n = 5,990 and 6,000).',
    );
    expect(english(loss)[0]).toMatch(/^"Treatment" does worse than "Control".+−2\.0 points or −16\.7 % .+n = 5,990 and 6,000\)\.$/);
    expect(english(sequential)[0]).toContain("90 % CI that holds at every look");
    expect(english(sequential)[0]).toContain("one-sided p");
  });

  it("says what effect is still possible, and what this size could find, where nothing is clear", () => {
    expect(english(none)[0]).toMatch(/^No clear difference .+−1\.0 to \+1\.4 points/);
    expect(english(none)[2]).toMatch(/a test of this size finds 1\.7 points or more four times in five/);
    expect(english(none)[1]).toMatch(/between [\d,]+ fewer and [\d,]+ more a month/);
  });

  it("speaks of the cause only where chance alone parted the arms", () => {
    const causes = /can be put down to the change;|可以归因于改动/;
    for (const [name, values] of all) {
      const text = languages.flatMap((language) => readAbTest(values, { language })).join(" ");
      expect([name, causes.test(text)]).toEqual([name, ["lift", "loss", "early", "harmed", "bestOfFour", "sequential"].includes(name)]);
    }
    const warned: AbTestValues = { ...lift, sampleRatio: { ...lift.sampleRatio, verdict: "warns", p: 0.004 } };
    expect(english(warned).join(" ")).not.toMatch(causes);
  });

  it.each([
    [
      "a sample-ratio mismatch",
      mismatch,
      /"Treatment" has 42\.0 % of the units instead of 50\.0 % \(sample-ratio mismatch, p < 0\.001, n = 11,990\)/,
    ],
    ["units in several arms", crossed, /12\.3 % of the units \(1,234\) were in more than one arm/],
  ])("claims no lift when %s blocks, and says so first", (_, values, first) => {
    const [finding, ...rest] = english(values);
    expect(finding).toMatch(/^The test is broken and says nothing about the change/);
    expect(finding).toMatch(first);
    expect([finding, ...rest].join(" ")).not.toMatch(/better|worse|\+25|lift/);
  });

  it("tells of the mix, of the one unit, of harm and of too few as what they are", () => {
    expect(english(simpson)[0]).toMatch(/^The overall difference misleads \(Simpson's paradox\): .+−2\.0 points .+\+3\.0 points/);
    expect(english(whale)[0]).toMatch(
      /^One unit decides the result on "Revenue": .+\+28\.5 % .+without its 26,932 in "Treatment" the difference is −2\.24 \(clearly worse, p < 0\.001\) instead of \+2\.24/,
    );
    expect(english(whale).at(-1)).toContain("winsorise: 0.99");
    expect(english(harmed)[1]).toMatch(/Guardrails: "Load time" is harmed \(\+100 or \+5\.5 %/);
    expect(english(harmed).at(-1)).toMatch(/^Next: keep "Control"; find what harms "Load time"/);
    expect(english(few)[0]).toMatch(/^Too few to tell: n = 9 in "Treatment" and 12 in "Control"/);
    expect(english(unvaried)[0]).toMatch(/^There is nothing to compare: "Converted" is 0 %/);
  });

  it("does not name a winner before the planned end", () => {
    expect(english(early)[0]).toMatch(/^So far /);
    expect(english(early).at(-1)).toMatch(/^Next: run to 30 Mar 2025 \(60\.0 % of the planned units are in\) and decide then/);
  });

  it("reads the best of several arms and counts the others", () => {
    expect(english(bestOfFour)[0]).toMatch(/^"E" does better than "Control"/);
    expect(english(bestOfFour)[1]).toMatch(/Of the other 3 arms: "D" clearly better than the control; "B" clearly worse\./);
  });

  it("says that one arm alone compares with nothing", () => {
    expect(readAbTest({ ...lift, metrics: [] }, { language: "en" })).toEqual(["There is one arm only: nothing can be compared."]);
  });

  it("quotes names as they are, also hostile ones", () => {
    const hostile = abTestValues([control, { arm: "<b>${x}", units: 5990, levels: [0.151, 10, 1830] }], metrics);
    expect(english(hostile)[0]).toContain('"<b>${x}" does better');
  });
});

describe("abTestKeyNumbers()", () => {
  it.each(languages)("gives lift, month and arm sizes in %s", (language) => {
    const numbers = abTestKeyNumbers(lift, language);
    expect(numbers).toHaveLength(3);
    expect(numbers[0]?.value.replaceAll("\u202f", " ")).toBe(language === "en" ? "+25.8 %" : "+25.8%");
    for (const { label, value, note } of numbers) expect(`${label}${value}${note}`).not.toMatch(/NaN|undefined|null|–$/);
  });

  it("gives only the sizes of the arms where nothing else may be told, and nothing of too few", () => {
    for (const values of [mismatch, simpson]) expect(abTestKeyNumbers(values, "en")).toHaveLength(1);
    expect(abTestKeyNumbers(mismatch, "en")[0]?.value.replaceAll("\u202f", " ")).toBe("42.0 %");
    expect(abTestKeyNumbers(few, "en")).toEqual([]);
  });
});
