import { languages } from "marklab/language";
import { describe, expect, it } from "vitest";
import { catalogue } from "./catalogue.js";

const say = (name: keyof typeof catalogue, word: string) =>
  (catalogue[name] as (...words: unknown[]) => Record<string, string>)(word, [word], word);

describe.each(Object.keys(catalogue) as (keyof typeof catalogue)[])("catalogue.%s", (name) => {
  it("has a text in each language, and no hole in it", () => {
    for (const language of languages) {
      const text = say(name, "x")[language];
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  it("holds the same values in each language", () => {
    const mentions = (language: string) => (say(name, "◆")[language]?.match(/◆/g) ?? []).length;
    expect(mentions("zh-CN")).toBe(mentions("en"));
  });

  it("is Chinese in Chinese, with full-width marks", () => {
    const text = say(name, "x")["zh-CN"] ?? "";
    expect(text).toMatch(/\p{Script=Han}/u);
    expect(text.replace(/\{.*?\}/g, "").replace(/"[^"]*"(: "[^"]*")?/g, "")).not.toMatch(/\p{Script=Han}[,;!?()]/u);
  });
});

describe("errors", () => {
  it.each([
    "templateMissing",
    "folderRefused",
    "chartNotObject",
    "chartWithoutView",
    "chartNotList",
    "chartUnknownValue",
    "chartFailed",
    "chartDataMissing",
  ] as const)("%s says what was found, what is needed and one fix", (name) => {
    expect(say(name, "x")["en"]).toMatch(/^Cannot .+: .+ needed\. Try .+\.$/s);
    expect(say(name, "x")["zh-CN"]).toMatch(/^无法.+：.+需要.+。请.+。$/s);
  });
});
