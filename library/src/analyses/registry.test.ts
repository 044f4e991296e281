import { describe, expect, it } from "vitest";
import { languages } from "../language/language.js";
import { examples } from "../testing/examples/index.js";
import { badInputSuite } from "./bad-input.suite.js";
import { analyses, calculations } from "./registry.js";

describe.each([...analyses, ...calculations])("analysis %s", (id, analysis) => {
  it("is known by its own id and has a version", () => {
    expect(analysis.id).toBe(id);
    expect(analysis.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("has a title and words for every column and option in both languages", () => {
    for (const language of languages) {
      expect(analysis.title[language]).not.toBe("");
      expect(analysis.description[language]).not.toBe("");
      for (const [name, option] of Object.entries(analysis.schema.properties)) {
        const words = option["x-text"] as { title: Record<string, string>; description: Record<string, string> };
        expect(words.title[language], name).toMatch(/\S/);
        expect(words.description[language], name).toMatch(/[.。]$/);
      }
    }
  });

  it("lists its columns and options in one JSON Schema", () => {
    expect(Object.keys(analysis.schema.properties)).toEqual([...Object.keys(analysis.roles), ...Object.keys(analysis.options.shape)]);
    expect(analysis.schema.type).toBe("object");
    expect(JSON.parse(JSON.stringify(analysis.schema))).toEqual(analysis.schema);
  });
});

for (const analysis of analyses.values()) badInputSuite(analysis, examples[analysis.id] ?? { values: {} });
