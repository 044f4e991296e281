import { describe, expect, it } from "vitest";
import { languages, type Language } from "../../language/language.js";
import { churnValues, judgedCustomers, madeFeatures } from "../../testing/churn-values.js";
import { makeReading } from "./reading.js";
import type { ChurnValues, LeakValues, ModelValues } from "./values.js";
import { churnVocabulary, leadVocabulary } from "./vocabulary.js";

const usual = churnValues(judgedCustomers(2000));
const noSignal = churnValues(judgedCustomers(2000, { signal: 0 }));
const leak: LeakValues = { column: "Exit call (minutes)", signs: ["predicts-alone"], verdict: "certain", leftOut: true, aucAlone: 0.966 };
const change = (values: ChurnValues, to: (model: ModelValues) => Partial<ModelValues>): ChurnValues =>
  values.model ? { ...values, model: { ...values.model, ...to(values.model) } } : values;

function withoutModel({ model, ...values }: ChurnValues): ChurnValues {
  expect(model).toBeDefined();
  return values;
}

const cases: Readonly<Record<string, ChurnValues>> = {
  usual,
  "with a leak left out": { ...usual, leaks: [leak] },
  "with a leak kept": { ...usual, leaks: [{ ...leak, leftOut: false }] },
  "no signal": noSignal,
  "only trees see it": change(noSignal, ({ comparison }) =>
    comparison
      ? { comparison: { ...comparison, verdict: "trees-better", difference: { value: 0.2, interval: [0.18, 0.22], p: 0, n: 2000 } } }
      : {},
  ),
  "no contact pays": change(usual, ({ profit }) =>
    profit ? { profit: { ...profit, best: { share: 0, contacts: 0, threshold: 1, events: 0, profit: 0, interval: [0, 0] } } } : {},
  ),
  "endless odds": churnValues(judgedCustomers(2000), [{ name: "up", logOdds: 900, standardError: 1 }]),
  "nothing clear": churnValues(
    judgedCustomers(2000),
    madeFeatures.map((feature) => ({ ...feature, standardError: 3 })),
  ),
  "nobody left": churnValues(judgedCustomers(300).map((one) => ({ ...one, hasLeft: false }))),
  "all left": churnValues(judgedCustomers(300).map((one) => ({ ...one, hasLeft: true }))),
  "no column": withoutModel(usual),
  "a few left": churnValues(judgedCustomers(300).map((one, index) => ({ ...one, hasLeft: index < 4 }))),
};

const vocabularies = [churnVocabulary, leadVocabulary];
const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, " ");
const read = (values: ChurnValues, language: Language, vocabulary = churnVocabulary) =>
  makeReading(vocabulary)(values, { language }).map(plain);

describe("makeReading()", () => {
  it.each(Object.entries(cases))("tells %s in two to four sentences, readable and without a claim of cause", (_, values) => {
    for (const vocabulary of vocabularies) {
      for (const language of languages) {
        const reading = read(values, language, vocabulary);
        expect(reading.length).toBeGreaterThanOrEqual(2);
        expect(reading.length).toBeLessThanOrEqual(4);
        const text = reading.join(" ");
        expect(text).not.toMatch(/NaN|undefined|null|Infinity|\[object|\d\.\d{6}/);
        expect(text).not.toMatch(/\b(causes?|leads to|because|due to|significant)\b|导致|使得|因为|由于/);
        if (language === "zh-CN") expect(text).not.toMatch(/\p{Script=Han}[,;:()?!]|[,;:()?!]\p{Script=Han}/u);
        if (vocabulary === leadVocabulary) expect(text).not.toMatch(/customer|churn|leav|客户|流失/i);
      }
    }
  });

  it("opens with the finding, its interval and n, and ends with a next step and a hold-out", () => {
    expect(read(usual, "en")).toMatchSnapshot();
    expect(read(usual, "zh-CN")).toMatchSnapshot();
    expect(read(usual, "en", leadVocabulary)[0]).toMatchSnapshot();
    expect(read(usual, "zh-CN", leadVocabulary)[0]).toMatchSnapshot();
  });

  it("names no driver, no threshold and nobody to contact where the model is no better than the base rate", () => {
    const [finding, , next] = read(noSignal, "en");
    expect(finding).toMatch(/no better than the base rate of [\d.]+ % \(AUC 0\.\d+, 95 % CI /);
    expect(read(noSignal, "en").join(" ")).not.toMatch(/Contract|odds|Next: contact/);
    expect(next).toMatch(/^Next: add /);
    expect(read(noSignal, "zh-CN").join("")).not.toMatch(/优势比|触达流失/);
  });

  it("says that trees see what the model does not", () => {
    expect(read(cases["only trees see it"] as ChurnValues, "en").join(" ")).toMatch(/Trees see more .+ by 0\.2, 95 % CI 0\.18–0\.22/);
    expect(read(cases["only trees see it"] as ChurnValues, "zh-CN").join("")).toMatch(/树模型比本模型看到的更多/);
  });

  it("says which columns were left out, and warns of those that were kept", () => {
    expect(read(cases["with a leak left out"] as ChurnValues, "en").join(" ")).toContain('"Exit call (minutes)" is left out');
    expect(read(cases["with a leak left out"] as ChurnValues, "zh-CN").join("")).toContain("已剔除“Exit call (minutes)”");
    expect(read(cases["with a leak kept"] as ChurnValues, "en").join(" ")).toMatch(/takes part but looks as if .+ find out before you act/);
    expect(read(cases["with a leak kept"] as ChurnValues, "zh-CN").join("")).toContain("请先查明");
  });

  it("writes the confidence that was asked for", () => {
    const asked = { ...usual, confidence: 0.9 };
    expect(read(asked, "en").join(" ")).toMatch(/90 % CI/);
    expect(read(asked, "en").join(" ")).not.toMatch(/95 % CI/);
    expect(read(asked, "zh-CN").join("")).not.toMatch(/95% 置信区间/);
  });

  it.each([
    ["nobody left", "There is nothing to tell apart: none of the 300 customers with a known outcome left."],
    ["all left", "There is nothing to tell apart: all of the 300 customers with a known outcome left."],
    ["no column", "There is no column to learn from: none tells the customers apart (n = 2,000 customers, 625 left)."],
    ["a few left", "Too few to learn from: at least 10 customers with and 10 without the outcome are needed (n = 300 customers, 4 left)."],
  ])("is plain where nothing can be learnt: %s", (which, sentence) => expect(read(cases[which] as ChurnValues, "en")[0]).toBe(sentence));

  it("does not send anybody out where no contact pays", () => {
    const reading = read(cases["no contact pays"] as ChurnValues, "en").join(" ");
    expect(reading).toContain("no contact pays");
    expect(reading).not.toContain("Next: contact");
  });
});
