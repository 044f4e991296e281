import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Language } from "marklab/language";
import { makeReport } from "marklab/report";
import { instantiateTemplate, type Notebook } from "marklab/templates";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNotebook } from "../../kernel/src/command/notebook-run.js";
import { buildCommand } from "../../kernel/src/testing/run-command.js";
import { onlineRetail } from "../../library/src/testing/data-folder.js";
import { openBrowser, watchedPage, type WatchedPage } from "../lab/open-browser.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const template = JSON.parse(readFileSync(join(root, "templates", "rfm.ipynb"), "utf8")) as Notebook;
const folder = mkdtempSync(join(tmpdir(), "marklab-report-"));
const artefacts = join(root, "artefacts");

/** What one page of paper holds inside its margins, in CSS pixels. */
const papers = { A4: { width: 673, height: 1001 }, Letter: { width: 695, height: 935 } } as const;
const cases: [string, string, Language, boolean][] = [
  ["the sample in Chinese", "sample:orders", "zh-CN", true],
  ["Online Retail in English", onlineRetail.path, "en", onlineRetail.exists],
];

let browser: Browser;

beforeAll(async () => {
  buildCommand();
  mkdirSync(artefacts, { recursive: true });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const [name, data, language, isHere] of cases) {
  describe.skipIf(!isHere)(`the RFM report on ${name}`, () => {
    let watched: WatchedPage;

    beforeAll(async () => {
      const { notebook: executed } = await runNotebook(instantiateTemplate(template, { language, parameters: { data } }), folder);
      const path = join(folder, `${language}.html`);
      writeFileSync(path, makeReport(executed));
      watched = await watchedPage(browser, "http://nowhere.invalid");
      await watched.page.goto(pathToFileURL(path).href);
    });

    it("opens without a request or a complaint, and is kept to be looked at", async () => {
      await watched.page.screenshot({ path: join(artefacts, `report-${language}.png`), fullPage: true });
      expect(watched.complaints).toEqual([]);
      expect(await watched.page.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await watched.page.evaluate(() => document.scripts.length)).toBe(0);
    });

    it("shows the four charts, none of them cut, on wide and narrow screens", async () => {
      for (const width of [1200, 800, 400]) {
        await watched.page.setViewportSize({ width, height: 900 });
        const boxes = await watched.page
          .locator("svg")
          .evaluateAll((charts) => charts.map((chart) => chart.getBoundingClientRect().toJSON()));
        expect(boxes).toHaveLength(4);
        for (const { left, right, height } of boxes as DOMRect[]) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(width);
          expect(height).toBeGreaterThan(100);
        }
        expect(await watched.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });

    it.each(Object.entries(papers))("puts the decision on one page of %s", async (_, { width, height }) => {
      await watched.page.setViewportSize({ width, height });
      await watched.page.emulateMedia({ media: "print" });
      const first = await watched.page.locator(".first").boundingBox();
      await watched.page.emulateMedia({ media: "screen" });
      expect(first?.height).toBeLessThanOrEqual(height);
    });

    it("says nothing that is no word or number", async () => {
      const text = await watched.page.locator("body").innerText();
      expect(text).not.toMatch(/\b(NaN|undefined|null|Infinity)\b|\[object|\d\.\d{9}/);
      expect(text.length).toBeGreaterThan(1500);
    });
  });
}
