import { describe, expect, it } from "vitest";
import type { DataError } from "../../data-error.js";
import * as errors from "./errors.js";

/** One call of every error of the catalogue. */
const calls: Record<keyof typeof errors, DataError> = {
  eventUnclear: errors.eventUnclear({ column: "status", values: ["1", "2"] }),
  eventValueMissing: errors.eventValueMissing({ column: "status", given: "3", values: ["1", "2"] }),
  customerNeeded: errors.customerNeeded({ columns: ["date", "amount"] }),
  tooManyGroups: errors.tooManyGroups({ column: "city", groups: 10_000, most: 50 }),
  tooManyLevels: errors.tooManyLevels({ column: "city", levels: 21, most: 20 }),
};

describe.each(Object.entries(calls))("%s()", (name, error) => {
  it("says what cannot be done, what was found, what is needed and one thing to try, in both languages", () => {
    expect(error.text.en).toMatch(/^Cannot run Survival: .+, .+ is needed.*\. Try .+\.?$/s);
    expect(error.text["zh-CN"]).toMatch(/^无法运行“生存分析”\uff1a.+\uff0c.*需.+。请.+。$/s);
    for (const told of Object.values(error.text)) expect(told).not.toMatch(/undefined|\[object|NaN/);
  });

  it("has a code for programs that follows its name", () => {
    expect(error.code).toBe(name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  });
});
