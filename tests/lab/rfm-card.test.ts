import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "marklab/language";
import type { Output } from "marklab/templates";
import { describe, expect, it } from "vitest";
import { resultMimeType } from "../../library/src/display.js";
import { execute, frontNotebook, outputsOf, photograph, untilKernelAnswers } from "./lab-page.js";
import { type LabInUse, useLab } from "./use-lab.js";

const words = {
  en: { section: "Marketing analysis", title: "RFM customer segments", save: ["Save as SVG", "Save as PNG"], script: /\p{Script=Latin}/u },
  "zh-CN": { section: "营销分析", title: "RFM 客户分群", save: ["保存为 SVG", "保存为 PNG"], script: /\p{Script=Han}/u },
} as const;

const dataOf = (output: Output): Record<string, unknown> => ("data" in output ? output.data : {});

function cardTests(use: () => LabInUse, language: Language): void {
  const { section, title, save, script } = words[language];

  it("stands first in the launcher", async () => {
    const { page } = use();
    const first = page.locator(".jp-Launcher-section").first();
    await first.locator(".jp-LauncherCard").first().waitFor();
    expect(await first.locator(".jp-Launcher-sectionTitle").innerText()).toBe(section);
    expect(await first.locator(".jp-LauncherCard-label").first().innerText()).toBe(title);
    await photograph(page, `launcher-${language}`);
  });

  it("opens a notebook of that name, which is clean also after the kernel has started", async () => {
    const { page, lab } = use();
    await page.locator(".jp-LauncherCard", { hasText: title }).click();
    await page.locator(".jp-Notebook .jp-Cell").first().waitFor();
    await untilKernelAnswers(page);
    const { path, dirty, kernel, notebook } = await frontNotebook(page);
    expect(path).toBe(`${title}.ipynb`);
    expect(existsSync(join(lab.notebooks, path))).toBe(true);
    expect(kernel).toBe("marklab");
    expect(dirty).toBe(false);
    expect(String(notebook.cells[0]?.source)).toContain(title);
    await photograph(page, `notebook-${language}`);
  });

  it("analyses the sample and draws every chart when all cells are run", async () => {
    const { page } = use();
    await execute(page, "notebook:run-all-cells");
    const outputs = outputsOf((await frontNotebook(page)).notebook);
    expect(outputs.filter(({ output_type }) => output_type === "error")).toEqual([]);
    const charts = outputs.filter((output) => "application/vnd.vegalite.v6+json" in dataOf(output));
    expect(charts.length).toBeGreaterThanOrEqual(3);
    await expect.poll(() => page.locator(".mkl-Chart svg.marks").count()).toBe(charts.length);
    for (const chart of await page.locator(".mkl-Chart").all()) {
      expect(await chart.locator("svg.marks path, svg.marks text").count()).toBeGreaterThan(10);
    }
  });

  it("offers to save a chart in the language of the interface", async () => {
    const menu = use().page.locator(".mkl-Chart-menu").first();
    await menu.locator("summary").focus();
    await menu.locator("summary").press("Enter");
    await expect.poll(() => menu.locator("button").allInnerTexts()).toEqual(save);
    await menu.locator("summary").press("Escape");
    expect(await menu.locator("button").first().isVisible()).toBe(false);
  });

  it("tells the finding in the language of the interface", async () => {
    const { page } = use();
    const outputs = outputsOf((await frontNotebook(page)).notebook);
    const result = outputs.map((output) => dataOf(output)[resultMimeType]).find(Boolean) as { language: Language; reading: string[] };
    expect(result.language).toBe(language);
    const headline = page
      .getByText(result.reading[0] ?? "")
      .filter({ visible: true })
      .first();
    await headline.scrollIntoViewIfNeeded();
    await expect.poll(() => headline.innerText()).toMatch(script);
    await photograph(page, `result-${language}`);
    await page.locator(".mkl-Chart").first().scrollIntoViewIfNeeded();
    await photograph(page, `result-charts-${language}`);
  });
}

describe.each<Language>(["en", "zh-CN"])("the RFM card, with JupyterLab in %s", (language) =>
  useLab((use) => cardTests(use, language), { language }),
);
