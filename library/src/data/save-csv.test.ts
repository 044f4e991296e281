import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { saveCsv } from "./save-csv.js";

const folder = mkdtempSync(join(tmpdir(), "marklab-csv-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("saveCsv()", () => {
  it("writes the file and nothing beside it, over an older one", async () => {
    const path = join(folder, "a.csv");
    writeFileSync(path, "old");
    await saveCsv(path, [{ 客户: "=1", n: 2 }]);
    expect(readFileSync(path, "utf8")).toBe("\ufeff客户,n\r\n'=1,2\r\n");
    expect(readdirSync(folder)).toEqual(["a.csv"]);
  });

  it("leaves no half-written file where it cannot write", async () => {
    await expect(saveCsv(join(folder, "missing", "a.csv"), [{ a: 1 }])).rejects.toThrow("ENOENT");
    expect(readdirSync(folder)).toEqual(["a.csv"]);
  });
});
