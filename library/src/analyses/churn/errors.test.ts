import { describe, expect, it } from "vitest";
import type { DataError } from "../../data-error.js";
import * as errors from "./errors.js";

const about = { analysis: { en: "Customer churn", "zh-CN": "客户流失" }, column: "left" };
const many = Array.from({ length: 20 }, (_, index) => `v${index}`);

/** One call of every error of the catalogue. */
const calls: Record<keyof typeof errors, DataError> = {
  outcomeAmbiguous: errors.outcomeAmbiguous({ ...about, values: many, distinct: 1234 }),
  positiveMissing: errors.positiveMissing({ ...about, positive: "Yess", values: ["Yes", "No"], nearest: "Yes" }),
  outcomeEmpty: errors.outcomeEmpty({ ...about, rows: 1200 }),
  timeColumnUnreadable: errors.timeColumnUnreadable({ ...about, found: { en: "text", "zh-CN": "文本" } }),
};

describe.each(Object.entries(calls))("%s()", (name, error) => {
  it("says what cannot be done, what was found, what is needed and one thing to try, in both languages", () => {
    expect(error.text.en).toMatch(/^Cannot run Customer churn: .+, .+ (is|are) needed.*\. Try .+\.$/s);
    expect(error.text["zh-CN"]).toMatch(/^无法运行“客户流失”\uff1a.+需.+。请.+。$/s);
    for (const told of Object.values(error.text)) expect(told).not.toMatch(/undefined|\[object|NaN/);
  });

  it("has a code for programs that follows its name", () => {
    expect(error.code).toBe(name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  });
});

it("names ten values and no more", () => expect(calls.outcomeAmbiguous.text.en).not.toContain("v10"));
