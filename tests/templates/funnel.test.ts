import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sample, type FunnelValues, type Language } from "marklab";
import { instantiateTemplate, resultMimeType, sourceText, type Notebook, type Output } from "marklab/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNotebook } from "../../kernel/src/command/notebook-run.js";
import { funnelWords } from "../../library/src/teaching/funnel/words.js";

const template = JSON.parse(readFileSync(new URL("../../templates/funnel.ipynb", import.meta.url), "utf8")) as Notebook;
const folder = mkdtempSync(join(tmpdir(), "marklab-template-"));
const cases: [number, Language][] = [
  [1, "en"],
  [7, "zh-CN"],
];

const dataOf = (output: Output): Record<string, unknown> => ("data" in output ? output.data : {});
const outputsOf = ({ cells }: Notebook): Output[] => cells.flatMap((cell) => cell.outputs ?? []);
const outputOf = ({ cells }: Notebook, id: string): Record<string, unknown> =>
  Object.assign({}, ...(cells.find((cell) => cell.id === id)?.outputs ?? []).map(dataOf)) as Record<string, unknown>;
const errorsOf = (notebook: Notebook) => outputsOf(notebook).filter(({ output_type }) => output_type === "error");
const valuesOf = (notebook: Notebook): FunnelValues =>
  (
    outputsOf(notebook)
      .map((output) => dataOf(output)[resultMimeType])
      .find(Boolean) as { values: FunnelValues }
  ).values;
const htmlOf = (notebook: Notebook, id: string): string => sourceText(String(outputOf(notebook, id)["text/html"]));

/** Sentences in Latin letters that no Chinese character interrupts. */
const englishSentences = (text: string): string[] =>
  text.replace(/```[\s\S]*?```|`[^`]*`|<[^>]*>/g, "").match(/[A-Za-z][A-Za-z'’-]*(?: [A-Za-z'’-]+){3,}/g) ?? [];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(cases)("the funnel template on the sample of seed %d in %s", (seed, language) => {
  const data = `sample:funnel?seed=${seed}` as const;
  const { truth } = sample(data, language);
  const { events } = funnelWords[language];
  let run: Notebook;

  beforeAll(async () => {
    run = (await runNotebook(instantiateTemplate(template, { language, parameters: { data } }), folder)).notebook;
  }, 120_000);

  it("runs to its end and shows result, charts and tables", () => {
    expect(errorsOf(run)).toEqual([]);
    for (const id of ["show-breakdown", "show-time", "show-trend", "show-drivers"])
      expect(outputOf(run, id), id).toHaveProperty("image/svg+xml");
    for (const id of ["show-data", "show-events", "analyse", "show-result", "show-trap", "show-actions"])
      expect(outputOf(run, id), id).toHaveProperty("text/html");
  });

  it("proposes the planted steps and counts exactly who reached them", () => {
    const { steps, setAside } = valuesOf(run);
    expect(steps.map(({ name }) => name)).toEqual(truth.steps.map((id) => events[id]));
    expect(steps.map(({ count }) => count)).toEqual(truth.reached);
    expect(setAside).toEqual([{ kind: "missing-customer", rows: truth.rowsWithoutUser }]);
  });

  it("names the planted leak, and the channel in which it is worst", () => {
    const [first = ""] = (outputOf(run, "show-result")[resultMimeType] as { reading: string[] }).reading;
    expect(first.indexOf(events.trial)).toBeGreaterThanOrEqual(0);
    const { leak, breakdown } = valuesOf(run);
    expect(leak).toMatchObject({ name: events[truth.leak?.step ?? "order"], next: { isClear: true } });
    const reached = (channel: string) => breakdown?.groups.find(({ name }) => name === channel)?.steps.map(({ count }) => count);
    for (const id of ["organic", "social"] as const)
      expect(reached(funnelWords[language].channels[id])).toEqual(truth.reachedByChannel[id]);
  });

  it("shows the false fall of the incomplete days before the truth", () => {
    const rows = [...htmlOf(run, "show-trap").matchAll(/<tr>.*?<\/tr>/g)].map(([row]) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = ""]) => cell),
    );
    expect(rows).toHaveLength(3);
    const change = (row: readonly string[] = []) => Number(row.at(-2)?.replace("−", "-"));
    expect(change(rows[1])).toBeLessThan(0);
    expect(change(rows[1])).toBeLessThan(change(rows[2]));
  });

  it("speaks one language throughout", () => {
    const texts = run.cells.filter((cell) => cell.cell_type === "markdown").map((cell) => sourceText(cell.source));
    if (language === "zh-CN") expect(texts.flatMap(englishSentences)).toEqual([]);
    else for (const text of texts) expect(text).not.toMatch(/\p{Script=Han}/u);
    const { reading } = outputOf(run, "show-result")[resultMimeType] as { reading: string[] };
    for (const sentence of reading) expect(/\p{Script=Han}/u.test(sentence)).toBe(language === "zh-CN");
    for (const id of ["show-trap", "show-actions", "show-events"])
      expect(/\p{Script=Han}/u.test(htmlOf(run, id)), id).toBe(language === "zh-CN");
  });
});

describe("the funnel template", () => {
  it("takes steps, window and breakdown of the user's own, and says plainly what an unknown step is", async () => {
    const { events, columns } = funnelWords.en;
    const asked = (steps: string[]) => ({ data: "sample:funnel?users=300", steps, window: 2, breakdown: columns.platform });
    const runOn = async (steps: string[]) =>
      (await runNotebook(instantiateTemplate(template, { language: "en", parameters: asked(steps) }), folder)).notebook;
    const good = await runOn([events.landing, events.order]);
    expect(valuesOf(good)).toMatchObject({ window: { value: 2, unit: "day" }, breakdown: { column: columns.platform } });
    await expect(runOn([events.landing, "Ordr paid"])).rejects.toThrow(`Try "${events.order}".`);
  }, 120_000);
});
