import { describe, expect, it } from "vitest";
import type { DataError } from "../data-error.js";
import * as errors from "./errors.js";

const analysis = { en: "RFM customer segments", "zh-CN": "RFM 客户分群" };
const text = { en: "one", "zh-CN": "一个" };

/** One call of every error of the catalogue. */
const calls: Record<keyof typeof errors, DataError> = {
  notADataset: errors.notADataset({ analysis, found: text }),
  optionUnknown: errors.optionUnknown({ analysis, option: "group", known: ["groups", "scores"], nearest: "groups" }),
  optionInvalid: errors.optionInvalid({ analysis, option: "groups", found: text, needed: text, fix: text }),
  optionConflict: errors.optionConflict({ analysis, option: "groups", found: "3", other: 'compat: "rfm-R"', needed: "5" }),
  columnsMissing: errors.columnsMissing({ analysis, columns: ["a", "b"], alternatives: [text, text], option: "amount" }),
  columnUnreadable: errors.columnUnreadable({
    analysis,
    column: "Date",
    role: "date",
    needed: text,
    row: 3,
    value: "soon",
    unreadable: 1200,
    rows: 1500,
  }),
  noRows: errors.noRows({ analysis, name: "orders.csv" }),
  noUsableRows: errors.noUsableRows({ analysis, name: "orders.csv", rows: 12, reasons: text }),
};

describe.each(Object.entries(calls))("%s()", (name, error) => {
  it("says what cannot be done, what was found, what is needed and one thing to try, in both languages", () => {
    expect(error.text.en).toMatch(/^Cannot run RFM customer segments: .+, .+ is needed\. Try .+\.$/s);
    expect(error.text["zh-CN"]).toMatch(/^无法运行“RFM 客户分群”\uff1a.+[\uff0c\uff09].*需.+。请.+。$/s);
    for (const told of Object.values(error.text)) expect(told).not.toMatch(/undefined|\[object|NaN/);
  });

  it("has a code for programs that follows its name", () => {
    expect(error.code).toBe(name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  });
});
