import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balancedLines, shorten, textWidth, wrapText } from "./text-metrics.js";

const style = { size: 10 };
const chinese = "“有潜力客户”是人数最多的分群\uff1a占客户的 16.2%\uff0c贡献了 6.8% 的收入\uff08n=4,338\uff09。";

describe("textWidth()", () => {
  it("gives a Chinese sign one em, a narrow Latin sign less than a wide one, and a joined accent nothing", () => {
    expect(textWidth("客户", style)).toBe(20);
    expect(textWidth("i", style)).toBeLessThan(textWidth("W", style));
    expect(textWidth("e\u0301", style)).toBe(textWidth("e", style));
    expect(textWidth("abc", { size: 10, isBold: true })).toBeGreaterThan(textWidth("abc", style));
  });
});

describe("shorten()", () => {
  it("keeps what fits, cuts what does not, and drops what would say nothing", () => {
    expect(shorten("Champions", 200, style)).toBe("Champions");
    expect(shorten("Champions", 40, style)).toMatch(/^Cham?p?…$/);
    expect(shorten("冠军客户", 32, style)).toBe("冠军…");
    expect(shorten("冠军客户", 12, style)).toBe("");
  });

  it("is never wider than asked, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(200), (text, width) => {
        expect(textWidth(shorten(text, width, style), style)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe("wrapText()", () => {
  it("breaks English between words only", () => {
    expect(wrapText("half of them more than 86 days ago", 80, style)).toEqual(["half of them", "more than 86", "days ago"]);
  });

  it("breaks Chinese between words, with no mark at the start of a line and no opening quote at its end", () => {
    for (let width = 60; width < 400; width += 7) {
      for (const line of wrapText(chinese, width, style)) expect(line).not.toMatch(/^[\uff0c\uff1a\uff09。”%]|[“\uff08]$/);
    }
    expect(wrapText(chinese, 130, style).join("|")).not.toMatch(/客\|户|收\|入|分\|群/);
  });

  it("keeps a date and a number with its unit on one line", () => {
    for (let width = 90; width < 300; width += 7) {
      const lines = wrapText("n=4,338 名客户\uff0c2010年12月1日–2011年12月9日\uff0c12.3\u202f% of 1\u00a0Dec\u00a02010", width, style).join(
        "|",
      );
      expect(lines).toMatch(/2010年12月1日.*2011年12月9日.*12\.3\u202f%.*1\u00a0Dec\u00a02010/);
    }
  });

  it("loses no sign and keeps to the width, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("客户", "revenue", " ", "12.3%", "\uff0c", "(", "n=30", "…"), { maxLength: 40 }), (words) => {
        const text = words.join("");
        const lines = wrapText(text, 150, style);
        for (const line of lines) expect(textWidth(line, style)).toBeLessThanOrEqual(150);
        if (!lines.some((line) => line.endsWith("…"))) expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      }),
    );
  });
});

describe("balancedLines()", () => {
  it("leaves no single word for the last line, and needs no more lines", () => {
    const text = "25.8 % of customers ordered once, half of them more than about 86 days ago";
    const [plain, balanced] = [wrapText(text, 360, style), balancedLines(text, 360, style)];
    expect(balanced).toHaveLength(plain.length);
    const widths = balanced.map((line) => textWidth(line, style));
    expect(Math.min(...widths)).toBeGreaterThan(0.6 * Math.max(...widths));
  });
});
