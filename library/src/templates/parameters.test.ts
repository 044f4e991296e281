import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { DataError } from "../data-error.js";
import { parameterFromText, parameterSchemas, readParameters, setParameters } from "./parameters.js";
import { parametersCell, sourceText } from "./source.js";
import type { Notebook, ParameterSchema } from "./template.js";

const notebookOf = (...lines: string[]): Notebook => ({
  cells: [
    { id: "text", cell_type: "markdown", source: "let data: string = 'not here';", metadata: {} },
    { id: "set", cell_type: "code", source: lines.map((line) => `${line}\n`), metadata: { tags: ["parameters"] }, outputs: [] },
  ],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

const plain = notebookOf(
  "// what to read",
  'let data: string = "orders.csv"; // a file',
  "let groups: number = 5;",
  'let language: "en" | "zh-CN" = "en";',
  "let save: boolean = false;",
  'let regions: string[] = ["a]", "b"];',
  "const shout = (text: string) => text;",
);
const cellText = (notebook: Notebook) => sourceText(parametersCell(notebook)?.source ?? "");
const refusal = (action: () => unknown): unknown => {
  try {
    return action();
  } catch (error) {
    return error instanceof DataError ? [error.code, error.message] : error;
  }
};

/** The statements of a text as the TypeScript compiler reads them. */
const statements = (text: string) => ts.createSourceFile("cell.ts", text, ts.ScriptTarget.Latest, true).statements;

describe("readParameters()", () => {
  it("reads the literals of the tagged cell", () =>
    expect(readParameters(plain)).toEqual({ data: "orders.csv", groups: 5, language: "en", save: false, regions: ["a]", "b"] }));

  it("takes single quotes, separators in numbers, no type and no semicolon", () =>
    expect(readParameters(notebookOf(`let a = 'it\\'s "so"'`, "let b = 1_000.5", "let c: number = -2e3;"))).toEqual({
      a: `it's "so"`,
      b: 1000.5,
      c: -2000,
    }));

  it("leaves out what is computed", () => expect(readParameters(notebookOf("let a: number = 1 + 1;", "let b = `x`;"))).toEqual({}));

  it("is empty without a parameters cell", () => expect(readParameters({ ...plain, cells: [] })).toEqual({}));
});

describe("setParameters()", () => {
  it("keeps everything but the value", () => {
    const changed = setParameters(plain, { data: "b.csv", groups: 3, regions: [] });
    expect(cellText(changed)).toBe(
      cellText(plain).replace('"orders.csv"', '"b.csv"').replace("number = 5", "number = 3").replace('["a]", "b"]', "[]"),
    );
    expect(readParameters(plain)["data"]).toBe("orders.csv");
  });

  it("writes any text so that it is read back and stays one literal", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom('"', "\\", "\n", "\u2028", ";", "`", "$", "{", "/", "'") }),
    );
    fc.assert(
      fc.property(anyText, (data) => {
        const changed = setParameters(plain, { data });
        expect(readParameters(changed)["data"]).toBe(data);
        const [first, ...others] = statements(cellText(changed));
        expect(others).toHaveLength(statements(cellText(plain)).length - 1);
        const [declaration] = first && ts.isVariableStatement(first) ? first.declarationList.declarations : [];
        expect(declaration?.initializer && ts.isStringLiteral(declaration.initializer) && declaration.initializer.text).toBe(data);
      }),
      { numRuns: 500 },
    );
  });

  it("writes any list and number so that it is read back", () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), fc.double({ noNaN: true, noDefaultInfinity: true }), (regions, groups) => {
        const read = readParameters(setParameters(plain, { regions, groups }));
        expect(read["regions"]).toEqual(regions);
        expect(read["groups"]).toBe(groups === 0 ? 0 : groups);
      }),
    ));

  it("shows invisible and direction-changing characters as escapes", () =>
    expect(cellText(setParameters(plain, { data: "a\u202eb\u200bc" }))).toContain(String.raw`"a\u202eb\u200bc"`));

  it.each<[string, Record<string, unknown>, string]>([
    ["an unknown name", { dta: "x" }, 'Try "data".'],
    ["a number for a text", { data: 5 }, "a text is needed"],
    ["not a number", { groups: NaN }, "a number is needed"],
    ["an endless number", { groups: Infinity }, "a number is needed"],
    ["a word that is no choice", { language: "de" }, 'one of "en", "zh-CN" is needed'],
    ["a list of other things", { regions: [1] }, "a list is needed"],
  ])("refuses %s and says what is needed", (_, values, needed) =>
    expect(refusal(() => setParameters(plain, values))).toMatchObject([expect.any(String), expect.stringContaining(needed)]),
  );

  it("changes nothing when one of several values does not fit", () => {
    const before = JSON.stringify(plain);
    expect(refusal(() => setParameters(plain, { data: "x", groups: "y" }))).toMatchObject(["parameter-mismatch", expect.any(String)]);
    expect(JSON.stringify(plain)).toBe(before);
  });

  it("refuses to replace a computed value", () =>
    expect(refusal(() => setParameters(notebookOf("let day: string = today();"), { day: "x" }))).toMatchObject([
      "parameter-not-literal",
      expect.any(String),
    ]));

  it("refuses a notebook without a parameters cell", () =>
    expect(refusal(() => setParameters({ ...plain, cells: [] }, { data: "x" }))).toMatchObject([
      "parameters-cell-missing",
      expect.any(String),
    ]));
});

describe("parameterFromText()", () => {
  const value = (type: ParameterSchema["type"], given: string) => parameterFromText(given, { type });

  it("takes a text as it stands", () => expect(value("string", "00123")).toBe("00123"));
  it("reads numbers and booleans", () => expect([value("integer", "4"), value("boolean", "true")]).toEqual([4, true]));
  it("reads lists with commas and as JSON", () =>
    expect([value("array", "a, b"), value("array", '["a,b"]')]).toEqual([["a", "b"], ["a,b"]]));
  it("reads the elements of a list as what the list holds, and an empty text as an empty list", () => {
    expect(parameterFromText("0.5,0.5", { type: "array", items: { type: "number" } })).toEqual([0.5, 0.5]);
    expect(parameterFromText("1,2", { type: "array", items: { type: "string" } })).toEqual(["1", "2"]);
    expect(value("array", "")).toEqual([]);
  });
  it("reads what may be one of several forms as JSON, or as the text that it is", () => {
    expect([parameterFromText('{"at":1}', {}), parameterFromText("0.99", {}), parameterFromText("view", {})]).toEqual([
      { at: 1 },
      0.99,
      "view",
    ]);
  });
  it("leaves what it cannot read to the check", () => expect(value("integer", "four")).toBe("four"));
});

describe("parameterSchemas()", () => {
  it("prefers the template's schema to the types of the cell", () => {
    const groups: ParameterSchema = {
      type: "integer",
      minimum: 3,
      maximum: 5,
      "x-text": { title: { en: "", "zh-CN": "" }, description: { en: "", "zh-CN": "" } },
    };
    expect(parameterSchemas(plain, { type: "object", properties: { groups } })["groups"]).toBe(groups);
    expect(refusal(() => setParameters(plain, { groups: 4.5 }, { type: "object", properties: { groups } }))).toMatchObject([
      "parameter-mismatch",
      'Cannot set parameter "groups": 4.5 was given, a whole number from 3 to 5 is needed. Try 3.',
    ]);
  });
});
