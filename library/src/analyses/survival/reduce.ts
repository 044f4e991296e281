import { columnNamed } from "../../data/roles.js";
import type { Sql } from "../../engine/sql.js";
import { timeCounts, type TimeCounts } from "../../statistics/survival/time-counts.js";
import { noRows, noUsableRows } from "../errors.js";
import { describeSetAside, inOrderOfKind, type SetAside, type SetAsideKind } from "../set-aside.js";
import { covariateDesign, type CovariateDesign } from "./design.js";
import { tooManyGroups } from "./errors.js";
import { findUnits, type FoundUnits } from "./find-units.js";
import type { SurvivalInput } from "./survival-options.js";
import { survivalTitle } from "./title.js";
import { fieldValue, unitFields, type UnitField } from "./unit-fields.js";
import { groupCount, unitCounts, valueCount } from "./unit-counts.sql.js";
import type { SurvivalValues } from "./values.js";

export interface GroupCounts {
  readonly group: string;
  readonly counts: TimeCounts;
}

/** The customers as counts per group and time, and the design of a regression where there are covariates. */
export interface ReducedSurvival extends Omit<FoundUnits, "units" | "rows" | "history"> {
  readonly rows: { readonly read: number; readonly used: number };
  readonly customers: number;
  /** In the order of the group's values; one without a name where there is no group. */
  readonly groups: readonly GroupCounts[];
  readonly design: CovariateDesign | undefined;
  readonly history: (NonNullable<SurvivalValues["history"]> & { readonly lastDayGap: number }) | undefined;
}

/** More groups than this cannot be told apart. */
const mostGroups = 50;

interface CountRow {
  readonly kind: SetAsideKind | null;
  readonly group_name: string;
  readonly duration: number;
  readonly units: number;
  readonly events: number;
  readonly came_back: number;
}

/** Counts groups in the rows first, which is quick; only where those are many are the groups of the customers counted. */
async function refuseManyGroups({ query, source, dialect }: SurvivalInput, units: Sql, group: UnitField): Promise<void> {
  const count = async (sql: Sql) => ((await query(sql)).object() as { group_count: number }).group_count;
  if ((await count(valueCount(source, fieldValue(dialect, group)))) <= mostGroups) return;
  const groups = await count(groupCount(units, group.name));
  if (groups > mostGroups) throw tooManyGroups({ column: group.column.name, groups, most: mostGroups });
}

function groupCounts(rows: readonly CountRow[]): GroupCounts[] {
  const byGroup = new Map<string, CountRow[]>();
  for (const row of rows) {
    const own = byGroup.get(row.group_name);
    if (own) own.push(row);
    else byGroup.set(row.group_name, [row]);
  }
  return [...byGroup].map(([group, own]) => ({
    group,
    counts: timeCounts(own.map(({ duration: time, units, events }) => ({ time, events, censored: units - events }))),
  }));
}

const total = (rows: readonly CountRow[], of: "units" | "came_back"): number => rows.reduce((sum, row) => sum + row[of], 0);

/**
 * Counts the customers by group and time, in SQL; only the columns of a regression reach JavaScript customer by customer.
 *
 * @throws DataError `no-rows`, `no-usable-rows`, `event-unclear`, `event-value-missing`, `customer-needed`, `too-many-groups`, `too-many-levels`
 */
export async function reduceSurvival(input: SurvivalInput): Promise<ReducedSurvival> {
  const { dataset, options, query } = input;
  const { name } = dataset.input;
  const named = (column: string) => columnNamed(dataset.columns, column);
  const fields = unitFields(options.group === undefined ? undefined : named(options.group), (options.covariates ?? []).map(named));
  const { units, history, rows: logRows, ...facts } = await findUnits(input, fields);
  if (fields.group) await refuseManyGroups(input, units, fields.group);
  const counted = (await query(unitCounts(units, fields.group))).objects({ limit: Infinity }) as CountRow[];
  const used = counted.filter(({ kind }) => kind === null);
  const left = counted.flatMap(({ kind, units: rows }) => (kind === null ? [] : [{ kind, rows }]));
  const setAside: readonly SetAside[] = inOrderOfKind([...facts.setAside, ...left]);
  const customers = total(used, "units");
  const rows = logRows ?? { read: total(counted, "units"), used: customers };
  if (rows.read === 0) throw noRows({ analysis: survivalTitle, name });
  if (customers === 0) throw noUsableRows({ analysis: survivalTitle, name, rows: rows.read, reasons: describeSetAside(setAside) });
  const needsDesign = fields.covariates.length > 0 || options.model === "weibull";
  return {
    ...facts,
    rows,
    setAside,
    customers,
    groups: groupCounts(used),
    design: needsDesign ? await covariateDesign(units, fields.covariates, query) : undefined,
    history: history && { ...history, returnedLater: facts.mode === "lifetime" ? total(used, "came_back") : 0 },
  };
}
