import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { load } from "../data/index.js";
import { column, sql } from "../engine/sql.js";
import { displaySymbol } from "../display.js";
import { defineAnalysis } from "./define-analysis.js";

const text = { en: "Total", "zh-CN": "合计" };
const required = { required: true, title: text, description: text } as const;
const optional = { required: false, title: text, description: text } as const;

/** The smallest analysis: adds the amounts up. */
const total = defineAnalysis({
  id: "total",
  version: "2.0.0",
  title: text,
  description: text,
  roles: { amount: required, channel: optional },
  options: z.object({ factor: z.number().min(0).max(10).default(2) }),
  reduce: async ({ source, columns, query }) => {
    const found = await query(sql`SELECT SUM(${column(columns.amount.name)}) AS total FROM ${source}`);
    return { total: Number(found.get("total", 0)), byChannel: columns.channel !== undefined };
  },
  model: ({ total: sum }, { factor }) => ({
    values: { scaled: sum * factor, list: [1, 2] },
    table: table({ scaled: [sum * factor] }),
    assumptions: [text],
    parameters: { settled: true },
  }),
  checks: [
    ({ values }) => (values.scaled > 100 ? { code: "large", level: "note", text } : undefined),
    ({ reduced }) => (reduced.byChannel ? { code: "channel", level: "blocks", text } : undefined),
  ],
  charts: {
    bar: (values, { language }) => ({
      spec: { mark: "bar", data: { values: [values] }, title: text[language] },
      description: `${text[language]} ${values.scaled}`,
    }),
  },
  reading: ({ scaled }, { language }) => [`${text[language]}: ${scaled}`],
});
const rows = [{ amount: 30 }, { amount: 40 }];

describe("defineAnalysis()", () => {
  it("goes from data to a result: options, columns, reduce, model, checks", async () => {
    const result = await total(await load(rows, { name: "rows" }), { amount: "amount" });
    expect(result).toMatchObject({ analysis: "total", title: text, values: { scaled: 140 }, charts: ["bar"] });
    expect(result.parameters).toEqual({ amount: "amount", factor: 2, settled: true });
    expect(result.warnings.map(({ code }) => code)).toEqual(["large"]);
    expect(result.input).toMatchObject({ name: "rows", rows: 2, columns: ["amount"] });
  });

  it("finds optional columns and passes options on", async () => {
    const data = await load([{ amount: 1, channel: "App" }]);
    const result = await total(data, { amount: "amount", channel: "channel", factor: 3 });
    expect(result.values.scaled).toBe(3);
    expect(result.warnings.map(({ code }) => code)).toEqual(["channel"]);
  });

  it("tells in the language that a call names", async () => {
    const result = await total(await load(rows), { amount: "amount" });
    expect(result.reading()).toEqual(["Total: 140"]);
    expect(result.reading("zh-CN")).toEqual(["合计: 140"]);
    expect(result.chart("bar", { language: "zh-CN" }).description).toBe("合计 140");
    expect(result.toJSON("zh-CN")).toEqual({
      analysis: "total",
      version: "2.0.0",
      language: "zh-CN",
      input: result.input,
      parameters: result.parameters,
      values: result.values,
      table: [{ scaled: 140 }],
      assumptions: ["合计"],
      warnings: [{ code: "large", level: "note", text: "合计" }],
      reading: ["合计: 140"],
    });
  });

  it("is what JSON.stringify writes, also inside another object", async () => {
    const result = await total(await load(rows), { amount: "amount" });
    expect(JSON.parse(JSON.stringify({ result }))).toEqual({ result: result.toJSON() });
  });

  it("gives results that cannot be changed", async () => {
    const { values, warnings, parameters } = await total(await load(rows), { amount: "amount" });
    expect(() => (values.list as number[]).push(3)).toThrow(TypeError);
    expect(() => Object.assign(parameters, { factor: 9 })).toThrow(TypeError);
    expect(() => (warnings as unknown[]).pop()).toThrow(TypeError);
  });

  it("names the charts that there are when one is not", async () => {
    const result = await total(await load(rows), { amount: "amount" });
    expect(result.chart().name).toBe("bar");
    expect(() => result.chart("bars")).toThrow('There is no chart "bars", the charts are bar. Try "bar".');
    expect(() => result.chart("toString", { language: "zh-CN" })).toThrow("没有名为“toString”的图表");
  });

  it("shows itself as HTML, as text and as JSON without the table", async () => {
    const bundle = await (await total(await load(rows), { amount: "amount" }))[displaySymbol]();
    expect(Object.keys(bundle).sort()).toEqual(["application/vnd.marklab.result+json", "text/html", "text/plain"]);
  });

  it("carries what forms and the command read, and the same function for programs", async () => {
    expect({ ...total }).toMatchObject({ id: "total", version: "2.0.0", charts: ["bar"], oneOf: [] });
    expect(Object.keys(total.schema.properties)).toEqual(["amount", "channel", "asOf", "factor"]);
    expect((await total.untyped(await load(rows), { amount: "amount" })).values).toEqual({ scaled: 140, list: [1, 2] });
  });

  it.each(["amount", "asOf", "signal"])("refuses an option called %s, which is taken", (name) => {
    const definition = { id: "bad", version: "1.0.0", title: text, description: text, roles: { amount: required } } as const;
    const rest = { reduce: async () => 0, model: () => ({ values: {}, table: table({}), assumptions: [] }), checks: [], charts: {} };
    expect(() => defineAnalysis({ ...definition, ...rest, options: z.object({ [name]: z.string() }), reading: () => [] })).toThrow(
      RangeError,
    );
  });
});
