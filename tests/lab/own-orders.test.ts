import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resultMimeType } from "../../library/src/display.js";
import { execute, frontNotebook, outputsOf, photograph, setParameter, untilKernelAnswers } from "./lab-page.js";
import { useLab } from "./use-lab.js";

const attack = `<script>window.hacked = true</script><img src=x onerror="window.hacked = true">`;
const customers = [attack, ...Array.from({ length: 39 }, (_, index) => `00${index + 100}`)];

/** Customer n buys n + 1 times, each time for 10 more than before. */
const orders = customers.flatMap((customer, index) =>
  Array.from({ length: index + 1 }, (_, order) => ({
    customer,
    order: `A${index}-${order}`,
    date: `2024-${String((order % 12) + 1).padStart(2, "0")}-${String((index % 28) + 1).padStart(2, "0")}`,
    amount: 10 * (order + 1),
  })),
);
const revenue = orders.reduce((sum, { amount }) => sum + amount, 0);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = [
  "CustomerID;InvoiceNo;InvoiceDate;Amount",
  ...orders.map(({ customer, order, date, amount }) => [quoted(customer), order, date, amount].join(";")),
].join("\n");

describe("the RFM notebook on a user's own CSV", () =>
  useLab(
    (use) => {
      it("gives the right totals after only the file's name was changed", async () => {
        const { page } = use();
        await execute(page, "marklab:open-template", { template: "rfm" });
        await untilKernelAnswers(page);
        await setParameter(page, "data", "orders.csv");
        await execute(page, "notebook:run-all-cells");
        const outputs = outputsOf((await frontNotebook(page)).notebook);
        expect(outputs.filter(({ output_type }) => output_type === "error")).toEqual([]);
        const result = outputs.map((output) => ("data" in output ? output.data[resultMimeType] : undefined)).find(Boolean);
        expect(result).toMatchObject({ analysis: "rfm", values: { customers: 40, orders: orders.length, revenue } });
        await photograph(page, "own-orders");
      });

      it("shows a customer whose name tries to be a script as text", async () => {
        const { page } = use();
        const shown = page.locator(".jp-OutputArea-output").getByText("<script>window.hacked", { exact: false }).first();
        await shown.scrollIntoViewIfNeeded();
        expect(await page.locator(".jp-OutputArea-output img[onerror], .jp-OutputArea-output script").count()).toBe(0);
        expect(await page.evaluate(() => "hacked" in window)).toBe(false);
        await photograph(page, "hostile-customer");
      });

      it("names the second notebook after the first", async () => {
        const { page } = use();
        await execute(page, "marklab:open-template", { template: "rfm" });
        expect((await frontNotebook(page)).path).toBe("RFM customer segments 2.ipynb");
      });

      it.each([
        [{ template: "rmf" }, 'there is no template "rmf"', []],
        [{ template: "rfm", cwd: "no/such/folder" }, 'the folder "no/such/folder" did not take the file', [expect.stringContaining("404")]],
      ])("says why it cannot make a notebook from %j", async (words, reason, complained) => {
        const { page, complaints } = use();
        const opened = execute(page, "marklab:open-template", words);
        const dialog = page.locator(".jp-Dialog");
        await dialog.filter({ hasText: reason }).waitFor();
        await dialog.locator("button").last().click();
        await opened;
        expect(complaints.splice(0)).toEqual(complained);
      });
    },
    { prepare: ({ notebooks }) => writeFileSync(join(notebooks, "orders.csv"), csv) },
  ));
