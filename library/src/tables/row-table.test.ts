import { describe, expect, it } from "vitest";
import { displaySymbol } from "../display.js";
import { showAsTables } from "./row-table.js";

describe("showAsTables()", () => {
  const shown = showAsTables({ n: 1 }, [
    { title: "<b>One</b>", rows: Array.from({ length: 40 }, (_, row) => ({ row, name: row === 39 ? "<script>" : "x" })) },
    { title: "None", rows: [] },
  ]);

  it("keeps the content and cannot be changed", () => {
    expect(shown.n).toBe(1);
    expect(Object.isFrozen(shown)).toBe(true);
  });

  it("shows all rows of each table under its title, as text where it is hostile", async () => {
    const bundle = await shown[displaySymbol]();
    const html = String(bundle["text/html"]);
    expect(html.match(/<tr>/g)?.length).toBeGreaterThanOrEqual(41);
    expect(html).toContain("&lt;b&gt;One&lt;/b&gt;");
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toMatch(/<script>|<b>One/);
    expect(html.match(/<table>/g)).toHaveLength(1);
    expect(String(bundle["text/plain"])).toMatch(/\n\nNone$/);
  });
});
