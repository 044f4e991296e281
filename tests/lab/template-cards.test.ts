import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language } from "marklab/language";
import { templateMetadata, type Notebook, type Output, type TemplateMetadata } from "marklab/templates";
import { describe, expect, it } from "vitest";
import { resultMimeType } from "../../library/src/display.js";
import { execute, frontNotebook, outputsOf, photograph, untilKernelAnswers } from "./lab-page.js";
import { type LabInUse, useLab } from "./use-lab.js";

const words = {
  en: { section: "Marketing analysis", save: ["Save as SVG", "Save as PNG"], script: /\p{Script=Latin}/u },
  "zh-CN": { section: "营销分析", save: ["保存为 SVG", "保存为 PNG"], script: /\p{Script=Han}/u },
} as const;

const folder = fileURLToPath(new URL("../../templates/", import.meta.url));
const templates = readdirSync(folder)
  .filter((name) => name.endsWith(".ipynb"))
  .map((name) => templateMetadata(JSON.parse(readFileSync(join(folder, name), "utf8")) as Notebook) as TemplateMetadata);

const dataOf = (output: Output): Record<string, unknown> => ("data" in output ? output.data : {});

interface Told {
  readonly analysis: string;
  readonly language: Language;
  readonly reading: readonly string[];
}

function cardTests(use: () => LabInUse, language: Language, { id, title: { [language]: title } }: TemplateMetadata): void {
  const { script } = words[language];

  it(`${id}: opens a notebook of that name, which is clean also after the kernel has started`, async () => {
    const { page, lab } = use();
    await execute(page, "launcher:create");
    await page.locator(".jp-LauncherCard", { hasText: title }).filter({ visible: true }).first().click();
    await expect.poll(async () => (await frontNotebook(page).catch(() => undefined))?.path).toBe(`${title.replaceAll("/", " ")}.ipynb`);
    await untilKernelAnswers(page);
    const { path, dirty, kernel, notebook } = await frontNotebook(page);
    expect(existsSync(join(lab.notebooks, path))).toBe(true);
    expect(kernel).toBe("marklab");
    expect(dirty).toBe(false);
    expect(String(notebook.cells[0]?.source)).toContain(title);
    await photograph(page, `notebook-${id}-${language}`);
  });

  it(`${id}: analyses its sample and draws every chart when all cells are run`, async () => {
    const { page } = use();
    await execute(page, "notebook:run-all-cells");
    const outputs = outputsOf((await frontNotebook(page)).notebook);
    expect(outputs.filter(({ output_type }) => output_type === "error")).toEqual([]);
    const charts = outputs.filter((output) => "application/vnd.vegalite.v6+json" in dataOf(output));
    expect(charts.length).toBeGreaterThanOrEqual(3);
    const drawn = page.locator(".mkl-Chart").filter({ visible: true });
    await expect.poll(() => drawn.locator("svg.marks").count()).toBe(charts.length);
    for (const chart of await drawn.all()) {
      expect(await chart.locator("svg.marks path, svg.marks text").count()).toBeGreaterThan(10);
    }
  }, 90_000);

  it(`${id}: tells the finding in the language of the interface`, async () => {
    const { page } = use();
    const outputs = outputsOf((await frontNotebook(page)).notebook);
    const results = outputs.map((output) => dataOf(output)[resultMimeType] as Told | undefined);
    const result = results.find((each) => each?.analysis === id);
    expect(result?.language).toBe(language);
    const headline = page
      .getByText(result?.reading[0] ?? "")
      .filter({ visible: true })
      .first();
    await headline.scrollIntoViewIfNeeded();
    await expect.poll(() => headline.innerText()).toMatch(script);
    await photograph(page, `result-${id}-${language}`);
    await page.locator(".mkl-Chart").filter({ visible: true }).first().scrollIntoViewIfNeeded();
    await photograph(page, `result-charts-${id}-${language}`);
  });
}

describe.each<Language>(["en", "zh-CN"])("the cards of the templates, with JupyterLab in %s", (language) =>
  useLab(
    (use) => {
      it("stand first in the launcher, all of them", async () => {
        const { page } = use();
        const first = page.locator(".jp-Launcher-section").first();
        await first.locator(".jp-LauncherCard").first().waitFor();
        expect(await first.locator(".jp-Launcher-sectionTitle").innerText()).toBe(words[language].section);
        const labels = await first.locator(".jp-LauncherCard-label").allInnerTexts();
        expect(labels.toSorted()).toEqual(templates.map(({ title }) => title[language]).toSorted());
        await photograph(page, `launcher-${language}`);
      });

      for (const template of templates) cardTests(use, language, template);

      it("offer to save a chart in the language of the interface", async () => {
        const menu = use().page.locator(".mkl-Chart-menu").filter({ visible: true }).first();
        await menu.locator("summary").focus();
        await menu.locator("summary").press("Enter");
        await expect.poll(() => menu.locator("button").allInnerTexts()).toEqual(words[language].save);
        await menu.locator("summary").press("Escape");
        expect(await menu.locator("button").first().isVisible()).toBe(false);
      });
    },
    { language },
  ),
);
