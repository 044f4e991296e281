import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sample, type ChurnValues, type Language } from "marklab";
import { instantiateTemplate, resultMimeType, sourceText, type Notebook, type Output } from "marklab/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNotebook } from "../../kernel/src/command/notebook-run.js";
import { dataFile } from "../../library/src/testing/data-folder.js";

const template = JSON.parse(readFileSync(new URL("../../templates/churn.ipynb", import.meta.url), "utf8")) as Notebook;
const telco = dataFile("telco_churn/Telco-Customer-Churn.csv");
const folder = mkdtempSync(join(tmpdir(), "marklab-churn-"));
const charts = ["show-drivers", "show-lift", "show-profit", "show-calibration", "show-models"];
const shown = ["show-data", "analyse", "show-result", "show-trap", "show-actions"];

const dataOf = (output: Output): Record<string, unknown> => ("data" in output ? output.data : {});
const outputsOf = ({ cells }: Notebook): Output[] => cells.flatMap((cell) => cell.outputs ?? []);
const outputOf = ({ cells }: Notebook, id: string): Record<string, unknown> =>
  Object.assign({}, ...(cells.find((cell) => cell.id === id)?.outputs ?? []).map(dataOf)) as Record<string, unknown>;
const htmlOf = (run: Notebook, id: string): string => sourceText(String(outputOf(run, id)["text/html"]));
const resultOf = (run: Notebook) => outputOf(run, "show-result")[resultMimeType] as { values: ChurnValues; reading: string[] };
const errorsOf = (run: Notebook) => outputsOf(run).filter(({ output_type }) => output_type === "error");

/** Sentences in Latin letters that no Chinese character interrupts. */
const englishSentences = (text: string): string[] =>
  text.replace(/```[\s\S]*?```|`[^`]*`|<[^>]*>/g, "").match(/[A-Za-z][A-Za-z'’-]*(?: [A-Za-z'’-]+){3,}/g) ?? [];

/** Numbers of a small table, row by row. */
const numbersOf = (html: string): number[][] =>
  [...html.matchAll(/<tr>.*?<\/tr>/g)]
    .map(([row]) => [...row.matchAll(/text-align:right">([\d.,]+)<\/td>/g)].map(([, number = ""]) => Number(number)))
    .filter((row) => row.length > 0);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (language: Language, parameters: Record<string, unknown>): Promise<Notebook> =>
  (await runNotebook(instantiateTemplate(template, { language, parameters }), folder)).notebook;

describe.each([
  [3, "en"],
  [7, "zh-CN"],
] as const)("the churn template on the sample of seed %d in %s", (seed, language) => {
  const { truth } = sample(`sample:churn?seed=${seed}`, language);
  let executed: Notebook;
  beforeAll(async () => {
    executed = await run(language, { data: `sample:churn?seed=${seed}`, saveActions: true });
  }, 300_000);

  it("runs to its end and shows result, charts and tables", () => {
    expect(errorsOf(executed)).toEqual([]);
    for (const id of charts) expect(outputOf(executed, id), id).toHaveProperty("image/svg+xml");
    for (const id of shown) expect(outputOf(executed, id), id).toHaveProperty("text/html");
  });

  it("counts what was planted and leaves the leak out by name", () => {
    const { values, reading } = resultOf(executed);
    expect([values.customers, values.events]).toEqual([truth.known, truth.positive]);
    expect(values.leaks.map(({ column }) => column)).toEqual(truth.leaks.map((column) => column[language]));
    expect(reading.join(" ")).toContain(truth.leaks[0]?.[language]);
    expect(values.model?.evaluation.beatsBaseRate).toBe(true);
  });

  it("shows the wrong answer first: the leak makes the model look nearly perfect", () => {
    const [withLeak, without] = numbersOf(htmlOf(executed, "show-trap"));
    expect(withLeak?.[0]).toBeGreaterThan(0.95);
    expect(without?.[0]).toBeLessThan(0.85);
    expect(htmlOf(executed, "show-trap")).toContain(truth.leaks[0]?.[language]);
  });

  it("lists people who are still there, with reasons, and a hold-out in each group", () => {
    const [header = "", ...rows] = readFileSync(join(folder, "churn-actions.csv"), "utf8")
      .replace(/^\ufeff/, "")
      .trim()
      .split(/\r?\n/);
    expect(header.split(",")).toHaveLength(5);
    const left = new Set(truth.positiveIds);
    const ids = rows.map((row) => row.split(",")[0] ?? "");
    expect(ids.length).toBeGreaterThan(100);
    expect(ids.filter((id) => left.has(id))).toEqual([]);
    const heldOut = rows.filter((row) => row.includes(language === "en" ? "hold-out" : "预留对照组"));
    expect(heldOut.length / rows.length).toBeCloseTo(0.1, 1);
    expect(rows.filter((row) => /[↑↓]/.test(row))).toHaveLength(rows.length);
  });

  it("speaks one language throughout", () => {
    const texts = executed.cells.filter((cell) => cell.cell_type === "markdown").map((cell) => sourceText(cell.source));
    if (language === "zh-CN") expect(texts.flatMap(englishSentences)).toEqual([]);
    else for (const text of texts) expect(text).not.toMatch(/\p{Script=Han}/u);
    for (const sentence of resultOf(executed).reading) expect(/\p{Script=Han}/u.test(sentence)).toBe(language === "zh-CN");
  });
});

describe("the churn template elsewhere", () => {
  it.each([
    ["data where nothing predicts", "sample:churn?story=none"],
    ["orders without an outcome", "sample:reorders"],
  ])(
    "runs to its end on %s",
    async (_, data) => {
      expect(errorsOf(await run("en", { data }))).toEqual([]);
    },
    300_000,
  );

  it("draws no list where nothing predicts", async () => {
    const executed = await run("en", { data: "sample:churn?story=none&seed=5" });
    expect(htmlOf(executed, "show-actions")).toContain("No action is proposed");
    expect(resultOf(executed).reading[0]).toContain("no better than the base rate");
  }, 300_000);

  it.skipIf(!telco.exists)(
    "runs on the Telco file with nothing changed but the data",
    async () => {
      const executed = await run("zh-CN", { data: telco.path });
      expect(errorsOf(executed)).toEqual([]);
      const { values } = resultOf(executed);
      expect([values.customers, values.events, values.leaks.length]).toEqual([7043, 1869, 0]);
      expect(values.model?.evaluation.auc.value).toBeGreaterThan(0.84);
      expect(values.model?.evaluation.auc.value).toBeLessThan(0.85);
    },
    300_000,
  );
});
