import { column, sql, type Sql } from "../../engine/sql.js";
import { columnNamed } from "../../data/roles.js";
import type { Column } from "../../data/dataset.js";
import { noRows, noUsableRows } from "../errors.js";
import { describeSetAside, inOrderOfKind, type SetAside } from "../set-aside.js";
import { readText } from "../text-reading.js";
import { customerHistory, isHistory, type CustomerHistory } from "../customer-history/customer-history.js";
import { dayNumber, dayText } from "../customer-history/days.js";
import { customerNeeded } from "./errors.js";
import { eventValues, happenedSql } from "./event-values.js";
import { logUnits } from "./log-units.sql.js";
import { meaningOf, unitOf } from "./name-clues.js";
import type { SurvivalInput } from "./survival-options.js";
import { survivalTitle } from "./title.js";
import type { UnitField } from "./unit-fields.js";
import { dateRange, dateUnits, durationUnits } from "./units.sql.js";
import type { Meaning, SurvivalMode, SurvivalValues, TimeUnit } from "./values.js";

/** The customers as one SQL text, and what is known of them before they are counted. */
export interface FoundUnits {
  readonly units: Sql;
  readonly mode: SurvivalMode;
  readonly meaning: Meaning;
  readonly unit: TimeUnit;
  readonly asOf?: string;
  readonly period?: { readonly from: string; readonly to: string };
  /** Rows of a log; in a table of customers each row is one. */
  readonly rows?: CustomerHistory["rows"];
  readonly setAside: readonly SetAside[];
  readonly repeatedCustomers: number;
  readonly history?: Pick<CustomerHistory, "gaps" | "definition" | "lastDayGap">;
}

interface Fields {
  readonly group?: UnitField;
  readonly covariates: readonly UnitField[];
}

const unitsInput = ({ source, dialect }: SurvivalInput, { group, covariates }: Fields) => ({ source, dialect, group, covariates });

/** Customers with a duration, with dates of start and end, or of a log: whichever the columns are. */
export async function findUnits(input: SurvivalInput, fields: Fields): Promise<FoundUnits> {
  if (input.columns.duration && input.columns.outcome) return ofDurations(input, fields);
  if (input.options.end !== undefined) return ofDates(input, fields);
  if (!input.columns.customer) throw customerNeeded({ columns: input.dataset.columns.map(({ name }) => name) });
  return ofLog(input, fields);
}

async function repeated({ columns: { customer }, source, query }: SurvivalInput): Promise<number> {
  if (!customer) return 0;
  const id = column(customer.name);
  const found = await query(sql`SELECT COUNT(${id}) - COUNT(DISTINCT ${id}) AS repeated FROM ${source}`);
  return (found.object() as { repeated: number }).repeated;
}

async function ofDurations(input: SurvivalInput, fields: Fields): Promise<FoundUnits> {
  const { dialect, source, options, query, values } = input;
  const [duration, outcome] = [input.columns.duration as Column, input.columns.outcome as Column];
  const events = await eventValues({ source, dialect, outcome, eventValue: options.eventValue, query });
  return {
    units: durationUnits(unitsInput(input, fields), values.duration ?? column(duration.name), happenedSql(dialect, outcome, events)),
    mode: "durations",
    meaning: options.meaning ?? meaningOf(outcome.name),
    unit: options.unit ?? unitOf(duration.name),
    setAside: [],
    repeatedCustomers: await repeated(input),
  };
}

const dated: readonly Column["type"][] = ["date", "timestamp"];

async function ofDates(input: SurvivalInput, fields: Fields): Promise<FoundUnits> {
  const { dataset, source, options, query, values } = input;
  const found = columnNamed(dataset.columns, options.end ?? "");
  const end = dated.includes(found.type) ? column(found.name) : await readText({ source, name: found.name, as: "date", query });
  const start = values.date ?? sql`NULL`;
  const own = unitsInput(input, fields);
  const { first_day: first, last_day: last } = (await query(dateRange(own, start, end))).object() as {
    first_day: number;
    last_day: number;
  };
  const lastDay = options.asOf === undefined ? last : dayNumber(options.asOf) - 1;
  const isDated = Number.isFinite(first) && Number.isFinite(lastDay);
  return {
    units: dateUnits(own, { start, end, lastDay: isDated ? lastDay : 0 }),
    mode: "dates",
    meaning: options.meaning ?? "loss",
    unit: "day",
    ...(isDated ? { asOf: dayText(lastDay + 1), period: { from: dayText(Math.min(first, lastDay)), to: dayText(lastDay) } } : {}),
    setAside: [],
    repeatedCustomers: await repeated(input),
  };
}

async function ofLog(input: SurvivalInput, fields: Fields): Promise<FoundUnits> {
  const { asOf, days, horizonDays, from } = input.options;
  const history = await customerHistory(input, { asOf, days, horizonDays });
  if (!isHistory(history)) {
    const { name, rows } = input.dataset.input;
    const setAside = inOrderOfKind(history.setAside);
    const read = setAside.length === 0 ? 0 : rows;
    if (read === 0) throw noRows({ analysis: survivalTitle, name });
    throw noUsableRows({ analysis: survivalTitle, name, rows: read, reasons: describeSetAside(setAside) });
  }
  const isLifetime = from === "lifetime";
  const until = dayNumber(history.asOf);
  return {
    units: logUnits(input, unitsInput(input, fields), { until, days: isLifetime ? history.definition.days : undefined }),
    mode: from,
    meaning: isLifetime ? "loss" : "return",
    unit: "day",
    asOf: history.asOf,
    period: history.period as NonNullable<SurvivalValues["period"]>,
    rows: history.rows,
    setAside: history.setAside,
    repeatedCustomers: 0,
    history: { gaps: history.gaps, definition: history.definition, lastDayGap: history.lastDayGap },
  };
}
