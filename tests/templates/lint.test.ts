import { readdirSync, readFileSync } from "node:fs";
import { lintTemplate, type Notebook } from "marklab/templates";
import { describe, expect, it } from "vitest";

const folder = new URL("../../templates/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));

describe("the templates of this repository", () => {
  it("are there", () => expect(names).toContain("rfm.ipynb"));

  it.each(names)("%s passes the linter", (name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    expect(lintTemplate(JSON.parse(text) as Notebook)).toEqual([]);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 1)}\n`);
  });
});
