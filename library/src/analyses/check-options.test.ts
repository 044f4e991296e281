import { describe, expect, it } from "vitest";
import { z } from "zod";
import { DataError } from "../data-error.js";
import { checkOptions } from "./check-options.js";
import { commonOptions } from "./common-options.js";
import { optionsSchema } from "./options-schema.js";

const text = { en: "Customer", "zh-CN": "客户" };
const roles = { customer: { required: true, title: text, description: text } };
const options = commonOptions.extend({
  groups: z.int().min(3).max(5).default(5),
  ratio: z.number().min(0).max(1).default(0.5),
  scores: z.enum(["quantile", "rank"]).default("quantile"),
  only: z.enum(["rfm-R"]).optional(),
  strict: z.boolean().default(false),
});
const facts = { title: { en: "Test", "zh-CN": "测试" }, roles, options, schema: optionsSchema(roles, options) };

const failure = (given: Readonly<Record<string, unknown>>): DataError => {
  try {
    checkOptions(facts, given);
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
};

describe("checkOptions()", () => {
  it("fills in defaults and takes columns and the signal apart", () => {
    const { signal } = new AbortController();
    const checked = checkOptions(facts, { customer: "Kunde", groups: 4, asOf: "2024-02-29", signal });
    expect(checked.columns).toEqual({ customer: "Kunde" });
    expect(checked.options).toEqual({ groups: 4, ratio: 0.5, scores: "quantile", strict: false, asOf: "2024-02-29" });
    expect(checked.signal).toBe(signal);
  });

  it("takes nothing at all, and options that are undefined, as left out", () => {
    expect(checkOptions(facts).options).toEqual({ groups: 5, ratio: 0.5, scores: "quantile", strict: false });
    expect(checkOptions(facts, { customer: undefined, groups: undefined }).options).toMatchObject({ groups: 5 });
  });

  it.each([
    ["custmer", "customer"],
    ["Group", "groups"],
    ["as_of", "asOf"],
    ["signals", "signal"],
  ])("names the nearest option for %s", (option, nearest) => {
    const error = failure({ [option]: "x" });
    expect(error).toMatchObject({ code: "option-unknown", data: { option, nearest } });
    expect(error.text.en).toContain(`Try "${nearest}".`);
    expect(error.text["zh-CN"]).toContain(`请改用“${nearest}”。`);
  });

  it.each([
    [{ groups: 9 }, "is 9, a whole number from 3 to 5 is needed. Try 5.", "9，需要的是 3 到 5 的整数。请改用5。"],
    [{ groups: 2 }, "is 2, a whole number from 3 to 5 is needed. Try 3.", "请改用3。"],
    [{ groups: 4.5 }, "is 4.5, a whole number from 3 to 5 is needed. Try 5.", "4.5"],
    [{ groups: "4" }, 'is "4", a whole number from 3 to 5 is needed. Try 5.', "“4”"],
    [{ groups: Number.NaN }, "is no finite number, a whole number", "非有限数值"],
    [{ ratio: 2 }, "a number from 0 to 1 is needed. Try 1.", "0 到 1 的数值"],
    [{ scores: "ranks" }, 'is "ranks", one of "quantile", "rank" is needed. Try "rank".', "请改用“rank”。"],
    [{ scores: { a: 1 } }, "is an object, one of", "一个对象"],
    [{ only: "R" }, 'is "R", "rfm-R" is needed. Try "rfm-R".', "“rfm-R”"],
    [{ strict: "yes" }, 'is "yes", true or false is needed. Try false.', "true 或 false"],
    [{ asOf: "2023-02-29" }, 'is "2023-02-29", a date such as 2024-01-31 is needed. Try "2024-01-31".', "形如 2024-01-31 的日期"],
    [{ asOf: null }, "is empty, a date such as", "空值"],
    [{ customer: 5 }, "is 5, the name of a column is needed", "需要的是列名"],
    [{ customer: "" }, 'is "", the name of a column is needed', "需要的是列名"],
    [{ signal: "stop" }, 'is "stop", an AbortSignal is needed', "AbortSignal"],
  ])("says what is needed instead of %j", (given, english, chinese) => {
    const error = failure(given);
    expect(error.code).toBe("option-invalid");
    expect(error.text.en).toContain(english);
    expect(error.text["zh-CN"]).toContain(chinese);
  });

  it.each([["Customer"], [7], [["customer"]], [null]])("refuses %j in place of options", (given) => {
    expect(failure(given as never)).toMatchObject({ code: "option-invalid", data: { option: "options" } });
  });
});

describe("checkOptions() with lists and objects", () => {
  const step = z.union([z.string().min(1), z.object({ event: z.string(), kind: z.enum(["view", "pay"]).optional() })]);
  const options = z.object({ steps: z.array(step).optional(), share: z.number().gt(0).lt(1).optional(), size: z.int().min(1).optional() });
  const facts = { title: { en: "Funnel", "zh-CN": "漏斗" }, roles: {}, options, schema: optionsSchema({}, options) };
  const refusal = (given: Readonly<Record<string, unknown>>): DataError => {
    try {
      checkOptions(facts, given);
    } catch (error) {
      return error as DataError;
    }
    throw new Error("Nothing was refused.");
  };

  it.each([
    [{ steps: ["a", { event: "b", kind: "vew" }] }, 'option "steps[1].kind" is "vew", one of "view", "pay" is needed. Try "view".'],
    [{ steps: "a" }, 'option "steps" is "a", a list, each element a text or an object with event is needed.'],
    [{ steps: [5] }, 'option "steps[0]" is 5, a text or an object with event is needed.'],
    [{ share: 1 }, 'option "share" is 1, a number above 0 below 1 is needed.'],
    [{ size: 0 }, 'option "size" is 0, a whole number from 1 is needed.'],
  ])("says where %j does not fit", (given, text) => {
    const error = refusal(given);
    expect(error.code).toBe("option-invalid");
    expect(error.text.en).toContain(text);
    expect(error.text["zh-CN"]).not.toMatch(/undefined|\[object| {2}/);
  });
});
