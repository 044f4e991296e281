import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { languages, type Language } from "marklab/language";
import { makeReport } from "marklab/report";
import { instantiateTemplate, type Notebook } from "marklab/templates";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNotebook } from "../../kernel/src/command/notebook-run.js";
import { dataFile, onlineRetail } from "../../library/src/testing/data-folder.js";
import { openBrowser, watchedPage, type WatchedPage } from "../lab/open-browser.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readTemplate = (id: string) => JSON.parse(readFileSync(join(root, "templates", `${id}.ipynb`), "utf8")) as Notebook;
const ids = readdirSync(join(root, "templates"))
  .filter((name) => name.endsWith(".ipynb"))
  .map((name) => name.replace(".ipynb", ""));
const folder = mkdtempSync(join(tmpdir(), "marklab-report-"));
const artefacts = join(root, "artefacts");

/** What one page of paper holds inside its margins, in CSS pixels. */
const papers = { A4: { width: 673, height: 1001 }, Letter: { width: 695, height: 935 } } as const;

interface Case {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  /** Without it, the template's sample. */
  readonly data?: string;
  readonly isHere: boolean;
}

const telco = dataFile("telco_churn/Telco-Customer-Churn.csv");
const cases: readonly Case[] = [
  ...ids.flatMap((id) => languages.map((language): Case => ({ id, language, name: "its sample", isHere: true }))),
  { id: "rfm", language: "en", name: "Online Retail", data: onlineRetail.path, isHere: onlineRetail.exists },
  { id: "churn", language: "en", name: "Telco", data: telco.path, isHere: telco.exists },
];

let browser: Browser;

beforeAll(async () => {
  mkdirSync(artefacts, { recursive: true });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const { id, name, language, data, isHere } of cases) {
  const file = [id, ...(data === undefined ? [] : [name.replaceAll(" ", "-").toLowerCase()]), language].join("-");

  describe.skipIf(!isHere)(`the report of ${id} on ${name} in ${language}`, () => {
    let watched: WatchedPage;

    beforeAll(async () => {
      const parameters = data === undefined ? {} : { data };
      const { notebook: executed } = await runNotebook(instantiateTemplate(readTemplate(id), { language, parameters }), folder);
      const path = join(folder, `${file}.html`);
      writeFileSync(path, makeReport(executed));
      watched = await watchedPage(browser, "http://nowhere.invalid");
      await watched.page.goto(pathToFileURL(path).href);
    }, 120_000);
    afterAll(() => watched.page.close());

    it("opens without a request or a complaint, and is kept to be looked at", async () => {
      await watched.page.screenshot({ path: join(artefacts, `report-${file}.png`), fullPage: true });
      expect(watched.complaints).toEqual([]);
      expect(await watched.page.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await watched.page.evaluate(() => document.scripts.length)).toBe(0);
    });

    it("shows its charts, none of them cut, on wide and narrow screens", async () => {
      for (const width of [1200, 800, 400]) {
        await watched.page.setViewportSize({ width, height: 900 });
        const boxes = await watched.page
          .locator("svg")
          .evaluateAll((charts) => charts.map((chart) => chart.getBoundingClientRect().toJSON()));
        expect(boxes.length).toBeGreaterThanOrEqual(3);
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
