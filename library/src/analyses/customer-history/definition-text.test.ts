import { describe, expect, it } from "vitest";
import { languages } from "../../language/language.js";
import { definitionText } from "./definition-text.js";
import type { ChurnDefinition } from "./values.js";

const returns = { days: 60, silences: 1200, returned: 96, share: 0.08, interval: [0.066, 0.097] } as const;
const bare: ChurnDefinition = { days: 60, source: "suggested", horizonDays: 90, returnLimit: 0.1, verdict: "holds", curve: [] };
const withoutSuggestion: ChurnDefinition = { ...bare, returns };
const withoutReturns: ChurnDefinition = { ...bare, suggestedDays: 60 };
const plain: ChurnDefinition = { ...bare, suggestedDays: 60, returns };
const told = (definition: ChurnDefinition) => definitionText(definition).en.replaceAll("\u202f", " ");

describe("definitionText()", () => {
  it("states the definition, its evidence with n and interval, and why it was taken", () => {
    expect(told(plain)).toBe(
      "A customer counts as lost after 60 days of silence. Of 1,200 silences that lasted 60 days, 8.0 % (95 % CI 6.6–9.7 %) ended with a " +
        "return within the next 90 days. It is the smallest number of days after which fewer than 10.0 % return.",
    );
  });

  it.each([
    [
      "a short one",
      { ...plain, days: 20, source: "given", verdict: "too-short" },
      /not below the limit of 10.0 %.+The data suggest 60 days\.$/,
    ],
    ["a short one without a better", { ...withoutSuggestion, source: "given", verdict: "too-short" }, /The data suggest no other number/],
    ["a long one", { ...plain, days: 90, source: "given" }, /below the limit of 10.0 %; 60 days would be enough\.$/],
    ["one that agrees", { ...plain, source: "given" }, /below the limit of 10.0 %\.$/],
    [
      "one with too little evidence",
      { ...plain, source: "given", verdict: "unknown" },
      /too little to judge the definition\. The data suggest 60 days\.$/,
    ],
    [
      "one without evidence",
      { ...withoutReturns, source: "fallback", verdict: "unknown" },
      /No silence of 60 days could be watched for another 90 days/,
    ],
    ["one day", { ...plain, days: 1, horizonDays: 1 }, /^A customer counts as lost after one day of silence\..+within the next day\./],
  ] as const)("judges %s", (_name, definition, sentence) => {
    expect(told(definition)).toMatch(sentence);
    for (const language of languages) expect(definitionText(definition)[language]).not.toMatch(/NaN|undefined|null/);
    expect(definitionText(definition)["zh-CN"]).toMatch(/^客户沉默满 \d+ 天即计为流失。.+。$/);
  });
});
