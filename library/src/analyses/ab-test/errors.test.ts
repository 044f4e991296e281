import { describe, expect, it } from "vitest";
import type { DataError } from "../../data-error.js";
import * as catalogue from "./errors.js";

const everything = {
  arm: "B",
  arms: ["A", "B"],
  rows: 1200,
  column: 'who "x"',
  limit: 50,
  control: "contrl",
  nearest: "control",
  given: 3,
  columns: ["id", "arm"],
  found: ["red", "blue"],
  low: -1,
  high: 3,
  value: 7,
  needed: "units",
};

const errors = Object.entries(catalogue as unknown as Record<string, (data: object) => DataError>);

describe.each(errors)("%s", (_name, make) => {
  it("says in both languages what was found, what is needed and what to try", () => {
    const { code, text } = make(everything);
    expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(text.en).toMatch(/^Cannot run A\/B test: .+, .+ needed.*\. Try .+\.$/s);
    expect(text["zh-CN"]).toMatch(/^无法运行“A\/B 测试”：.+。/s);
    for (const told of Object.values(text)) expect(told).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

describe("summaryImpossible()", () => {
  it("shows a figure that is not there as missing", () => {
    const { text } = catalogue.summaryImpossible({ arm: "A", column: "n", value: undefined, needed: "conversions" });
    expect(text.en).toContain("no number");
    expect(text["zh-CN"]).toContain("空值");
  });
});
