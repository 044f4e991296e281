import { join } from "node:path";
import { describe, it } from "vitest";
import { execute, photograph, untilKernelAnswers } from "./lab-page.js";
import { useLab } from "./use-lab.js";
import { writeNotebookOfCode } from "./write-notebook.js";

const cells = ["let customers = 158;", "console.log('loop begins');\nwhile (true) {}", "customers + 1"];

describe("the Stop button", () =>
  useLab(
    (use) => {
      it("ends an endless loop and keeps the variables", async () => {
        const { page } = use();
        const output = (cell: number) => page.locator(".jp-Notebook .jp-Cell").nth(cell).locator(".jp-OutputArea-output");
        await execute(page, "docmanager:open", { path: "stop.ipynb", kernel: { name: "marklab" } });
        await untilKernelAnswers(page);
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
    },
    { prepare: ({ notebooks }) => writeNotebookOfCode(join(notebooks, "stop.ipynb"), cells) },
  ));
