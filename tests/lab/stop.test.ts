import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute, openLab, photograph, untilKernelAnswers } from "./lab-page.js";
import { writeNotebookOfCode } from "./write-notebook.js";
import { openBrowser, watchedPage, type WatchedPage } from "./open-browser.js";
import { type Lab, startLab } from "./start-lab.js";

const cells = ["let customers = 158;", "console.log('loop begins');\nwhile (true) {}", "customers + 1"];

describe("the Stop button", () => {
  let lab: Lab;
  let browser: Browser;
  let watched: WatchedPage;
  const output = (cell: number) => watched.page.locator(".jp-Notebook .jp-Cell").nth(cell).locator(".jp-OutputArea-output");

  beforeAll(async () => {
    [lab, browser] = await Promise.all([startLab(), openBrowser()]);
    watched = await watchedPage(browser, lab.url);
    writeNotebookOfCode(join(lab.notebooks, "stop.ipynb"), cells);
    await openLab(watched.page, lab);
    await execute(watched.page, "docmanager:open", { path: "stop.ipynb", kernel: { name: "marklab" } });
    await untilKernelAnswers(watched.page);
  });

  afterAll(async () => {
    await browser.close();
    await lab.stop();
  });

  it("ends an endless loop and keeps the variables", async () => {
    const { page } = watched;
    await page.locator(".jp-Notebook .jp-Cell").first().locator(".cm-content").click();
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.press("Shift+Enter");
    await output(1).filter({ hasText: "loop begins" }).waitFor();
    await page.locator('.jp-NotebookPanel-toolbar [data-jp-item-name="interrupt"]').click();
    await output(1)
      .filter({ hasText: /interrupt/i })
      .waitFor();
    await photograph(page, "stop");
    await page.keyboard.press("Shift+Enter");
    await output(2).filter({ hasText: "159" }).waitFor();
  });

  it("did nothing that a user or a guard of data would mind", () => expect(watched.complaints).toEqual([]));
});
