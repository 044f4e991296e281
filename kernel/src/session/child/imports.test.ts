import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import buildWhenStale from "../../testing/build-when-stale.js";
import { TestClient, plainTraceback, resultText } from "../../testing/client.js";

let folder: string;
let client: TestClient;
beforeAll(async () => {
  buildWhenStale();
  folder = mkdtempSync(join(tmpdir(), "marklab-notebook-"));
  writeFileSync(
    join(folder, "helpers.ts"),
    "import { base } from './base';\nexport enum Level { Low = 1 }\nexport const twice = (x: number): number => x * base;\n",
  );
  writeFileSync(join(folder, "base.ts"), "export const base: number = 2;\n");
  writeFileSync(join(folder, "rates.json"), '{"eur": 7.8}');
  client = await TestClient.start({ cwd: folder });
}, 60_000);
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});

async function value(code: string): Promise<string | undefined> {
  const run = await client.execute(code);
  expect(run.reply, code).toMatchObject({ status: "ok" });
  return resultText(run);
}

describe("imports from a folder without packages", () => {
  it("reads the user's TypeScript files, and what they import, with and without an ending", async () => {
    expect(await value("import { twice, Level } from './helpers.ts'; [twice(4), Level.Low]")).toBe("[ 8, 1 ]");
    expect(await value("const { base } = await import('./base'); base")).toBe("2");
  });

  it("reads a file again after it changed", async () => {
    writeFileSync(join(folder, "helpers.ts"), "export const twice = (x: number): number => x * 20;\n");
    utimesSync(join(folder, "helpers.ts"), new Date(), new Date(Date.now() + 5000));
    expect(await value("import { twice } from './helpers.ts'; twice(4)")).toBe("80");
  });

  it("reads JSON with and without saying so", async () => {
    expect(await value("import rates from './rates.json' with { type: 'json' }; rates.eur")).toBe("7.8");
    expect(await value("import rates2 from './rates.json'; rates2.eur")).toBe("7.8");
  });

  it("finds the kernel's own packages", async () => {
    expect(await value("import * as aq from 'arquero'; aq.table({ a: [1, 2] }).numRows()")).toBe("2");
    expect(await value("const lodash = require('lodash'); lodash.chunk([1, 2], 1).length")).toBe("2");
  });

  it("knows where it is", async () => {
    expect(await value("[__dirname, import.meta.dirname, process.cwd()].every(path => path === __dirname)")).toBe("true");
    expect(await value("import.meta.url.startsWith('file:')")).toBe("true");
  });

  it("a type that is imported without saying so is no error", async () => {
    expect(await value("import { ColumnTable, table } from 'arquero'; typeof table")).toBe("'function'");
  });

  it("names a missing package and a missing export, with the nearest one", async () => {
    const missing = await client.execute("import x from 'no-such-package/sub'");
    expect(missing.reply["evalue"]).toContain('"no-such-package"');
    expect(plainTraceback(missing.reply)).toContain(":1:9");
    const wrong = await client.execute("import { chunck } from 'lodash'");
    expect(wrong.reply).toMatchObject({ ename: "SyntaxError" });
    expect(wrong.reply["evalue"]).toContain('Try "chunk"');
    const file = await client.execute("import x from './nowhere.ts'");
    expect(file.reply["evalue"]).toContain("nowhere");
  });
});
