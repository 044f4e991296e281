import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lintTemplate } from "./lint-template.js";
import type { Cell, Notebook, TemplateMetadata } from "./template.js";

const text = readFileSync(new URL("../../../templates/rfm.ipynb", import.meta.url), "utf8");
const template = () => JSON.parse(text) as Notebook;
const marklab = (notebook: Notebook) => notebook.metadata.marklab as TemplateMetadata;
const cell = (notebook: Notebook, id: string) => notebook.cells.find((each) => each.id === id) as Cell;

const faults: [string, (notebook: Notebook) => void][] = [
  ["metadata-missing", (notebook) => delete notebook.metadata.marklab],
  ["format", (notebook) => (notebook.nbformat_minor = 4)],
  ["kernel-metadata", (notebook) => (notebook.metadata["kernelspec"] = { name: "python3" })],
  ["kernel-metadata", (notebook) => delete notebook.metadata["language_info"]],
  ["text-missing", (notebook) => (marklab(notebook).title = { en: "RFM", "zh-CN": " " })],
  ["metadata-malformed", (notebook) => (marklab(notebook).version = "1")],
  ["cell-id", (notebook) => (cell(notebook, "load").id = "parameters")],
  ["stored-output", (notebook) => (cell(notebook, "load").execution_count = 1)],
  ["stored-output", (notebook) => (cell(notebook, "load").outputs = [{ output_type: "stream", name: "stdout", text: "x" }])],
  ["translation-missing", (notebook) => delete cell(notebook, "limits").metadata.marklab],
  ["not-english", (notebook) => (cell(notebook, "read-grid").source = "如何看")],
  ["translation-differs", (notebook) => (cell(notebook, "read-grid").source = "- one\n- two")],
  ["sections", (notebook) => notebook.cells.splice(notebook.cells.indexOf(cell(notebook, "limits")), 1)],
  ["sections", (notebook) => notebook.cells.reverse()],
  ["section-count", (notebook) => (marklab(notebook).sections = marklab(notebook).sections.slice(1))],
  ["parameters-cell", (notebook) => (cell(notebook, "parameters").metadata.tags = [])],
  ["parameters-cell", (notebook) => (cell(notebook, "load").metadata.tags = ["parameters"])],
  ["parameter-names", (notebook) => delete marklab(notebook).parameters.properties["seed"]],
  ["parameter-form", (notebook) => replaceLine(notebook, "let seed: number = 1;", "let seed = 1;")],
  ["parameter-schema", (notebook) => replaceLine(notebook, "let seed: number = 1;", "let seed: number = 2;")],
  ["parameter-schema", (notebook) => replaceLine(notebook, '"en" | "zh-CN"', '"en" | "de"')],
  ["parameter-default", (notebook) => Object.assign(marklab(notebook).parameters.properties["seed"] ?? {}, { minimum: 2 })],
];

function replaceLine(notebook: Notebook, from: string, to: string): void {
  const parameters = cell(notebook, "parameters");
  parameters.source = (parameters.source as string[]).map((line) => line.replace(from, to));
}

describe("lintTemplate()", () => {
  it("finds nothing in a sound template", () => expect(lintTemplate(template())).toEqual([]));

  it.each(faults)("finds %s", (code, spoil) => {
    const spoilt = template();
    spoil(spoilt);
    expect(lintTemplate(spoilt).map((problem) => problem.code)).toContain(code);
  });
});
