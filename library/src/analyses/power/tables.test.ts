import { describe, expect, it } from "vitest";
import { power } from "./power.js";

describe("tables of power()", () => {
  it("give rates in points and percent, each column with a heading", async () => {
    const { table, tables, columnLabels } = await power({ baseline: 0.05, effect: 0.1, weeklyUnits: 10_000 });
    expect(table.columnNames()).toEqual([
      "week",
      "units",
      "smallestArm",
      "powerPercent",
      "detectablePercent",
      "detectablePoints",
      "detectableLevelPercent",
    ]);
    expect(tables["prices"]?.table.object(0)).toEqual({
      times: 0.5,
      effectPercent: 5,
      effectPoints: 0.25,
      effectLevelPercent: 5.25,
      total: 244_242,
      weeks: 25,
    });
    for (const name of [...table.columnNames(), ...(tables["prices"]?.table.columnNames() ?? [])])
      expect(columnLabels).toHaveProperty(name);
  });

  it("give other metrics in their own unit and leave out what nobody asked for", async () => {
    const { table, tables } = await power({ metric: "mean", baseline: 0, standardDeviation: 1, units: 1000 });
    expect(table.columnNames()).toEqual(["units", "smallestArm", "detectableAbsolute", "detectableLevel"]);
    expect(tables).toEqual({});
    const margin = await power({ baseline: 0.05, margin: 0.1, weeklyUnits: 1000 });
    expect(margin.table.columnNames()).toEqual(["week", "units", "smallestArm", "powerPercent"]);
  });
});
