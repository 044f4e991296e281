import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NameKind } from "./declarations.js";
import { originalPosition, positionAt, lineStarts } from "./positions.js";
import { transformCell, type TransformedCell } from "./transform.js";

function transformed(source: string, earlier: Record<string, NameKind> = {}, captured: string[] = []): TransformedCell {
  const result = transformCell(source, { names: new Map(Object.entries(earlier)), captured: new Set(captured) });
  if ("problem" in result) throw new Error(`${source}: ${result.problem.message}`);
  return result.cell;
}

/** The code below the first line, which holds what runs before the cell. */
const body = (source: string, earlier: Record<string, NameKind> = {}) => transformed(source, earlier).code.replace(/^.*\n/, "");
const first = (source: string, earlier: Record<string, NameKind> = {}) => transformed(source, earlier).code.split("\n", 1)[0];
const shown = (value: string) => `__marklabShow(${value})`;
const guard = "if(__marklabStopFlag[0])__marklabStop();";

describe("transformCell() erases types and keeps places", () => {
  it.each([
    ["let x: number = 1;", "let x         = 1;"],
    ["const a = b as string;", "let   a = b          ;"],
    ["let y = z!;", "let y = z ;"],
    ["function f<T>(a?: T): void {}", "function f   (a    )       {}"],
    ["const v = a satisfies B;", "let   v = a            ;"],
    ["export const ex = 4;", "       let   ex = 4;"],
    ["type A = 1;", "           "],
    ["interface B { a: 1 }", "                    "],
    ["declare const c: 1;", "                   "],
    ["class C { private a = 1; declare b: 2 }", "class C {         a = 1;              }"],
    ["let q = <T,>(a: T) => a;", "let q =     (a   ) => a;"],
    ["for await (const x of y) ;", `for await (const x of y) {${guard};}`],
  ])("%s", (source, expected) => {
    expect(body(source)).toBe(expected);
  });

  it.each([
    ["enum A { X }", /var A;/],
    ["const enum A { X }", /var A;/],
    ["namespace N { export const a = 1 }", /\(function \(N\)/],
    ["class P { constructor(private a: number) {} }", /this\.a = a/],
    ["@d class D {}", /__esDecorate/],
    ["const el = <b>x</b>;", /React\.createElement/],
  ])("compiles %s", (source, expected) => {
    expect(transformed(source).code).toMatch(expected);
  });
});

describe("transformCell() shows the last value", () => {
  it.each([
    ["1 + 1", shown("1 + 1")],
    ["a // note", `${shown("a")} // note`],
    ["await b", shown("await b")],
    ["x as any", `${shown("x")};      `],
    ["{ a: 1 }", `${shown("({ a: 1 }\n)")}`],
    ["export default 7", `               ${shown("7")}`],
    ["1;", "1;"],
    ["a = 1 ;", "a = 1 ;"],
    ["if (a) { 7 }", "if (a) { 7 }"],
    ["{ let a = 1; a }", "{ let a = 1; a }"],
    ["let a = 1", "let a = 1"],
    ["", ""],
  ])("%s", (source, expected) => {
    expect(body(source)).toBe(expected);
  });

  it("also when the cell has to be compiled", () => {
    expect(body("enum A { X }\nA.X")).toContain(shown("A.X"));
    expect(body("enum A { X }\nA.X;")).not.toContain("__marklabShow");
  });
});

describe("transformCell() makes every redeclaration legal", () => {
  it.each([
    ["let over function", "let f = 1;", "global", "var f = 1;"],
    ["const over function", "const f = 1;", "global", "var   f = 1;"],
    ["class over function", "class f extends B {}", "global", "f=class extends B {};"],
    ["var over let", "var f = 1;", "lexical", "let f = 1;"],
    ["repeated var over let", "var f = 1; var f = 2;", "lexical", "    f = 1;     f = 2;"],
    ["var of a loop over let", "for (var f of x);", "lexical", "for (    f of x);"],
    ["let over let", "let f = 1;", "lexical", "let f = 1;"],
    ["function over function", "function f() {}", "global", "function f() {}"],
  ] as const)("%s", (_, source, kind, expected) => {
    expect(body(source, { f: kind })).toBe(expected);
  });

  it("function over let: the variable takes the function before the cell runs", () => {
    expect(first("f(); function f() {}", { f: "lexical" })).toBe('let f=__marklabRename(f$function,"f");');
  });

  it("remembers the kind that a name keeps", () => {
    expect(transformed("function f() {}", { f: "lexical" }).names).toEqual([["f", "lexical"]]);
    expect(transformed("var { a, b: [c] } = d; class E {}").names).toEqual([
      ["E", "lexical"],
      ["a", "global"],
      ["c", "global"],
    ]);
  });
});

describe("transformCell() rewrites imports", () => {
  it.each([
    ["import 'a'", "await __marklabImport('a');"],
    ["import * as n from 'a'", "let n=await __marklabImport('a');"],
    ["import d, { b as c, default as e } from 'a'; d, c, e", 'let [d,c,e]=await __marklabImportNames(["default","b","default"],\'a\');'],
    ["import { T } from 'a'", "let [T]=await __marklabImportNames([\"?T\"],'a');"],
    ["import { T } from 'a'; T", "let [T]=await __marklabImportNames([\"T\"],'a');"],
    ["import type { T } from 'a'", ""],
    ["import { type T, v } from 'a'", "let [v]=await __marklabImportNames([\"v\"],'a');"],
    ["import j from './a.json' with { type: 'json' }", "let [j]=await __marklabImportNames([\"default\"],'./a.json',{type:'json'});"],
    ["export { a as b } from 'c'", "let [b]=await __marklabImportNames([\"a\"],'c');"],
    ["export * from 'c'", "await __marklabImport('c');"],
  ])("%s", (source, expected) => {
    expect(first(source)).toBe(expected);
  });

  it("assigns to what was a function", () => {
    expect(first("import { f, g } from 'a'", { f: "global" })).toBe('let g;[f,g]=await __marklabImportNames(["f","g"],\'a\');');
  });

  it("import() and import.meta", () => {
    expect(body("f(() => import('a'), import.meta.url);")).toBe("f(() => __marklabImport('a'), __marklabMeta.url);");
  });

  it("a failing import points at its statement", () => {
    const cell = transformed("1;\n  import { a } from 'a'");
    expect(originalPosition(cell.map, { line: 0, column: 10 })).toMatchObject({ line: 1 });
  });
});

describe("transformCell() guards the loops that a signal cannot end", () => {
  it.each([
    ["while (true) {}", "while (true) {}"],
    ["await 1; while (true) {}", `await 1; while (true) {${guard}}`],
    ["for (;;) x(); await 1", `for (;;) x(); ${shown("await 1")}`],
    ["while (await a) {}", `while (await a) {${guard}}`],
    ["const f = () => { do x(); while (y) }", `let   f = () => { do {${guard}x();} while (y) }`],
    ["class A { m() { for (const x of y) {} } }", `class A { m() { for (const x of y) {${guard}} } }`],
  ])("%s", (source, expected) => {
    expect(body(source)).toBe(expected);
  });
});

describe("transformCell() lets loops work on copies of top-level variables", () => {
  const leave = "if(__marklabStopFlag[0])break stop$;";
  const copied = (loop: string) => `{let s$copy=s;try{stop$:${loop}}finally{s=s$copy}if(__marklabStopFlag[0])__marklabStop(true);}`;

  it.each([
    ["let s = 0; for (const x of y) { s += x }", `let s = 0; ${copied(`for (const x of y) {${leave} s$copy += x }`)}`],
    ["let s = 0; while (s < 9) s++", `let s = 0; ${copied(`while (s$copy < 9) {${leave}s$copy++}`)}`],
    [
      "let s = 0; for (;;) { s = f(s, { s, s: a.s }) }",
      `let s = 0; ${copied(`for (;;) {${leave} s$copy = f(s$copy, { s:s$copy, s: a.s }) }`)}`,
    ],
    ["let s = 0; for (;;) { do s++; while (f()) }", `let s = 0; ${copied(`for (;;) {${leave} do {${leave}s$copy++;} while (f()) }`)}`],
  ])("%s", (source, expected) => {
    expect(body(source)).toBe(expected);
  });

  it.each([
    ["let s = 0; const f = () => s; for (;;) { s++ }", "a function mentions it"],
    ["let s = 0; class A { get b() { return s } }; for (;;) { s++ }", "a getter mentions it"],
    ["let s = 0; for (;;) { s++; await 1 }", "others run in between"],
    ["let s = 0; for (;;) { eval('s++'); s++ }", "eval reaches every name"],
    ["let s = 0; for (let s = 0; ;) { s++ }", "it is another variable"],
    ["for (;;) { s++ } let s = 0;", "it is declared later"],
    ["var s = 0; for (;;) { s++ }", "it is a property of the global object"],
  ])("not in %s, where %s", (source) => {
    expect(body(source)).not.toContain("$copy");
  });

  it("also variables of earlier cells, unless a function of theirs mentions them", () => {
    expect(transformed("for (;;) s++", { s: "lexical" }).code).toContain("s$copy");
    expect(transformed("for (;;) s++", { s: "lexical" }, ["s"]).code).not.toContain("s$copy");
    expect(transformed("const f = () => s").captured).toContain("s");
  });
});

describe("transformCell() refuses what cannot be read", () => {
  it.each([
    ["const = 3", 0, 6],
    ["1 +", 0, 3],
    ["let a = 1\nlet b = = 2", 1, 8],
    ["{ a: 1, b 2 }", 0, 10],
  ])("%s", (source, line, column) => {
    expect(transformCell(source)).toMatchObject({ problem: { line, column } });
  });
});

describe("positions", () => {
  const statements = fc.constantFrom(
    "let a: number = MARK(1);",
    "const { b } = MARK({ b: 2 }) as any;",
    "for (const x of MARK([])) MARK(x);",
    "function f(y?: string): void { while (MARK(y)) { MARK(2) } }",
    "import { c } from 'c'; MARK(c);",
    "type T = { a: 1 };",
    "class K { private z = MARK(3) }",
    "await MARK(4); do { MARK(5) } while (MARK(6));",
    "export const e = MARK(7)!;",
    "// 😀 MARK() in a comment is no call",
    "enum Level { Low, High }",
  );

  it("every call of the transformed cell points to where it stands in the cell", () => {
    fc.assert(
      fc.property(fc.array(statements, { maxLength: 8 }), fc.constantFrom("\n", "\n\n  ", "\r\n", " "), (parts, separator) => {
        const source = [...parts.filter((part) => separator !== " " || !part.startsWith("//")), "MARK(9)"].join(separator);
        const cell = transformed(source);
        const found = callsIn(cell.code).map((at) => originalPosition(cell.map, at));
        const expected = callsIn(source);
        expect(found.filter((at) => isCall(source, at))).toEqual(expected);
      }),
    );
  });

  function callsIn(text: string) {
    const starts = lineStarts(text);
    return [...text.matchAll(/MARK\((?!\))/g)].map((match) => positionAt(starts, match.index));
  }

  function isCall(source: string, at: { line: number; column: number }): boolean {
    return callsIn(source).some(({ line, column }) => line === at.line && column === at.column);
  }
});
