import { columnNamed } from "../../data/roles.js";
import { sql, type Sql } from "../../engine/sql.js";
import { temporaryTable } from "../../engine/temporary-table.js";
import { timeCounts, type TimeCounts } from "../../statistics/survival/time-counts.js";
import type { ReduceInput } from "../analysis.js";
import { noRows, noUsableRows } from "../errors.js";
import { describeSetAside, inOrderOfKind, type SetAside, type SetAsideKind } from "../set-aside.js";
import { covariateDesign, type CovariateDesign } from "./design.js";
import { tooManyGroups } from "./errors.js";
import { findUnits, type FoundUnits } from "./find-units.js";
import type { SurvivalNeeds, SurvivalSettings } from "./survival-options.js";
import { survivalTitle } from "./title.js";
import { unitFields, type UnitField } from "./unit-fields.js";
import { groupCount, kindCounts, timeRows } from "./unit-counts.sql.js";

export type SurvivalInput = ReduceInput<SurvivalNeeds, SurvivalSettings>;

export interface GroupCounts {
  readonly group: string;
  readonly counts: TimeCounts;
}

/** The customers as counts per group and time, and the design of a regression where there are covariates. */
export interface ReducedSurvival extends Omit<FoundUnits, "units" | "rows" | "setAside"> {
  readonly rows: { readonly read: number; readonly used: number };
  readonly setAside: readonly SetAside[];
  readonly customers: number;
  /** In the order of the group's values; one without a name where there is no group. */
  readonly groups: readonly GroupCounts[];
  readonly design: CovariateDesign | undefined;
}

/** More groups than this cannot be told apart. */
const mostGroups = 50;

type TimeOfGroup = { group_name: string; duration: number; events: number; censored: number };

async function groupCounts({ query }: SurvivalInput, units: Sql, group: UnitField | undefined): Promise<GroupCounts[]> {
  if (group) {
    const { group_count: groups } = (await query(groupCount(units, group))).object() as { group_count: number };
    if (groups > mostGroups) throw tooManyGroups({ column: group.column.name, groups, most: mostGroups });
  }
  const rows = (await query(timeRows(units, group))).objects({ limit: Infinity }) as TimeOfGroup[];
  const byGroup = new Map<string, TimeOfGroup[]>();
  for (const row of rows) byGroup.set(row.group_name, [...(byGroup.get(row.group_name) ?? []), row]);
  return [...byGroup].map(([name, own]) => ({
    group: name,
    counts: timeCounts(own.map(({ duration: time, events, censored }) => ({ time, events, censored }))),
  }));
}

interface Used {
  readonly customers: number;
  readonly rows: ReducedSurvival["rows"];
  readonly setAside: readonly SetAside[];
}

/** What became of the rows, in a table of customers or in a log. */
async function rowsUsed({ query, dataset }: SurvivalInput, { units, rows, setAside: before }: FoundUnits): Promise<Used> {
  const kinds = (await query(kindCounts(units))).objects({ limit: Infinity }) as { kind: SetAsideKind | null; units: number }[];
  const customers = kinds.find(({ kind }) => kind === null)?.units ?? 0;
  const found = kinds.flatMap(({ kind, units: count }) => (kind === null ? [] : [{ kind, rows: count }]));
  const setAside = inOrderOfKind([...before, ...found]);
  const read = rows?.read ?? kinds.reduce((sum, { units: count }) => sum + count, 0);
  if (read === 0) throw noRows({ analysis: survivalTitle, name: dataset.input.name });
  if (customers === 0)
    throw noUsableRows({ analysis: survivalTitle, name: dataset.input.name, rows: read, reasons: describeSetAside(setAside) });
  return { customers, rows: { read, used: rows?.used ?? customers }, setAside };
}

/**
 * Counts the customers by group and time, in SQL; only the columns of a regression reach JavaScript customer by customer.
 *
 * @throws DataError `no-rows`, `no-usable-rows`, `event-unclear`, `customer-needed`, `too-many-groups`, `too-many-levels`
 */
export async function reduceSurvival(input: SurvivalInput): Promise<ReducedSurvival> {
  const { dataset, options } = input;
  const named = (name: string) => columnNamed(dataset.columns, name);
  const group = options.group === undefined ? undefined : named(options.group);
  const fields = unitFields(group, (options.covariates ?? []).map(named));
  const found = await findUnits(input, fields);
  if (found.mode !== "lifetime" && found.mode !== "first-to-second") return reduceUnits(input, fields, found);
  const kept = await temporaryTable(dataset.engine, found.units);
  try {
    return await reduceUnits(input, fields, { ...found, units: sql`SELECT * FROM ${kept.name}` });
  } finally {
    await kept.dispose();
  }
}

async function reduceUnits(input: SurvivalInput, fields: ReturnType<typeof unitFields>, found: FoundUnits): Promise<ReducedSurvival> {
  const { units, ...facts } = found;
  const used = await rowsUsed(input, found);
  const { group, covariates } = fields;
  const groups = await groupCounts(input, units, group);
  const needsDesign = covariates.length > 0 || input.options.model === "weibull";
  const design = needsDesign ? await covariateDesign(units, covariates, input.query) : undefined;
  const history = facts.history && { ...facts.history, returnedLater: await returnedLater(input, found) };
  return { ...facts, ...used, groups, design, history };
}

/** Customers who count as lost and were active again later. */
async function returnedLater({ query }: SurvivalInput, { units, mode }: FoundUnits): Promise<number> {
  if (mode !== "lifetime") return 0;
  const found = (await query(sql`SELECT COALESCE(SUM(came_back), 0) AS units FROM (${units}) AS units WHERE kind IS NULL`)).object();
  return (found as { units: number }).units;
}
