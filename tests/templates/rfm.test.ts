import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sample, type Language, type RfmValues } from "marklab";
import { instantiateTemplate, resultMimeType, sourceText, type Notebook, type Output } from "marklab/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNotebook } from "../../kernel/src/command/notebook-run.js";

const template = JSON.parse(readFileSync(new URL("../../templates/rfm.ipynb", import.meta.url), "utf8")) as Notebook;
const folder = mkdtempSync(join(tmpdir(), "marklab-template-"));
const cases: [number, Language][] = [
  [1, "en"],
  [7, "zh-CN"],
  [2024, "en"],
  [99, "zh-CN"],
];

/** The segments in which each planted kind of customer belongs. */
const home: Readonly<Record<string, readonly string[]>> = {
  champions: ["champions"],
  new: ["new", "promising", "potential-loyalists"],
  loyal: ["loyal"],
  "at-risk": ["at-risk", "cant-lose-them"],
  lost: ["lost", "hibernating"],
};

const dataOf = (output: Output): Record<string, unknown> => ("data" in output ? output.data : {});
const outputsOf = ({ cells }: Notebook): Output[] => cells.flatMap((cell) => cell.outputs ?? []);
const outputOf = ({ cells }: Notebook, id: string): Record<string, unknown> =>
  Object.assign({}, ...(cells.find((cell) => cell.id === id)?.outputs ?? []).map(dataOf)) as Record<string, unknown>;

/** Sentences in Latin letters that no Chinese character interrupts. */
const englishSentences = (text: string): string[] =>
  text.replace(/```[\s\S]*?```|`[^`]*`|<[^>]*>/g, "").match(/[A-Za-z][A-Za-z'’-]*(?: [A-Za-z'’-]+){3,}/g) ?? [];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(cases)("the RFM template on the sample of seed %d in %s", (seed, language) => {
  const data = `sample:orders?seed=${seed}` as const;
  const { truth } = sample(data, language);
  let run: Notebook;
  let values: RfmValues;

  beforeAll(async () => {
    const extra = { code: "rfmTable = result.table.objects({ limit: Infinity }).map(({ customer, segment }) => [customer, segment]);" };
    const notebook = instantiateTemplate(template, { language, parameters: { data } });
    notebook.cells.push({
      id: "found",
      cell_type: "code",
      metadata: {},
      outputs: [],
      source: `let rfmTable; ${extra.code} console.log(JSON.stringify(rfmTable));`,
    });
    run = (await runNotebook(notebook, folder)).notebook;
    values = (
      outputsOf(run)
        .map((output) => dataOf(output)[resultMimeType])
        .find(Boolean) as { values: RfmValues }
    ).values;
  });

  it("runs to its end and shows result, charts and tables", () => {
    expect(outputsOf(run).filter(({ output_type }) => output_type === "error")).toEqual([]);
    for (const id of ["show-grid", "show-treemap", "show-density"]) expect(outputOf(run, id), id).toHaveProperty("image/svg+xml");
    for (const id of ["show-data", "analyse", "show-result", "show-trap", "show-actions"])
      expect(outputOf(run, id), id).toHaveProperty("text/html");
  });

  it("counts what was planted: revenue, orders, customers, rows set aside", () => {
    const aside = (kind: string) => values.setAside.find((each) => each.kind === kind)?.rows;
    expect(values.revenue).toBeCloseTo(truth.revenue, 2);
    expect(values.orders).toBe(truth.orders);
    expect(values.customers).toBe(Object.keys(truth.archetypeOf).length);
    expect([aside("cancelled"), aside("missing-customer")]).toEqual([truth.cancelledRows, truth.rowsWithoutCustomer]);
  });

  it("puts four in five customers of each planted kind where they belong", () => {
    const cell = run.cells.find(({ id }) => id === "found");
    const [printed] = cell?.outputs ?? [];
    const text = printed?.output_type === "stream" ? sourceText(printed.text) : "";
    const segmentOf = new Map(JSON.parse(text) as [string, string][]);
    for (const [kind, segments] of Object.entries(home)) {
      const members = Object.keys(truth.archetypeOf).filter((id) => truth.archetypeOf[id] === kind);
      const found = members.filter((id) => segments.includes(segmentOf.get(id) ?? ""));
      expect(found.length / members.length, `${kind} in ${segments.join(", ")}`).toBeGreaterThanOrEqual(0.8);
    }
  });

  it("finds the share of revenue that the planted champions bring", () => {
    const champions = values.segments.find(({ id }) => id === "champions");
    const [low, high] = champions?.revenueShare.interval ?? [0, 0];
    expect(truth.revenueShare["champions"]).toBeGreaterThanOrEqual(low);
    expect(truth.revenueShare["champions"]).toBeLessThanOrEqual(high);
  });

  it("shows how the best fall back by more than all do", () => {
    const html = sourceText(String(outputOf(run, "show-trap")["text/html"]));
    const changes = [...html.matchAll(/<tr>.*?<\/tr>/g)].map(([row]) =>
      Number([...row.matchAll(/>([−\d.,]+)<\/td>/g)].at(-1)?.[1]?.replace("−", "-")),
    );
    const numbers = changes.filter(Number.isFinite);
    expect(numbers.length).toBeGreaterThanOrEqual(4);
    expect(numbers[0]).toBeLessThan(numbers.at(-1) ?? NaN);
  });

  it("speaks one language throughout", () => {
    const texts = run.cells.filter((cell) => cell.cell_type === "markdown").map((cell) => sourceText(cell.source));
    if (language === "zh-CN") expect(texts.flatMap(englishSentences)).toEqual([]);
    else for (const text of texts) expect(text).not.toMatch(/\p{Script=Han}/u);
    const reading = (outputOf(run, "show-result")[resultMimeType] as { reading: string[] }).reading;
    for (const sentence of reading) expect(/\p{Script=Han}/u.test(sentence)).toBe(language === "zh-CN");
  });
});
