import { join } from "node:path";
import type { Locator } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { attack, bars, brokenVega, spy, unknownMark, vegaSquare, wide } from "./chart-examples.js";
import { execute, frontNotebook, photograph } from "./lab-page.js";
import { type LabInUse, useLab } from "./use-lab.js";
import { writeNotebookOfOutputs } from "./write-notebook.js";

const outputs = {
  v6: { "application/vnd.vegalite.v6+json": bars },
  altair: { "application/vnd.vegalite.v6.json": { ...bars, $schema: "https://vega.github.io/schema/vega-lite/v6.1.0.json" } },
  v5: { "application/vnd.vegalite.v5+json": { ...bars, $schema: "https://vega.github.io/schema/vega-lite/v5.json" } },
  v4: { "application/vnd.vegalite.v4+json": { ...bars, $schema: "https://vega.github.io/schema/vega-lite/v4.json" } },
  vega: { "application/vnd.vega.v6+json": vegaSquare },
  attack: { "application/vnd.vegalite.v6+json": attack },
  spy: { "application/vnd.vegalite.v6+json": spy },
  wide: { "application/vnd.vegalite.v6+json": wide },
  unknownMark: { "application/vnd.vegalite.v6+json": unknownMark },
  brokenVega: { "application/vnd.vega.v6+json": brokenVega },
  noObject: { "application/vnd.vegalite.v6+json": [] },
};

function chartTests(use: () => LabInUse): void {
  const output = (name: keyof typeof outputs): Locator =>
    use().page.locator(".jp-Notebook .jp-Cell").nth(Object.keys(outputs).indexOf(name)).locator(".mkl-Chart");
  const marks = (name: keyof typeof outputs): Locator => output(name).locator("svg.marks .mark-rect path");

  beforeAll(async () => {
    await execute(use().page, "docmanager:open", { path: "charts.ipynb" });
    await marks("v6").first().waitFor();
  });

  it.each(["v6", "altair", "v5", "v4"] as const)("draws four bars from the MIME type of %s", async (name) => {
    await marks(name).first().waitFor();
    expect(await marks(name).count()).toBe(4);
  });

  it("draws Vega too", async () => {
    await marks("vega").first().waitFor();
    expect(await marks("vega").count()).toBe(1);
  });

  it("gives a chart its description as alternative text", async () =>
    expect(await output("v6").locator("[aria-label]").first().getAttribute("aria-label")).toBe(bars.description));

  it("draws on the page's own ground", async () => {
    const background = await output("v6")
      .locator("svg.marks")
      .evaluate((svg) => getComputedStyle(svg).backgroundColor);
    expect(background).toBe("rgba(0, 0, 0, 0)");
  });

  it("shows a name that tries to be a script as text", async () => {
    await expect.poll(() => output("v6").locator("svg.marks text").allTextContents()).toContain("<script>window.hacked = true</script>");
    expect(await use().page.evaluate(() => "hacked" in window)).toBe(false);
  });

  it("takes no orders from usermeta", async () => {
    await marks("attack").first().waitFor();
    expect(await output("attack").locator("canvas, .vega-actions").count()).toBe(0);
    expect(await use().page.evaluate(() => getComputedStyle(document.body).display)).not.toBe("none");
  });

  it("reads nothing from another site and says so", async () =>
    expect.poll(() => output("spy").innerText()).toContain("its data at https://example.org/customers.json?key=secret could not be read"));

  it("says where a specification is wrong", async () => {
    await expect.poll(() => output("unknownMark").innerText()).toContain('spec.layer[1].mark is "lin"');
    expect(await output("unknownMark").innerText()).toContain('Try "line"');
    await expect.poll(() => output("brokenVega").innerText()).toContain("nowhere");
    await expect.poll(() => output("noObject").innerText()).toContain("spec is a list");
  });

  it("keeps a chart as wide as its container when a side bar opens or closes", async () => {
    await marks("wide").first().waitFor();
    const widthOf = async () => (await output("wide").locator("svg.marks").boundingBox())?.width ?? 0;
    await expect.poll(widthOf).toBeGreaterThan(600);
    const before = await widthOf();
    await execute(use().page, "application:toggle-left-area");
    await expect.poll(widthOf).toBeGreaterThan(before + 100);
    await execute(use().page, "application:toggle-left-area");
    await expect.poll(widthOf).toBe(before);
  });

  it("draws anew in the colours of the dark theme, and back", async () => {
    const titleColour = () => output("v6").locator("svg.marks .role-title-text text").first().getAttribute("fill");
    await photograph(use().page, "charts-light");
    expect(await titleColour()).toBe("#1F2933");
    await execute(use().page, "apputils:change-theme", { theme: "JupyterLab Dark" });
    await expect.poll(titleColour).toBe("#E6EAEF");
    expect(await marks("v6").count()).toBe(4);
    await use().page.locator("#jupyterlab-splash").waitFor({ state: "hidden" });
    await photograph(use().page, "charts-dark");
    await execute(use().page, "apputils:change-theme", { theme: "JupyterLab Light" });
    await expect.poll(titleColour).toBe("#1F2933");
  });

  it("saves a chart as a picture, by keyboard", async () => {
    const { page } = use();
    await output("v6").locator("summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const [saved] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(saved.suggestedFilename()).toBe("chart.svg");
  });

  it("leaves the notebook unchanged", async () => expect((await frontNotebook(use().page)).dirty).toBe(false));
}

describe("charts in a notebook that JupyterLab does not trust", () =>
  useLab(chartTests, { prepare: ({ notebooks }) => writeNotebookOfOutputs(join(notebooks, "charts.ipynb"), Object.values(outputs)) }));
