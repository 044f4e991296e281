import { describe, it } from "vitest";
import type { Column } from "../../data/dataset.js";
import { duckdbDialect } from "../../engine/duckdb-dialect.js";
import { column, sql } from "../../engine/sql.js";
import { expectToBind } from "../../testing/bind-on-duckdb.js";
import { abTestOptions } from "./ab-test-options.js";
import { moments } from "./moments.sql.js";
import type { PlannedMetric } from "./plan-metrics.js";
import {
  aggregatedUnits,
  countUnits,
  crossedUnits,
  quantiles,
  rowUnits,
  setAside,
  tableUnits,
  unitsAbove,
  type UnitsInput,
} from "./units.sql.js";

const found = (name: string, type: Column["type"]): Column => ({ name, type, roles: [] });
const tables = [
  `CREATE TABLE visits ("the ""arm""" VARCHAR, "id" INTEGER, "when" TIMESTAMP, "spent" DOUBLE, "before" DOUBLE, "place" VARCHAR)`,
];

const input: UnitsInput = {
  source: column("visits"),
  dialect: duckdbDialect,
  columns: {
    variant: found('the "arm"', "text"),
    customer: found("id", "integer"),
    date: found("when", "timestamp"),
    outcome: undefined,
    amount: undefined,
  },
  values: { date: column("when") },
  options: abTestOptions.extend({}).parse({ segment: "place", strata: "place", plannedStart: "2024-03-01" }),
};

const metric: PlannedMetric = {
  id: "spent",
  name: "spent",
  role: "primary",
  direction: "increase",
  isDirectionGuessed: false,
  type: "mean",
  column: found("spent", "number"),
  denominator: undefined,
  quantile: 0.5,
  success: undefined,
  covariates: [found("before", "number")],
  winsorise: undefined,
  margin: undefined,
  prior: undefined,
  missing: "exclude",
  aggregate: undefined,
};
const metrics = [{ ...metric, type: "mean" as const, isYesOrNo: false, variables: [column("spent"), column("before")] }];

describe("queries of the A/B test", () => {
  it("bind to the columns of rows", async () => {
    const units = rowUnits(input, metrics);
    await expectToBind(moments(units, units.day), tables);
    await expectToBind(moments(units, units.segment), tables);
    await expectToBind(countUnits(input, 10), tables);
    await expectToBind(setAside(input), tables);
    await expectToBind(unitsAbove(units, 0, 10), tables);
    await expectToBind(quantiles(units, { dialect: duckdbDialect, metric: 0, shares: [0.5, 0.9], arms: ["A", "a "] }), tables);
  });

  it("bind to a table of units that one of them made", async () => {
    const made = aggregatedUnits(input, { metrics, spellings: [["A"], ["B", "b"]] });
    await expectToBind(made, tables);
    const units = tableUnits(sql`(${made}) AS units`, input, metrics);
    await expectToBind(moments(units, units.stratum), tables);
    await expectToBind(quantiles(units, { dialect: duckdbDialect, metric: 0, shares: [0.5], arms: [1] }), tables);
    await expectToBind(crossedUnits(sql`(${made}) AS units`), tables);
  });
});
