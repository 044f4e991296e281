import { describe, expect, test } from "vitest";
import { Ledger } from "./ledger.mjs";
import { median, threeFigures } from "./statistics.mjs";
import { summary, withSummary } from "./summary.mjs";
import { section } from "./table.mjs";
import { budgetText, ratio, verdict } from "./verdict.mjs";

const contenders = { ours: "Ours", peers: ["Fast", "Slow"] };
const row = { id: "row", title: "A measure", unit: "ms", budget: { limit: 12, times: 2, of: ["Slow"] } };

/** A ledger with these values of one row. */
function measured(values) {
  const ledger = new Ledger();
  for (const [name, list] of Object.entries(values)) for (const value of list) ledger.add("row", name, value);
  return ledger;
}

describe("statistics", () => {
  test("median() is the middle value, or the mean of the two middle ones", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 1, 2, 9])).toBe(5.5);
    expect(median([100, 20, 3])).toBe(20);
  });

  test("threeFigures() never writes an exponent or more than it knows", () => {
    expect([0.012345, 1.2345, 123.45, 12345.6].map(threeFigures)).toEqual(["0.0123", "1.23", "123", "12346"]);
  });
});

describe("verdict", () => {
  test.each([
    ["met", 10, 6],
    ["**missed**", 13, 6],
    ["met as a ratio only", 13, 7],
    ["met in time only", 12, 5],
  ])("verdict() says %s when ours is %d and the peer of the budget %d", (expected, ours, slow) => {
    expect(verdict(measured({ Ours: [ours], Fast: [1], Slow: [slow] }), row, contenders)).toBe(expected);
  });

  test("verdict() claims nothing when a peer failed, even once", () => {
    const ledger = measured({ Ours: [1], Fast: [10, 10], Slow: [10] });
    ledger.fail("row", "Fast", "hung");
    expect(verdict(ledger, row, contenders)).toBe("no claim: Fast failed");
  });

  test("verdict() says failed when our own answer was wrong or incomplete once", () => {
    for (const kind of ["fail", "flaw"]) {
      const ledger = measured({ Ours: [1, 1], Fast: [10], Slow: [10] });
      ledger[kind]("row", "Ours", "one line lost");
      expect(verdict(ledger, row, contenders)).toBe("**failed**");
    }
  });

  test("verdict() claims nothing when no peer of the budget gave a whole answer", () => {
    const ledger = measured({ Ours: [1], Fast: [10], Slow: [10] });
    ledger.flaw("row", "Slow", "lines lost");
    expect(verdict(ledger, { ...row, budget: { times: 2, of: ["Slow"] } }, contenders)).toBe("no claim: no whole answer of Slow");
  });

  test("ratio() leaves flawed peers out, however fast they are", () => {
    const ledger = measured({ Ours: [10], Fast: [1], Slow: [20] });
    ledger.flaw("row", "Fast", "lines lost");
    expect(ratio(ledger, row, contenders)).toEqual({ value: 0.5, peer: "Slow" });
  });

  test("budgetText() names limit and multiple", () => {
    expect(budgetText(row)).toBe("≤ 12 ms; ≤ 2 × Slow");
    expect(budgetText({ ...row, budget: { times: 1 } })).toBe("≤ 1 × best peer");
    expect(budgetText({ id: "row", title: "A measure", unit: "ms" })).toBe("none");
  });
});

describe("report", () => {
  test("section() shows a failed, a flawed and an absent contender with what happened", () => {
    const ledger = measured({ Ours: [10, 12, 11], Fast: [1] });
    ledger.flaw("row", "Fast", "5 lines never");
    ledger.fail("row", "Slow", "no answer | at all");
    const text = section({ title: "Things", ledger, rows: [row], contenders, remarks: [] });
    expect(text).toContain("| A measure, ms | 11 (10–12) | 1 (1–1) [1] | no answer [2] | – |");
    expect(text).toContain("[1] Fast is not counted, flawed in one round: 5 lines never");
    expect(text).toContain("[2] Slow failed in one round: no answer \\| at all");
  });

  test("summary() lists the rows that have a budget", () => {
    const rows = [row, { id: "other", title: "Without a budget", unit: "ms" }];
    const text = summary("Today", [{ ledger: measured({ Ours: [10], Fast: [5], Slow: [20] }), rows, contenders }]);
    expect(text.split("\n").slice(4)).toEqual(["| A measure | 10 ms | Fast 5 ms | 2 | ≤ 12 ms; ≤ 2 × Slow | met |"]);
  });

  test("withSummary() replaces what stands between the marks and nothing else", () => {
    const page = "# Bench\n<!-- summary -->\nold\n<!-- /summary -->\nend\n";
    expect(withSummary(page, "new")).toBe("# Bench\n<!-- summary -->\nnew\n<!-- /summary -->\nend\n");
    expect(() => withSummary("# Bench", "new")).toThrow("lacks the marks");
  });
});
