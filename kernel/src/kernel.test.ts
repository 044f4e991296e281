import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtFile } from "./built-file.js";
import buildWhenStale from "./testing/build-when-stale.js";
import { TestClient, contents, plainTraceback, resultText, streamText } from "./testing/client.js";

let client: TestClient;
beforeAll(async () => {
  buildWhenStale();
  client = await TestClient.start();
}, 60_000);
afterAll(() => client.close());

/** Runs cells one after another; all must succeed. Answers the last. */
async function run(...cells: string[]) {
  let last = await client.execute(cells[0] ?? "");
  expect(last.reply, cells[0]).toMatchObject({ status: "ok" });
  for (const cell of cells.slice(1)) {
    last = await client.execute(cell);
    expect(last.reply, cell).toMatchObject({ status: "ok" });
  }
  return last;
}

describe("names", () => {
  it("T1: an older closure sees a redeclared and a reassigned value", async () => {
    expect(resultText(await run("let q=1; const g=()=>q", "let q=2", "q=3; g()"))).toBe("3");
  });

  it("T2: a variable becomes a function and then a class", async () => {
    expect(resultText(await run("let f=1", "function f(){return 2}", "f()"))).toBe("2");
    expect(resultText(await run("class f{static z=3}", "f.z"))).toBe("3");
  });

  it("T3: an older caller sees a redefined function", async () => {
    const cells = ["const calc=()=>0", "function calc(){return 1}; const run=()=>calc()", "function calc(){return 2}", "run()"];
    expect(resultText(await run(...cells))).toBe("2");
  });

  it("T4: an error names its line, and what ran before it stays", async () => {
    const failed = await client.execute("const before=1;\nthrow new Error('boom')");
    const [error] = contents(failed, "error");
    expect(failed.reply).toMatchObject({ status: "error", ename: "Error", evalue: "boom" });
    expect(plainTraceback(error)).toContain(`at Cell [${String(failed.reply["execution_count"])}]:2:7`);
    expect(plainTraceback(error)).toMatch(/> 2 \| throw new Error\('boom'\)\n +\| {7}\^/);
    expect(plainTraceback(error)).not.toMatch(/node:|bundle|marklab-run/);
    expect(resultText(await run("before"))).toBe("1");
  });
});

describe("speed", () => {
  it("the process that answers first does not load TypeScript", () => {
    expect(readFileSync(builtFile("language-worker"), "utf8")).toContain('("typescript")');
    expect(readFileSync(builtFile("kernel"), "utf8")).not.toContain('("typescript")');
  });

  it("T22: a loop over a top-level variable is near the speed of a local one", async () => {
    const times: number[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const measured = await run(
        "let sum = 0; const t0 = performance.now(); for (let i = 0; i < 2e7; i++) { sum += i } const topMs = performance.now() - t0;",
        "const t1 = performance.now(); (() => { let s = 0; for (let i = 0; i < 2e7; i++) { s += i } return s })(); performance.now() - t1",
      );
      const localMs = Number(resultText(measured));
      times.push(Number(resultText(await run("topMs"))) / localMs);
      expect(resultText(await run("sum"))).toBe("199999990000000");
    }
    expect(Math.min(...times)).toBeLessThan(4);
  });
});

describe("imports", () => {
  it("T5: default, named and namespace imports of ES modules and CommonJS", async () => {
    await run("import {kmeans} from 'ml-kmeans'; import * as vl from 'vega-lite'; import _, {chunk} from 'lodash'");
    expect(resultText(await run("chunk([1,2,3],2)"))).toBe("[ [ 1, 2 ], [ 3 ] ]");
    expect(resultText(await run("[typeof kmeans, typeof vl.compile, typeof _.chunk].join()"))).toBe("'function,function,function'");
  });
});

describe("output", () => {
  it("T9: what programs and files write to the streams is shown, in order", async () => {
    const written = await run(
      "import {execSync} from 'node:child_process'; import fs from 'node:fs';\n" +
        "console.log('first'); execSync('echo hi',{stdio:'inherit'}); fs.writeSync(1,'raw\\n'); process.stdout.write('x');",
    );
    expect(streamText(written, "stdout")).toBe("first\nhi\nraw\nx");
  });

  it("T21: 20,000 lines come in order, in few messages, before the reply", async () => {
    const printed = await run("for(let i=0;i<20000;i++)console.log(i)");
    expect(streamText(printed, "stdout")).toBe(Array.from({ length: 20_000 }, (_, index) => `${index}\n`).join(""));
    expect(contents(printed, "stream").length).toBeLessThanOrEqual(20);
  });

  it("T20: a rejection and a timer's error are each reported once, on their own cell", async () => {
    const failing = await run("Promise.reject(new Error('u')); void setTimeout(()=>{throw new Error('t')},50)");
    await client.next((message) => message.header.msg_type === "error" && message.content["evalue"] === "t");
    await run("0");
    const errors = client.received.filter(
      (message) => message.header.msg_type === "error" && ["u", "t"].includes(String(message.content["evalue"])),
    );
    expect(errors.map((message) => [message.content["evalue"], (message.parent as { msg_id: string }).msg_id])).toEqual([
      ["u", failing.requestId],
      ["t", failing.requestId],
    ]);
    expect(plainTraceback(errors[1]?.content)).toMatch(/Cell \[\d+\]:1:\d+/);
    expect(resultText(await run("1 + 1"))).toBe("2");
  });

  it("T8: late output belongs to the cell that caused it", async () => {
    await run("let release; const released = new Promise(resolve => { release = resolve })");
    const cause = await run("void setTimeout(() => { console.log('late'); release() }, 60)");
    const later = await run("await released");
    expect(streamText(later, "stdout")).toBe("");
    const late = await client.next((message) => message.content["text"] === "late\n");
    expect((late.parent as { msg_id: string }).msg_id).toBe(cause.requestId);
  });

  it("counts what goes beyond the limit instead of showing it", async () => {
    const printed = await run("const line = 'x'.repeat(999); for (let i = 0; i < 3000; i++) console.log(line)");
    expect(streamText(printed, "stdout").length).toBeLessThanOrEqual(2_000_000);
    expect(streamText(printed, "stderr")).toBe("… 1,000 more lines are not shown\n");
  });

  it("shows 10 MB before the reply", async () => {
    const shown = await run("display({ 'text/plain': 'x'.repeat(10_000_000) }, { raw: true });");
    const data = contents(shown, "display_data")[0]?.["data"] as Record<string, string>;
    expect(data["text/plain"]).toHaveLength(10_000_000);
  });
});

describe("errors", () => {
  it("T10: a syntax error is one error with a caret under its place", async () => {
    const failed = await client.execute("const = 3");
    const errors = contents(failed, "error");
    expect(errors).toHaveLength(1);
    expect(failed.outputs.map(({ header }) => header.msg_type).filter((type) => type !== "status")).toEqual(["execute_input", "error"]);
    expect(failed.reply).toMatchObject({ status: "error", ename: "SyntaxError" });
    expect(failed.reply["evalue"]).toBeTruthy();
    expect(failed.reply["traceback"]).toEqual(errors[0]?.["traceback"]);
    expect(plainTraceback(errors[0])).toMatch(/> 1 \| const = 3\n +\| {7}\^/);
  });

  it("T11: lines are right below a class that TypeScript has to compile", async () => {
    const failed = await client.execute(
      "class Point {\n  constructor(private x: number) {}\n  get() { return this.x }\n}\n\nthrow new Error('six')",
    );
    expect(plainTraceback(failed.reply)).toContain("]:6:7");
  });

  it("an error of the library shows its message and the cell, nothing of the library's inside", async () => {
    const failed = await client.execute('const { load } = await import("marklab");\nawait load("nope.csv")');
    expect(failed.reply).toMatchObject({ status: "error", ename: "DataError" });
    const traceback = plainTraceback(contents(failed, "error")[0]);
    expect(traceback).toMatch(
      /^DataError: .*nope\.csv[^]* > 2 \| await load\("nope\.csv"\)[^]* at async Cell \[\d+\]:2:1\n {4}… \d+ frames in packages$/,
    );
    expect(traceback).not.toMatch(/\{ en:|en: |dist\//);
  });

  it("shows causes, gathered errors and thrown values", async () => {
    const failed = await client.execute("throw new Error('outer', { cause: new AggregateError([new Error('inner')], 'several') })");
    expect(plainTraceback(failed.reply)).toMatch(/outer[^]*\[cause\][^]*several[^]*\[errors 0\][^]*inner/);
    const value = await client.execute("throw { reason: 'none' }");
    expect(value.reply).toMatchObject({ ename: "Uncaught", evalue: "{ reason: 'none' }" });
  });

  it("finds the column of an early error that only V8 sees", async () => {
    const failed = await client.execute("let a = 1;\nlet a = 2");
    expect(failed.reply).toMatchObject({ ename: "SyntaxError" });
    expect(plainTraceback(failed.reply)).toContain("]:2:5");
  });

  it("T19: process.exit is an error of its cell; the next cell runs in a fresh session", async () => {
    const left = await client.execute("const gone = 1; process.exit(3)");
    expect(left.reply).toMatchObject({ status: "error", ename: "SessionEnded" });
    expect(left.reply["evalue"]).toContain("exited with code 3");
    const next = await run("typeof gone");
    expect(resultText(next)).toBe("'undefined'");
    expect(next.reply["execution_count"]).toBe(Number(left.reply["execution_count"]) + 1);
  });

  it("a session that runs out of memory is an error of its cell", async () => {
    const small = await TestClient.start({ env: { NODE_OPTIONS: "--max-old-space-size=80" } });
    const full = await small.execute("const all = []; for (;;) all.push(new Array(1e5).fill(0.5))");
    expect(full.reply).toMatchObject({ status: "error", ename: "SessionEnded" });
    expect(resultText(await small.execute("1 + 1"))).toBe("2");
    await small.close();
  });
});

describe("values", () => {
  it("T17: tables, silence after a semicolon, and what a statement leaves", async () => {
    const shown = contents(await run("[{letter:'A',n:1}]"), "execute_result")[0];
    const data = shown?.["data"] as Record<string, string>;
    expect(data["text/html"]).toMatch(/<table[^]*<th[^>]*>letter<[^]*<td[^>]*text-align:right[^>]*>1</);
    expect(data["text/plain"]).toMatch(/letter +n\nA +1/);
    expect(resultText(await run("[{letter:'A',n:1}];"))).toBeUndefined();
    expect(resultText(await run("if(true){7}"))).toBeUndefined();
    expect(resultText(await run("undefined"))).toBeUndefined();
    expect(resultText(await run("null"))).toBe("null");
    expect(resultText(await run("{a:1}"))).toBe("{ a: 1 }");
  });

  it("T16: anonymous classes with private members, export, const enum", async () => {
    expect(resultText(await run("const m = new (class { a=1; private b=2 })()", "m.a"))).toBe("1");
    expect(resultText(await run("export const ex=4", "ex+1"))).toBe("5");
    expect(resultText(await run("const enum CE{A=5}", "CE.A"))).toBe("5");
  });

  it("an object shows itself, at once or later, and may fail to", async () => {
    const own = await run("({ [Symbol.for('Jupyter.display')]: async () => ({ 'text/markdown': '**b**', 'text/plain': 'b' }) })");
    expect(contents(own, "execute_result")[0]).toMatchObject({ data: { "text/markdown": "**b**", "text/plain": "b" }, metadata: {} });
    const failing = await run("({ a: 1, [Symbol.for('Jupyter.display')]() { throw new Error('not today') } })");
    expect(resultText(failing)).toContain("a: 1");
    expect(streamText(failing, "stderr")).toContain("not today");
  });

  it("a Vega-Lite specification becomes a chart of its version", async () => {
    const chart = await run("({ $schema: 'https://vega.github.io/schema/vega-lite/v6.json', mark: 'bar' })");
    expect(contents(chart, "execute_result")[0]).toMatchObject({ data: { "application/vnd.vegalite.v6+json": { mark: "bar" } } });
  });

  it("a display is updated in its place and output is cleared", async () => {
    const shown = await run("const place = display('one', { id: 'p1' }); place.update('two'); clearOutput({ wait: true });");
    expect(contents(shown, "display_data")[0]).toMatchObject({
      data: { "text/plain": "'one'" },
      metadata: {},
      transient: { display_id: "p1" },
    });
    expect(contents(shown, "update_display_data")[0]).toMatchObject({ data: { "text/plain": "'two'" }, transient: { display_id: "p1" } });
    expect(contents(shown, "clear_output")).toEqual([{ wait: true }]);
  });

  it("notebooks written for tslab find their display", async () => {
    const shown = await run(
      "import { display as show, newDisplay } from 'tslab'; show.html('<b>x</b>'); const d = newDisplay(); d.text('a'); d.text('b')",
    );
    expect(contents(shown, "display_data").map((content) => content["data"])).toEqual([{ "text/html": "<b>x</b>" }, { "text/plain": "a" }]);
    expect(contents(shown, "update_display_data")[0]?.["data"]).toEqual({ "text/plain": "b" });
  });
});
