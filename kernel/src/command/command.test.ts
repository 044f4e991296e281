import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { load, rfm } from "marklab";
import type { Notebook } from "marklab/templates";
import { afterAll, describe, expect, it } from "vitest";
import { runCommand, type CommandRun } from "../testing/run-command.js";

const folder = mkdtempSync(join(tmpdir(), "marklab-command-"));
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const orders = (rows: number, customer = (row: number) => `C${row % 40}`): string =>
  [
    "OrderID,CustomerID,OrderDate,Amount",
    ...Array.from(
      { length: rows },
      (_, row) => `${1000 + row},${customer(row)},2024-0${1 + (row % 9)}-1${row % 9},${10 + ((row * 37) % 90)}.5`,
    ),
  ].join("\n") + "\n";
const good = file("orders.csv", orders(300));

/** A refusal says what to do in one line, without a trace of the code. */
function expectRefusal({ code, stdout, stderr }: CommandRun, exitCode: number): void {
  expect(stdout).toBe("");
  expect(stderr).toMatch(/Cannot [^:]+: .+\. Try .+/);
  expect(stderr).not.toMatch(/\n\s+at |node:internal|\.js:\d/);
  expect(code).toBe(exitCode);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("marklab", () => {
  it("says its version", async () =>
    expect(await runCommand(["--version"])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) }));

  it("explains itself in both languages", async () => {
    const english = await runCommand(["--help"]);
    expect(english).toMatchObject({ code: 0, stdout: expect.stringContaining("List the templates.") });
    const chinese = await runCommand(["--help"], { env: { MARKLAB_LANGUAGE: "zh-CN" } });
    expect(chinese.stdout).toContain("列出模板。");
    expect(chinese.stdout).toContain("用法");
  });

  it.each([
    [["tempaltes"], "templates"],
    [["analyse", "rmf", good], "rfm"],
    [["analyse", "rfm"], "marklab analyse rfm orders.csv"],
    [["analyse", "rfm", good, "extra"], "marklab analyse rfm orders.csv"],
    [["analyse", "rfm", good, "--jsn"], "--json"],
    [["analyse", "rfm", good, "--set", "groups"], "--set groups=4"],
    [["analyse", "rfm", good, "--set", "grops=4"], "groups"],
    [["analyse", "rfm", good, "--set", "groups=9"], "5"],
    [["analyse", "rfm", good, "--language", "de"], "--language en"],
    [["run", "rmf"], "rfm"],
    [["run", "rfm", "--set", "grops=4"], "groups"],
    [["run", "rfm", "--set", "groups=x"], "5"],
    [["kernel", "install", "--user", "--prefix", folder], "--prefix alone"],
  ])("ends with 2 and a fix after %j", async (words, fix) => {
    const run = await runCommand(words, { cwd: folder });
    expectRefusal(run, 2);
    expect(run.stderr).toContain(fix);
  });

  it("ends with 2 and shows its help without words", async () =>
    expect(await runCommand([])).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("Usage:") }));

  it("speaks Chinese when a mistake is made in Chinese", async () => {
    const run = await runCommand(["run", "rmf", "--language", "zh-CN"]);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringMatching(/^无法运行“rmf”.+请试试“rfm”。\n$/) });
  });
});

describe("marklab templates", () => {
  it("lists ids, titles and questions", async () => {
    const { code, stdout } = await runCommand(["templates"]);
    expect(stdout).toMatch(/^rfm +RFM customer segments\n +Which customers/m);
    expect(code).toBe(0);
  });

  it("prints what their metadata say as JSON", async () => {
    const { stdout } = await runCommand(["templates", "--json"]);
    const templates = JSON.parse(stdout) as { id: string; title: unknown; parameters: { properties: object } }[];
    expect(templates.map(({ id }) => id)).toEqual(["ab-test", "churn", "funnel", "rfm"]);
    const rfmTemplate = templates.at(-1);
    expect(rfmTemplate).toMatchObject({ id: "rfm", title: { en: "RFM customer segments", "zh-CN": "RFM 客户分群" } });
    expect(Object.keys(rfmTemplate?.parameters.properties ?? {})).toContain("data");
  });
});

describe("marklab analyse", () => {
  it("prints the library's own result as one JSON object", async () => {
    const { code, stdout, stderr } = await runCommand([
      "analyse",
      "rfm",
      good,
      "--json",
      "--set",
      "groups=4",
      "--set",
      "customer=CustomerID",
    ]);
    const data = await load(good);
    const result = await rfm(data, { groups: 4, customer: "CustomerID" });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(result.toJSON("en"))));
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual([
      "analysis",
      "version",
      "language",
      "input",
      "parameters",
      "values",
      "table",
      "assumptions",
      "warnings",
      "reading",
    ]);
    expect(stderr).toContain("Reading");
    expect(code).toBe(0);
    await data.engine.close();
  });

  it("writes the same bytes twice, and others for another day", async () => {
    const words = ["analyse", "rfm", good, "--json"];
    const [one, other, later] = await Promise.all([runCommand(words), runCommand(words), runCommand([...words, "--as-of", "2025-01-01"])]);
    expect(one.stdout).toBe(other?.stdout);
    expect(JSON.parse(later?.stdout ?? "")).toMatchObject({ values: { asOf: "2025-01-01" } });
  });

  it("tells people the finding and shows the table, in the language asked for", async () => {
    const { stdout } = await runCommand(["analyse", "rfm", good, "--language", "zh-CN"]);
    expect(stdout).toContain("RFM");
    expect(stdout).toContain("下一步");
    expect(stdout).toContain("C0");
  });

  it("takes a sample", async () => {
    const { code, stdout } = await runCommand(["analyse", "rfm", "sample:orders", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ analysis: "rfm", language: "en" });
    expect(code).toBe(0);
  });

  it("lists its settings and columns from the definition", async () => {
    const { code, stdout } = await runCommand(["analyse", "rfm", "--help"]);
    for (const name of Object.keys(rfm.schema.properties).filter((each) => each !== "asOf")) expect(stdout).toContain(`  ${name}=`);
    expect(code).toBe(0);
  });
});

const bad: [string, string | Buffer][] = [
  ["empty.csv", ""],
  ["header-only.csv", "OrderID,CustomerID,OrderDate,Amount\n"],
  ["binary.csv", Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256))],
  ["no-dates.csv", "CustomerID,OrderDate,Amount\nA,soon,5\nB,later,6\nC,never,7\n"],
  ["no-amount.csv", "CustomerID,OrderDate\nA,2024-01-01\nB,2024-01-02\n"],
];

describe("data that does not fit", () => {
  it.each(bad)("%s ends with 3 and says why", async (name, content) => {
    const path = file(name, content);
    expectRefusal(await runCommand(["analyse", "rfm", path, "--json"]), 3);
  });

  it("a missing file ends with 3 and names it", async () => {
    const run = await runCommand(["analyse", "rfm", "missing.csv"], { cwd: folder });
    expectRefusal(run, 3);
    expect(run.stderr).toContain("missing.csv");
  });

  it("an engine that finds no place for its temporary files ends with 5", async () => {
    const packed = file("packed.csv.gz", gzipSync(orders(300)));
    expectRefusal(await runCommand(["analyse", "rfm", packed], { env: { TMPDIR: join(folder, "nowhere") } }), 5);
    expect(await runCommand(["analyse", "rfm", packed])).toMatchObject({ code: 0 });
  });

  it("a wrong column ends with 3 and the nearest one", async () => {
    const run = await runCommand(["analyse", "rfm", good, "--set", "customer=CustomerIDs"]);
    expectRefusal(run, 3);
    expect(run.stderr).toContain("CustomerID");
  });
});

const bytes = (out: string, name: string): Buffer => readFileSync(join(out, name));
const read = (out: string, name: string): string => readFileSync(join(out, name), "utf8");

describe("marklab run", () => {
  it("writes report, notebook and values, the same bytes each time", async () => {
    const [one, other] = ["one", "other"].map((name) => join(folder, name)) as [string, string];
    const run = (out: string) => runCommand(["run", "rfm", "--data", "orders.csv", "--out", out, "--set", "groups=4"], { cwd: folder });
    const first = await run(one);
    expect(first).toMatchObject({ code: 0, stdout: "one/rfm.html\none/rfm.ipynb\none/rfm.json\none/rfm.xlsx\n" });
    await run(other);
    expect(readdirSync(one).toSorted()).toEqual(["rfm.html", "rfm.ipynb", "rfm.json", "rfm.xlsx"]);
    for (const name of readdirSync(one)) expect(bytes(other, name).equals(bytes(one, name)), name).toBe(true);
    expect(await run(one)).toMatchObject({ code: 0 });
    for (const name of readdirSync(one)) expect(bytes(other, name).equals(bytes(one, name)), name).toBe(true);
    const notebook = JSON.parse(read(one, "rfm.ipynb")) as Notebook;
    expect(JSON.stringify(notebook.cells)).toContain('let data: string = \\"../orders.csv\\";');
    const json = JSON.parse(read(one, "rfm.json")) as { table: unknown[] };
    expect(json).toMatchObject({ analysis: "rfm", parameters: { groups: 4 }, input: { name: "orders.csv" } });
    expect(json.table).toHaveLength(40);
    const sheets = Object.entries(unzipSync(bytes(one, "rfm.xlsx"))).map(([name, content]) => [name, strFromU8(content)] as const);
    expect(sheets.find(([name]) => name.endsWith("sheet2.xml"))?.[1].match(/<row /g)).toHaveLength(41);
    expect(read(one, "rfm.html")).not.toMatch(/<script|https?:\/\/|import \{/);
  }, 60_000);

  it("takes a notebook of the user's own, from its own folder", async () => {
    const code = (id: string, source: string, tags: string[] = []) => ({
      id,
      cell_type: "code",
      metadata: { tags },
      execution_count: null,
      outputs: [],
      source,
    });
    const cells = [code("p", "let name: string = 'x';", ["parameters"]), code("s", "console.log(`Hello, ${name}`)")];
    file("mine.ipynb", JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
    const out = join(folder, "mine");
    const run = await runCommand(["run", "mine.ipynb", "--set", "name=Ada", "--out", out], { cwd: folder });
    expect(run).toMatchObject({ code: 0, stdout: "mine/mine.html\nmine/mine.ipynb\n" });
    expect(read(out, "mine.html")).toContain("Hello, Ada");
  });

  it("does not write over a notebook that it did not write, or that was edited since", async () => {
    const cells = [{ id: "a", cell_type: "code", metadata: {}, execution_count: null, outputs: [], source: "1 + 1" }];
    const mine = file("keep.ipynb", JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
    expectRefusal(await runCommand(["run", "keep.ipynb"], { cwd: folder }), 2);
    expect(JSON.parse(readFileSync(mine, "utf8"))).toMatchObject({ cells });
    const out = join(folder, "kept");
    await runCommand(["run", "keep.ipynb", "--out", out], { cwd: folder });
    writeFileSync(join(out, "keep.ipynb"), read(out, "keep.ipynb").replace("1 + 1", "2 + 2"));
    expectRefusal(await runCommand(["run", "keep.ipynb", "--out", out], { cwd: folder }), 2);
    expect(read(out, "keep.ipynb")).toContain("2 + 2");
  });

  it("ends with 3 when the data does not fit, and writes nothing", async () => {
    const out = join(folder, "nothing");
    expectRefusal(await runCommand(["run", "rfm", "--data", "missing.csv", "--out", out], { cwd: folder }), 3);
    expect(readdirSync(out)).toEqual([]);
  });

  it("ends with 4 when a cell fails, and writes nothing", async () => {
    const cells = [
      { id: "a", cell_type: "code", metadata: {}, execution_count: null, outputs: [], source: "throw new Error('broken on purpose')" },
    ];
    file("broken.ipynb", JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
    const out = join(folder, "broken");
    const run = await runCommand(["run", "broken.ipynb", "--out", out], { cwd: folder });
    expectRefusal(run, 4);
    expect(run.stderr).toContain("broken on purpose");
    expect(readdirSync(out)).toEqual([]);
  });

  it("ends with 5 when the engine fails in a cell", async () => {
    const source = 'import { defaultEngine, raw } from "marklab";\nawait defaultEngine().query(raw("SELECT nothing_of_the_kind"));';
    const cells = [{ id: "a", cell_type: "code", metadata: {}, execution_count: null, outputs: [], source }];
    file("engine.ipynb", JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
    const run = await runCommand(["run", "engine.ipynb", "--out", join(folder, "engine")], { cwd: folder });
    expect(run.code).toBe(5);
  });

  it.each(["not a notebook", "{}", '{"nbformat":3}'])("ends with 2 for a file that holds %j", async (content) => {
    file("odd.ipynb", content);
    expectRefusal(await runCommand(["run", "odd.ipynb"], { cwd: folder }), 2);
  });

  it("ends with 2 when the folder cannot be written", async () =>
    expectRefusal(await runCommand(["run", "rfm", "--out", join(good, "inside")]), 2));

  it("speaks the language asked for, writes the action list when asked, and shows a hostile customer as text", async () => {
    const out = join(folder, "hostile");
    const hostile = orders(300, (row) => (row % 40 === 0 ? "<script>alert(1)</script>" : row % 40 === 1 ? "=cmd()" : `C${row % 40}`));
    const words = ["run", "rfm", "--data", file("hostile.csv", hostile), "--language", "zh-CN", "--set", "saveActions=true", "--out", out];
    expect(await runCommand(words)).toMatchObject({ code: 0 });
    const html = read(out, "rfm.html");
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    const [heading, ...rows] = read(out, "rfm-actions.csv").trim().split("\r\n");
    expect(heading).toBe("客户,分群,行动,组别");
    expect(rows).toHaveLength(40);
    expect(rows.filter((row) => /^"?[=+@-]/.test(row))).toEqual([]);
    expect(rows.some((row) => row.startsWith("'=cmd()"))).toBe(true);
  }, 60_000);
});

describe("marklab kernel", () => {
  it("registers and removes the kernel", async () => {
    const prefix = join(folder, "environment");
    const installed = await runCommand(["kernel", "install", "--prefix", prefix]);
    const specification = join(prefix, "share", "jupyter", "kernels", "marklab");
    expect(installed).toMatchObject({ code: 0, stdout: `${specification}\n` });
    expect(JSON.parse(readFileSync(join(specification, "kernel.json"), "utf8"))).toMatchObject({ language: "typescript" });
    expect(await runCommand(["kernel", "uninstall", "--prefix", prefix])).toMatchObject({ code: 0, stdout: `${specification}\n` });
    expect(readdirSync(join(prefix, "share", "jupyter", "kernels"))).toEqual([]);
  });
});
