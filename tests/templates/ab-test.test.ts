import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sample, type AbTestValues, type Language } from "marklab";
import { instantiateTemplate, resultMimeType, sourceText, type Notebook, type Output } from "marklab/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNotebook } from "../../kernel/src/command/notebook-run.js";
import { experimentWords } from "../../library/src/teaching/experiment/words.js";

const template = JSON.parse(readFileSync(new URL("../../templates/ab-test.ipynb", import.meta.url), "utf8")) as Notebook;
const folder = mkdtempSync(join(tmpdir(), "marklab-ab-test-"));

interface Shown {
  readonly values: AbTestValues;
  readonly reading: readonly string[];
}

const dataOf = (output: Output): Record<string, unknown> => ("data" in output ? output.data : {});
const outputsOf = ({ cells }: Notebook): Output[] => cells.flatMap((cell) => cell.outputs ?? []);
const outputOf = ({ cells }: Notebook, id: string): Record<string, unknown> =>
  Object.assign({}, ...(cells.find((cell) => cell.id === id)?.outputs ?? []).map(dataOf)) as Record<string, unknown>;
const tableText = (run: Notebook, id: string): string => sourceText(String(outputOf(run, id)["text/plain"]));
const percents = (text: string): number[] => [...text.matchAll(/([\d.]+)[\s\u202f]*%/g)].map(([, number]) => Number(number));

/** Sentences in Latin letters that no Chinese character interrupts. */
const englishSentences = (text: string): string[] =>
  text.replace(/```[\s\S]*?```|`[^`]*`|<[^>]*>/g, "").match(/[A-Za-z][A-Za-z'’-]*(?: [A-Za-z'’-]+){3,}/g) ?? [];

const runOn = async (language: Language, parameters: Record<string, unknown>): Promise<Notebook> =>
  (await runNotebook(instantiateTemplate(template, { language, parameters }), folder)).notebook;
const shownBy = (run: Notebook): Shown => outputOf(run, "show-result")[resultMimeType] as Shown;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(["en", "zh-CN"] as const)("the A/B test template in %s", (language) => {
  const data = "sample:experiment?seed=7";
  const { truth } = sample("experiment?seed=7", language);
  const words = experimentWords[language].columns;
  let run: Notebook;
  let shown: Shown;

  beforeAll(async () => {
    run = await runOn(language, {
      data,
      guardrails: [words.loadTime],
      lowerIsBetter: [words.loadTime],
      margin: 0.02,
      valuePerConversion: 60,
    });
    shown = shownBy(run);
  }, 120_000);

  it("runs to its end and shows result, charts and tables", () => {
    expect(outputsOf(run).filter(({ output_type }) => output_type === "error")).toEqual([]);
    for (const id of ["show-arms", "show-posterior", "show-days", "show-segments", "show-plan"])
      expect(outputOf(run, id), id).toHaveProperty("image/svg+xml");
    for (const id of [
      "show-data",
      "analyse",
      "show-sizes",
      "show-result",
      "show-worth",
      "show-peeking",
      "show-wrong",
      "show-check",
      "show-actions",
    ])
      expect(outputOf(run, id), id).toHaveProperty("text/html");
  });

  it("counts what was planted, and finds the lift and the guardrail that holds", () => {
    const [primary, , guardrail] = shown.values.metrics;
    const planted = [truth.arms.control, truth.arms.treatment].map(({ visitors, conversions }) => [visitors, conversions]);
    expect(primary?.levels.map(({ units, conversions }) => [units, conversions])).toEqual(planted);
    const [low, high] = primary?.comparisons[0]?.relative?.interval ?? [1, 0];
    expect([low <= truth.planted.conversion.relative, truth.planted.conversion.relative <= high]).toEqual([true, true]);
    expect(guardrail?.comparisons[0]?.guardrail).toBe("held");
    expect(shown.values.decision.decision).toBe("ship");
  });

  it("shows how often daily looks go wrong, and that the confidence sequence keeps its promise", () => {
    const [, once = NaN, daily, sequence] = tableText(run, "show-peeking")
      .split("\n")
      .filter((line) => /%/.test(line))
      .map((line) => percents(line)[0]) as number[];
    expect(once).toBeLessThan(7);
    expect(daily).toBeGreaterThan(2.5 * once);
    expect(sequence).toBeLessThan(5);
  });

  it("gives the wrong answer of the broken test first, and then the browser that went missing", () => {
    const wrong = tableText(run, "show-wrong");
    expect(Math.max(...percents(wrong))).toBeGreaterThan(15);
    expect(wrong).toContain("0.001");
    const check = tableText(run, "show-check");
    expect(check.indexOf(experimentWords[language].browsers[0] as string)).toBeGreaterThan(0);
    expect(check.indexOf(words.browser)).toBeLessThan(check.indexOf(words.device));
  });

  it("plans the roll-out with a hold-out of the units that saw the old version", () => {
    const numbers = tableText(run, "show-actions")
      .match(/\d[\d,]*/g)
      ?.map((text) => Number(text.replaceAll(",", "")));
    const { visitors } = truth.arms.control;
    expect(numbers).toContain(Math.round(visitors * 0.1));
    expect(numbers).toContain(visitors - Math.round(visitors * 0.1));
  });

  it("speaks one language throughout", () => {
    const texts = run.cells.filter((cell) => cell.cell_type === "markdown").map((cell) => sourceText(cell.source));
    if (language === "zh-CN") expect(texts.flatMap(englishSentences)).toEqual([]);
    else for (const text of texts.filter((each) => !each.includes("对照组"))) expect(text).not.toMatch(/\p{Script=Han}/u);
    for (const sentence of shown.reading) expect(/\p{Script=Han}/u.test(sentence)).toBe(language === "zh-CN");
  });
});

describe.each([
  ["broken", "en", "fix-the-test"],
  ["none", "zh-CN", "do-not-ship"],
] as const)("the template on the story %s in %s", (story, language, decision) => {
  it(`says ${decision}, and moves nobody to the new version`, async () => {
    const run = await runOn(language, { data: `sample:experiment?story=${story}&seed=4` });
    expect(outputsOf(run).filter(({ output_type }) => output_type === "error")).toEqual([]);
    const { values, reading } = shownBy(run);
    expect(values.decision.decision).toBe(decision);
    expect(reading.join(" ")).not.toMatch(/does better than|优于|归因于改动；它/);
    expect(tableText(run, "show-actions")).not.toMatch(/Give "|现在上线/);
  }, 120_000);
});
