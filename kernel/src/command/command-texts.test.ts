import { describe, expect, it } from "vitest";
import type { Text } from "marklab/language";
import { helpTexts, helpTitles, problemTexts, progressTexts } from "./command-texts.js";

/** Every text of a catalogue, each with words in its places. */
const texts = (catalogue: object): [string, Text][] =>
  Object.entries(catalogue).map(([name, entry]: [string, Text | ((...words: unknown[]) => Text)]) => {
    const words: unknown[] =
      name === "analysing" ? [{ en: "RFM", "zh-CN": "RFM" }] : name === "unknownWord" ? ["option", "--x", "--y"] : ["one", "two"];
    return [name, typeof entry === "function" ? entry(...words) : entry];
  });

describe("the words of the command", () => {
  it.each([...texts(helpTexts), ...texts(progressTexts)])("%s exists in both languages", (_, text) => {
    expect(text.en).toMatch(/^[^\p{Script=Han}]+$/u);
    expect(text["zh-CN"]).toMatch(/\p{Script=Han}|^en /u);
  });

  it.each(texts(problemTexts))("%s says what was found, what is needed and what to try", (_, text) => {
    expect(text.en).toMatch(/^Cannot [^:]+: .+, .+ needed.*\. Try .+\.$/);
    expect(text["zh-CN"]).toMatch(/^无法.+\uff1a.+\uff0c.+。请.+。$/);
  });

  it.each([...texts(helpTexts), ...texts(helpTitles), ...texts(progressTexts), ...texts(problemTexts)])(
    "%s has full-width marks between Chinese words",
    (_, text) => expect(text["zh-CN"]).not.toMatch(/\p{Script=Han}[,;:?!()]/u),
  );
});
