import { describe, expect, it } from "vitest";
import * as errors from "./errors.js";

const made = [
  errors.parameterUnknown({ name: "dta", known: ["data", "groups"], nearest: "data" }),
  errors.parameterMismatch({ name: "groups", found: "9", needed: { en: "a whole number", "zh-CN": "整数" }, fix: "5" }),
  errors.parameterNotLiteral({ name: "day" }),
  errors.parametersCellMissing({ names: [] }),
];

describe("the catalogue of errors", () => {
  it("is tested whole", () => expect(made).toHaveLength(Object.keys(errors).length));

  it.each(made.map((error) => [error.code, error] as const))("%s says what was found, what is needed and what to try", (_, { text }) => {
    expect(text.en).toMatch(/^Cannot [^:]+: .+, .+ is needed.*\. Try .+\.$/);
    expect(text["zh-CN"]).toMatch(/^无法.+\uff1a.+\uff0c.+。请试试.+。$/);
  });
});
