import { describe, expect, it, vi } from "vitest";
import { catalogue, count, text } from "./texts.js";

const values = {
  how: "X",
  code: 3,
  signal: "SIGKILL",
  lines: "9",
  rows: "1 row",
  columns: "2 columns",
  count: 2,
  formatted: "2",
  reason: "R",
  name: "n",
  from: "m",
  nearest: "near",
  path: "/p",
  fields: "key",
};

describe("the kernel's texts", () => {
  it.each(Object.entries(catalogue))("%s exists in both languages, without holes", (_, make) => {
    const { en, zh } = make(values as never);
    expect(en).toBeTruthy();
    expect(zh).toBeTruthy();
    for (const words of [en, zh]) expect(words).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it("follows MARKLAB_LANGUAGE", () => {
    vi.stubEnv("MARKLAB_LANGUAGE", "zh-CN");
    expect(text("hiddenLines", { lines: count(1234) })).toBe("……另有 1,234 行未显示\n");
    vi.stubEnv("MARKLAB_LANGUAGE", "en");
    expect(text("hiddenLines", { lines: count(1234) })).toBe("… 1,234 more lines are not shown\n");
    vi.unstubAllEnvs();
  });

  it.each(["missingPackage", "missingExport", "connectionFile"])("%s says what was found and one thing to try", (name) => {
    const { en } = catalogue[name]?.(values as never) ?? { en: "" };
    expect(en).toMatch(/^Cannot [^:]+: .+\. Try .+\.$/);
  });
});
