import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format, languages, missing, setLanguage } from "./index.js";

const en = format("en");
const zh = format("zh-CN");

describe("format()", () => {
  it.each([
    ["count", 1_234_567, "1,234,567", "1,234,567"],
    ["number", 1234.5, "1,235", "1,235"],
    ["number", 12.345, "12.3", "12.3"],
    ["number", 0.012345, "0.0123", "0.0123"],
    ["number", 0.1 + 0.2, "0.3", "0.3"],
    ["number", -4.2, "−4.2", "−4.2"],
    ["number", 1.234e-9, "1.23E−9", "1.23E−9"],
    ["compact", 1_234_567, "1.23M", "123万"],
    ["compact", 123_456_789, "123M", "1.23亿"],
    ["compact", 120_000_000, "120M", "1.2亿"],
    ["compact", 12_345, "12.3K", "1.23万"],
    ["compact", 4338, "4,338", "4,338"],
    ["compact", 999_999, "1M", "100万"],
    ["compact", -25_000, "−25K", "−2.5万"],
    ["exact", 8_911_407.904, "8,911,407.904", "8,911,407.904"],
    ["exact", 0.1 + 0.2, "0.3", "0.3"],
    ["percent", 0.1234, "12.3\u202f%", "12.3%"],
    ["percent", 0.5, "50.0\u202f%", "50.0%"],
    ["percent", 0.0035, "0.35\u202f%", "0.35%"],
    ["percent", 0, "0\u202f%", "0%"],
    ["percent", 1, "100\u202f%", "100%"],
    ["percent", 1.234, "123\u202f%", "123%"],
    ["percent", -0.00001, "−0.001\u202f%", "−0.001%"],
    ["percent", 0.000001, "< 0.001\u202f%", "< 0.001%"],
    ["percent", -0.000001, "> −0.001\u202f%", "> −0.001%"],
    ["percent", 0.00012, "0.012\u202f%", "0.012%"],
    ["points", 0.042, "4.2 points", "4.2 个百分点"],
    ["money", 1234.5, "1,234.50", "1,234.50"],
    ["compactMoney", 1_234_567, "1.23M", "123万"],
  ] as const)("%s(%d) reads %s and %s", (name, value, english, chinese) => {
    expect([en[name](value), zh[name](value)]).toEqual([english, chinese]);
  });

  it("money() puts the sign of the currency before the number", () => {
    expect(en.money(1234.5, "USD")).toBe("$1,234.50");
    expect(en.money(1234, "CNY")).toBe("CNY\u00a01,234");
    expect(zh.money(1234.5, "CNY")).toBe("¥1,234.50");
    expect(zh.compactMoney(-1_234_567, "CNY")).toBe("−¥123万");
    expect(en.money(null, "USD")).toBe(missing);
  });

  it("intervals name the unit as each language does, with the same decimals at both ends", () => {
    expect(en.percentInterval([0.609, 0.627])).toBe("60.9–62.7\u202f%");
    expect(zh.percentInterval([0.609, 0.627])).toBe("60.9%–62.7%");
    expect(en.percentInterval([0.0051, 0.0312])).toBe("0.5–3.1\u202f%");
    expect(en.percentInterval([0.975, 1])).toBe("97.5–100.0\u202f%");
    expect(en.percentInterval([0.0000012, 0.009])).toBe("0.00–0.90\u202f%");
    expect(en.interval([0.71, 12])).toBe("0.71–12");
    expect(en.interval([0.652, 0.69])).toBe("0.652–0.690");
    expect(en.interval([0.652, 0.69004])).toBe("0.652–0.690");
    expect(en.interval([0.9, 0.99996])).toBe("0.9–1.0");
    expect(en.interval([-9.996, 1.25])).toBe("−10.0–1.25");
    expect(en.interval([1, 30])).toBe("1–30");
    expect(en.interval([1.5, 12345.6])).toBe("1.5–12,346");
    expect(en.interval([0, 2e-9])).toBe("0–2E−9");
    expect(en.interval([0.5, NaN])).toBe(missing);
    expect(en.percentInterval([NaN, 1])).toBe(missing);
  });

  it("date(), month() and period() read days as they are written, in no time zone", () => {
    expect([en.date("2024-01-03"), zh.date("2024-01-03")]).toEqual(["3 Jan 2024", "2024年1月3日"]);
    expect([en.month("2024-09-30T23:59:59Z"), zh.month(new Date("2024-09-30T23:59:59Z"))]).toEqual(["Sep 2024", "2024年9月"]);
    expect(en.period("2010-12-01", "2011-12-09")).toBe("1 Dec 2010 – 9 Dec 2011");
    expect(zh.period("2010-12-01", "2011-12-09")).toBe("2010年12月1日–2011年12月9日");
    for (const day of ["", "soon", "2024-13-01", "2024-00-10", null, undefined, new Date(NaN)]) expect(en.date(day)).toBe(missing);
  });

  it("list() joins as each language does", () => {
    expect([en.list(["A", "B"]), zh.list(["A", "B"])]).toEqual(["A, B", "A、B"]);
  });

  it("uses the session's language when a call names none", () => {
    setLanguage("zh-CN");
    expect(format().percent(0.1)).toBe("10.0%");
    setLanguage("en");
    expect(format().percent(0.1)).toBe("10.0\u202f%");
  });
});

const texts = ["count", "number", "compact", "exact", "percent", "points", "money", "compactMoney"] as const;

describe.each(languages)("every number text in %s", (language) => {
  const all = format(language);

  it("shows a dash for all that is no number", () => {
    for (const name of texts) for (const value of [NaN, Infinity, -Infinity, null, undefined]) expect(all[name](value)).toBe(missing);
  });

  it("never shows NaN, a negative zero, or a hyphen as minus", () => {
    const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), fc.double());
    fc.assert(
      fc.property(number, fc.constantFrom(...texts), (value, name) => {
        const text = all[name](value);
        expect(text).not.toMatch(/NaN|Infinity|∞|null|undefined|-/);
        expect(text).not.toMatch(/^−0(\.0*)?\D*$/);
      }),
    );
  });

  it("keeps to three significant digits in prose, below a thousand", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: 1e-6, max: 999 }), (value) => {
        for (const text of [all.number(value), all.compact(value)])
          expect(text.replace(/E.*|\D/g, "").replace(/^0+/, "").length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it("reads back as the number it stands for", () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(Number(all.count(value).replaceAll(",", "").replace("−", "-"))).toBe(value);
      }),
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1, max: 1 }), (rate) => {
        const text = Number(
          all
            .percent(rate)
            .replace(/[%\s<>]/g, "")
            .replace("−", "-")
            .replace("E−", "e-"),
        );
        expect(Math.abs(text - rate * 100)).toBeLessThanOrEqual(0.0501);
      }),
    );
  });

  it("shows a larger number as no smaller one", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: 0, max: 1 }), fc.double({ noNaN: true, min: 0, max: 1 }), (a, b) => {
        const shown = (rate: number) =>
          Number(
            all
              .percent(rate)
              .replace(/[%\s<>]/g, "")
              .replace("E−", "e-"),
          );
        expect(Math.sign(shown(a) - shown(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
