import { describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { dataFiles } from "../../testing/data-files.js";
import { displaySymbol } from "../../display.js";
import { rfm } from "./rfm.js";

const files = dataFiles();

const columns = { customer: "who", date: "when", amount: "paid" } as const;

/** Forty customers, one order each on a day of 2024 after the 12th, written by `date` and `amount`; `extra` rows follow. */
async function loadOrders(name: string, date: (month: string, day: string) => string, amount: (value: number) => string, extra: string[]) {
  const rows = Array.from({ length: 40 }, (_, index) => {
    const month = String(1 + (index % 12)).padStart(2, "0");
    return `c${index},${date(month, String(13 + (index % 15)))},${amount(1000 + index)}`;
  });
  return load(files.write(`${name}.csv`, ["who,when,paid", ...rows, ...extra, ""].join("\n")));
}

describe("rfm() on files with stray values", () => {
  it.each([
    ["day first", (month: string, day: string) => `${day}/${month}/2024`],
    ["month first", (month: string, day: string) => `${month}/${day}/2024`],
    ["year first", (month: string, day: string) => `2024-${month}-${day}`],
    ["Chinese", (month: string, day: string) => `2024年${month}月${day}日`],
  ])("reads dates written %s and counts the few that are none", async (name, date) => {
    const orders = await loadOrders(name.replace(" ", "-"), date, String, ["c0,tomorrow,7", "c1,someday,8"]);
    const { values } = await rfm(orders, columns);
    expect(values.period).toEqual({ from: "2024-01-13", to: "2024-12-24" });
    expect(values.setAside).toEqual([{ kind: "missing-date", rows: 2, amount: 15 }]);
    expect(values.rows).toEqual({ read: 42, used: 40 });
  });

  it("reads amounts with a currency and counts the few that are none", async () => {
    const iso = (month: string, day: string) => `2024-${month}-${day}`;
    const orders = await loadOrders("amounts", iso, (value) => `"$${value.toLocaleString("en")}.50"`, [
      "c0,2024-02-13,gift",
      "c1,2024-02-13,gift",
    ]);
    const { values } = await rfm(orders, columns);
    expect(values.revenue).toBe(40_800);
    expect(values.setAside).toEqual([{ kind: "missing-amount", rows: 2, amount: 0 }]);
  });

  it("names the row as the file counts it, its header being row 1", async () => {
    const orders = await load(files.write("words.csv", "who,when,paid\na,2024-01-01,5\nb,next week,5\nc,some day,5\n"));
    await expect(rfm(orders, columns)).rejects.toMatchObject({ code: "column-unreadable", data: { row: 3, value: "next week" } });
  });

  it("shows hostile customers as text", async () => {
    const rows = ["<script>alert(1)</script>", "=1+1", "a&b", '"><img src=x onerror=alert(1)>'].map((who) => ({
      who,
      when: "2024-01-01",
      paid: 5,
    }));
    const result = await rfm(await load(rows), columns);
    expect(result.table.array("customer")).toContain("<script>alert(1)</script>");
    const { "text/html": html } = await result[displaySymbol]();
    expect(String(html)).not.toMatch(/<script>alert|<img src=x/);
  });
});
