import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { instantiateTemplate, sourceText, type Notebook } from "marklab/templates";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const folder = new URL("../../templates/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
const library = fileURLToPath(new URL("../../library/src", import.meta.url));
const beside = fileURLToPath(new URL("notebook.ts", import.meta.url));

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  types: ["node"],
  paths: { marklab: [`${library}/index.ts`], "marklab/*": [`${library}/*/index.ts`] },
};

/** What the compiler has to say about the code of a notebook, read as one module against the library's sources. */
function faults(notebook: Notebook): string[] {
  const cells = notebook.cells.filter((cell) => cell.cell_type === "code");
  const code = cells.map((cell) => `${sourceText(cell.source)}\n;`).join("\n");
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === beside || fileExists(name);
  host.getSourceFile = (name, target) => (name === beside ? ts.createSourceFile(name, code, target) : getSourceFile(name, target));
  const program = ts.createProgram([beside], options, host);
  const file = program.getSourceFile(beside);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ messageText, start = 0 }) => {
    const line = code.slice(0, start).split("\n").length;
    return `${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

describe.each(names)("the code of %s", (name) => {
  const template = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Notebook;

  it("has the types it says", () => expect(faults(instantiateTemplate(template, { language: "en" }))).toEqual([]), 60_000);

  it("is checked: a wrong option is found", () => {
    const spoilt = instantiateTemplate(template, { language: "en" });
    spoilt.cells.push({ id: "x", cell_type: "code", source: "setLanguage('klingon')", metadata: {} });
    expect(faults(spoilt).join()).toContain("klingon");
  }, 60_000);
});
