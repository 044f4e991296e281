import { describe, expect, it } from "vitest";
import { codeFrame, errorReport, syntaxErrorReport } from "./traceback.js";

const plain = (lines: readonly string[]) => lines.join("\n").replace(/\u001b\[[0-9;]*m/g, "");
const source = "one\ntwo\nthree\nfour\nfive\nsix";

describe("codeFrame()", () => {
  it.each([
    [0, 0, " > 1 | one\n     | ^\n   2 | two\n   3 | three"],
    [3, 2, "   2 | two\n   3 | three\n > 4 | four\n     |   ^\n   5 | five\n   6 | six"],
    [5, 3, "   4 | four\n   5 | five\n > 6 | six\n     |    ^"],
  ])("shows two lines around line %i, column %i", (line, column, expected) => {
    expect(plain(codeFrame(source, { line, column }))).toBe(expected);
  });

  it("keeps the caret below its character after tabs", () => {
    expect(plain(codeFrame("\tx = y", { line: 0, column: 5 }))).toBe(" > 1 | \tx = y\n     | \t    ^");
  });
});

describe("errorReport()", () => {
  const find = (label: string) => (label === "Cell [4]" ? { label, source } : undefined);

  function error(message: string, options?: ErrorOptions): Error {
    const made = new TypeError(message, options);
    made.stack = `TypeError: ${message}\n    at f (Cell [4]:2:1)\n    at Cell [4]:6:1`;
    return made;
  }

  it("quotes the innermost frame that lies in a cell", () => {
    const { ename, evalue, traceback } = errorReport(error("no"), find);
    expect([ename, evalue]).toEqual(["TypeError", "no"]);
    expect(plain(traceback)).toMatch(/^TypeError: no\n.*one\n > 2 \| two\n[^]*at f \(Cell \[4\]:2:1\)\n {4}at Cell \[4\]:6:1$/);
  });

  it("follows causes, but not without end", () => {
    const loop = error("loop");
    loop.cause = loop;
    expect(plain(errorReport(loop, find).traceback).match(/\[cause\]/g)).toHaveLength(5);
  });

  it("lists the cells first, then what lies below them", () => {
    const deep = error("deep");
    deep.stack = "TypeError: deep\n    at inner (file:///p/node_modules/p/a.js:1:1)\n    at Cell [4]:6:1";
    expect(plain(errorReport(deep, find).traceback)).toMatch(/ at Cell \[4\]:6:1\n {4}at inner \(file:.*\)$/);
  });

  it("shows the message and the cells alone when an error says that it is for the user", () => {
    const own = Object.assign(error("no such file", { cause: new Error("ENOENT") }), { text: { en: "no such file" } });
    own.stack = `TypeError: no such file\n${"    at load (file:///p/dist/load.js:1:1)\n".repeat(3)}    at Cell [4]:6:1`;
    Object.defineProperty(own, Symbol.for("marklab.userError"), { value: true });
    const lines = plain(errorReport(own, find).traceback);
    expect(lines).toMatch(
      /^TypeError: no such file\n[^]* > 6 \| six\n[^]* at Cell \[4\]:6:1\n {4}… 3 frames in packages\n\[cause\] Error: ENOENT$/,
    );
    expect(lines).not.toMatch(/dist|\{ en:/);
  });

  it("shows the further properties of an error", () => {
    expect(plain(errorReport(Object.assign(error("no"), { code: "E1" }), find).traceback)).toContain("code: 'E1'");
  });

  it.each([
    ["text", "'text'"],
    [null, "null"],
    [undefined, "undefined"],
    [{ a: 1 }, "{ a: 1 }"],
    [Object.create(null) as unknown, "[Object: null prototype] {}"],
  ])("names a thrown %o", (thrown, evalue) => {
    expect(errorReport(thrown, find)).toMatchObject({ ename: "Uncaught", evalue });
  });

  it("survives an object that refuses to be shown", () => {
    const hostile = {
      get [Symbol.toStringTag](): string {
        throw new Error("no tag");
      },
    };
    expect(() => errorReport({ hostile }, find)).not.toThrow();
  });
});

describe("syntaxErrorReport()", () => {
  it("points at the place", () => {
    const report = syntaxErrorReport({ label: "Cell [1]", source: "const = 3" }, "Unexpected token", { line: 0, column: 6 });
    expect(plain(report.traceback)).toBe("SyntaxError: Unexpected token\n > 1 | const = 3\n     |       ^\n    at Cell [1]:1:7");
  });
});
