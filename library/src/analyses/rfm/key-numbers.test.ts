import { describe, expect, it } from "vitest";
import { rfmValues, shoppers } from "../../testing/rfm-values.js";
import { keyNumbers } from "../key-numbers.js";

const values = rfmValues(shoppers(2000));

describe("keyNumbers()", () => {
  it("names the best fifth, the leading segment and the valued one that leaves, each with its interval", () => {
    const numbers = keyNumbers({ analysis: "rfm", values, language: "en" });
    const leading = values.segments.toSorted((one, other) => other.revenue - one.revenue)[0];
    expect(numbers).toHaveLength(3);
    expect(numbers[0]).toEqual({
      label: "of revenue comes from the best 20 % of customers",
      value: "75.0\u202f%",
      note: "95 % interval 72.0–78.0\u202f%",
    });
    expect(numbers[1]?.label).toContain(leading?.name.en);
    expect(numbers[2]?.label).toMatch(/At risk|Can't lose them/);
  });

  it("says the same in Chinese", () => {
    const numbers = keyNumbers({ analysis: "rfm", values, language: "zh-CN" });
    expect(numbers.map(({ value }) => value.replace("\u202f", ""))).toEqual(
      keyNumbers({ analysis: "rfm", values, language: "en" }).map(({ value }) => value.replace("\u202f", "")),
    );
    expect(numbers.every(({ label, note }) => /\p{Script=Han}/u.test(label) && /\p{Script=Han}/u.test(note))).toBe(true);
  });

  it("counts one customer as one", () => {
    const [first, ...others] = values.segments.map((segment) => ({ ...segment, customers: 1 }));
    const numbers = keyNumbers({ analysis: "rfm", values: { ...values, segments: first ? [first, ...others] : [] }, language: "en" });
    expect(numbers[1]?.label).toMatch(/from 1 customer: /);
  });

  it("has none for too few customers", () =>
    expect(keyNumbers({ analysis: "rfm", values: { ...values, customers: 29 }, language: "en" })).toEqual([]));

  it("leaves out what is not there", () => {
    const empty = values.segments.map((segment) => ({ ...segment, customers: 0, revenue: 0 }));
    expect(keyNumbers({ analysis: "rfm", values: { ...values, segments: empty }, language: "en" })).toHaveLength(1);
    expect(keyNumbers({ analysis: "unknown", values: {}, language: "en" })).toEqual([]);
  });
});
