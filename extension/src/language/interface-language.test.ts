import { describe, expect, it } from "vitest";
import { interfaceLanguage } from "./interface-language.js";

describe("interfaceLanguage()", () => {
  it.each([
    ["zh-CN", "zh-CN"],
    ["zh_CN", "zh-CN"],
    ["en", "en"],
    ["fr-FR", "en"],
  ])("reads %s as %s", (languageCode, language) => expect(interfaceLanguage({ languageCode })).toBe(language));

  it("is English where JupyterLab offers no translator", () => expect(interfaceLanguage(null)).toBe("en"));
});
