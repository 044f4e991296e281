import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { Language } from "marklab/language";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute, frontNotebook, openLab, photograph, untilKernelAnswers } from "./lab-page.js";
import { openBrowser, watchedPage, type WatchedPage } from "./open-browser.js";
import { type Lab, startLab } from "./start-lab.js";

const words = {
  en: { section: "Marketing analysis", title: "RFM customer segments" },
  "zh-CN": { section: "营销分析", title: "RFM 客户分群" },
} as const;

describe.each<Language>(["en", "zh-CN"])("the RFM card, with JupyterLab in %s", (language) => {
  const { section, title } = words[language];
  let lab: Lab;
  let browser: Browser;
  let watched: WatchedPage;

  beforeAll(async () => {
    [lab, browser] = await Promise.all([startLab({ language }), openBrowser()]);
    watched = await watchedPage(browser, lab.url);
    await openLab(watched.page, lab);
  });

  afterAll(async () => {
    await browser.close();
    await lab.stop();
  });

  it("stands first in the launcher", async () => {
    const { page } = watched;
    const first = page.locator(".jp-Launcher-section").first();
    await first.locator(".jp-LauncherCard").first().waitFor();
    expect(await first.locator(".jp-Launcher-sectionTitle").innerText()).toBe(section);
    expect(await first.locator(".jp-LauncherCard-label").first().innerText()).toBe(title);
    await photograph(page, `launcher-${language}`);
  });

  it("opens a notebook of that name, which is clean also after the kernel has started", async () => {
    const { page } = watched;
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

  it("analyses the sample and draws charts when all cells are run", async () => {
    const { page } = watched;
    await execute(page, "notebook:run-all-cells");
    await photograph(page, `result-${language}`);
  });

  it("did nothing that a user or a guard of data would mind", () => expect(watched.complaints).toEqual([]));
});
