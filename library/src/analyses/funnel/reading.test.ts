import { describe, expect, it } from "vitest";
import { languages, type Language } from "../../language/language.js";
import { breakdownOf, channels, comparisonOf, funnelValues } from "../../testing/funnel-values.js";
import { funnelKeyNumbers } from "./key-numbers.js";
import { outlyingGroup } from "./outlying-group.js";
import { readFunnel } from "./reading.js";
import type { FunnelValues } from "./values.js";

const cases: Readonly<Record<string, FunnelValues>> = {
  "a clear leak": funnelValues(),
  "a leak with amounts": funnelValues({ worth: 220 }),
  "a leak that is worst in one channel": funnelValues({ groups: channels }),
  "two groups": funnelValues({ more: { comparison: comparisonOf(2000) } }),
  "no leak": funnelValues({ counts: [4000, 2800, 1960, 1372, 960] }),
  "two steps": funnelValues({ counts: [1000, 300] }),
  "few users": funnelValues({ counts: [12, 9, 6, 4, 3] }),
  "one user": funnelValues({ counts: [1, 1, 0, 0, 0] }),
  "nobody converted": funnelValues({ counts: [1200, 900, 300, 50, 0] }),
  "all converted": funnelValues({ counts: [240, 240, 240] }),
  "one step": funnelValues({ counts: [304] }),
  "nobody entered": funnelValues({ counts: [0, 0, 0], more: { rows: { read: 500, used: 488 } } }),
};
const plain = (sentences: readonly string[]) => sentences.map((sentence) => sentence.replaceAll("\u202f", " "));
const read = (name: string, language: Language) => plain(readFunnel(cases[name] as FunnelValues, { language }));

describe.each(languages)("readFunnel() in %s", (language) => {
  it.each(Object.keys(cases))("says of %s what there is to say", (name) => expect(read(name, language)).toMatchSnapshot());

  it.each(Object.keys(cases))("says it of %s in two to four sentences without causes, hype or empty numbers", (name) => {
    const sentences = read(name, language);
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(4);
    for (const sentence of sentences) {
      expect(sentence).toMatch(language === "en" ? /^[A-Z0-9"].*\.$/ : /^[\p{L}\d“].*。$/u);
      expect(sentence).not.toMatch(/NaN|undefined|null|Infinity|\.\d{4,}|!|！|\bcauses?\b|leads? to|significant|导致|使得|因为/);
    }
  });
});

describe("readFunnel()", () => {
  it("names a leak only where it is clearly larger than the next", () => {
    expect(read("a clear leak", "en")[0]).toMatch(
      /^Most stop before "Trial sign-up": 40\.2 % .+95 % CI 38\.5–42\.0 %, n = 3,122\), 10\.2 points more/,
    );
    expect(read("no leak", "en")[0]).toMatch(/^No step stands out/);
    expect(read("no leak", "zh-CN")[0]).toMatch(/^没有哪一步特别突出/);
  });

  it("gives the same numbers in both languages", () => {
    const numbers = (sentence: string) => (sentence.match(/\d[\d,.]*\d|\d/g) ?? []).toSorted();
    for (const name of ["a clear leak", "a leak that is worst in one channel", "two groups", "all converted", "two steps"]) {
      const undated = (language: Language) =>
        numbers(
          read(name, language)
            .join(" ")
            .replaceAll(/\(\d+ \w{3} .*?\)|（\d{4}年.*?）/g, ""),
        );
      expect(undated("zh-CN"), name).toEqual(undated("en"));
    }
  });
});

describe("outlyingGroup()", () => {
  const at = { step: 3, from: 2 };

  it("names the group that loses clearly more than all others together", () => {
    const found = outlyingGroup(breakdownOf(channels), at);
    expect(found?.group.name).toBe("Paid social");
    expect(found?.lost).toMatchObject({ value: 1 - 275 / 624, n: 624 });
    expect(found?.lostElsewhere.n).toBe(3137 - 624);
  });

  it("names none where groups are alike, small or alone", () => {
    const alike = [
      ["A", [1000, 800, 480]],
      ["B", [1000, 800, 470]],
    ] as const;
    const small = [
      ["A", [1000, 800, 480]],
      ["B", [20, 16, 1]],
    ] as const;
    for (const groups of [alike, small, [alike[0]]]) expect(outlyingGroup(breakdownOf(groups), at)).toBeUndefined();
  });
});

describe("funnelKeyNumbers()", () => {
  it.each(languages)("gives conversion, leak and gain in %s, each with its interval", (language) => {
    const numbers = funnelKeyNumbers(cases["a clear leak"] as FunnelValues, language);
    expect(numbers.map(({ value }) => value.replace(/\s?%/, ""))).toEqual(["24.4", "40.2", "118"]);
    for (const { note, label } of numbers) {
      expect(note).toMatch(language === "en" ? /^95 % interval / : /^95% 置信区间 /);
      expect(/\p{Script=Han}/u.test(label)).toBe(language === "zh-CN");
    }
  });

  it("gives the time to convert where nothing is lost, and nothing of few or none", () => {
    expect(funnelKeyNumbers(cases["all converted"] as FunnelValues, "en").map(({ value }) => value)).toEqual(["100\u202f%", "1.4 days"]);
    for (const name of ["few users", "nobody entered"]) expect(funnelKeyNumbers(cases[name] as FunnelValues, "en")).toEqual([]);
  });
});
