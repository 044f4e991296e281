import type { Column } from "../../data/dataset.js";
import { columnNamed } from "../../data/roles.js";
import { column, join, sql, type Sql } from "../../engine/sql.js";
import type { ReduceInput } from "../analysis.js";
import { exclusionOutside, firstStepOptional, notTogether } from "./errors.js";
import { isFilled } from "./is-filled.js";
import type { FunnelNeeds } from "./funnel-roles.js";
import type { FunnelSettings } from "./funnel-options.js";
import { rulesOf, type Rules } from "./semantics.js";
import type { ExclusionOption, Filter, StepOption } from "./step-option.js";
import type { WindowUnit } from "./values.js";

export type FunnelInput = ReduceInput<FunnelNeeds, FunnelSettings>;

/** One step as it is looked for. */
export interface PlanStep {
  readonly name: string;
  readonly isOptional: boolean;
  /** Whether a row of the data is this step. */
  readonly is: Sql;
  /** The events that it may be; any event where there are none named. */
  readonly events: readonly string[] | undefined;
}

/** Events that must not come between two steps, counted from 1. */
export interface PlanExclusion {
  readonly from: number;
  readonly to: number;
  readonly is: Sql;
  readonly events: readonly string[] | undefined;
}

/** What is looked for, settled. */
export interface FunnelPlan {
  readonly steps: readonly PlanStep[];
  readonly exclusions: readonly PlanExclusion[];
  readonly order: FunnelSettings["order"];
  readonly rules: Rules;
  /** Two steps can be the same event, so that no step takes an event before another one; grace would let one event be both. */
  readonly hasSharedEvents: boolean;
  readonly counts: FunnelSettings["counts"];
  readonly windowSeconds: number;
  readonly held: readonly Column[];
  readonly timeZone: string;
}

const unitSeconds: Readonly<Record<WindowUnit, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 };

/** The conversion window in seconds. */
export const windowSecondsOf = ({ window, windowUnit }: Pick<FunnelSettings, "window" | "windowUnit">): number =>
  window * unitSeconds[windowUnit];

/**
 * The options of a call as what is looked for.
 *
 * @throws DataError `first-step-optional`, `exclusion-outside`, `not-together`, `column-missing` (of a condition)
 */
export function planFunnel(input: FunnelInput, given: readonly StepOption[]): FunnelPlan {
  const { options, dataset } = input;
  const steps = namedApart(given.map((step) => planStep(input, step)));
  const [first] = steps;
  if (first?.isOptional) throw firstStepOptional({ name: first.name });
  const hasSharedEvents = steps.some((step, index) => steps.slice(0, index).some((earlier) => mayShare(step, earlier)));
  const rules = rulesOf(options);
  refuseContradictions(options, steps);
  return {
    steps,
    exclusions: (options.exclusions ?? []).map((exclusion) => planExclusion(input, exclusion, steps.length)),
    order: options.order,
    rules: hasSharedEvents || options.order !== "ordered" ? { ...rules, graceSeconds: 0 } : rules,
    hasSharedEvents,
    counts: options.counts,
    windowSeconds: windowSecondsOf(options),
    held: (options.holdConstant ?? []).map((name) => columnNamed(dataset.columns, name)),
    timeZone: options.timeZone,
  };
}

/** Can one event be both steps? Conditions are not looked into. */
export const mayShare = ({ events }: Pick<PlanStep, "events">, other: Pick<PlanStep, "events">): boolean =>
  events === undefined || other.events === undefined || events.some((event) => other.events?.includes(event));

function refuseContradictions({ order, graceSeconds }: FunnelSettings, steps: readonly PlanStep[]): void {
  if (order === "any" && steps.some(({ isOptional }) => isOptional)) {
    throw notTogether({ option: "optional", other: 'order: "any"', needed: { en: "an order", "zh-CN": "确定的顺序" } });
  }
  if (order !== "ordered" && graceSeconds) {
    throw notTogether({
      option: "graceSeconds",
      other: `order: "${order}"`,
      needed: { en: 'order: "ordered"', "zh-CN": ' order: "ordered"' },
    });
  }
}

const isFunnelEvent = ({ columns, dialect }: FunnelInput, events: readonly string[] | undefined): Sql => {
  if (events === undefined) return isFilled(columns.event);
  const name = column(columns.event.name);
  const value = columns.event.type === "text" ? name : dialect.toText(name);
  return events.length === 1
    ? sql`${value} = ${events[0] ?? ""}`
    : sql`${value} IN (${join(
        events.map((event) => sql`${event}`),
        ", ",
      )})`;
};

const conditions = (input: FunnelInput, events: readonly string[] | undefined, where: readonly Filter[] = []): Sql =>
  join([isFunnelEvent(input, events), ...where.map((filter) => isFulfilled(input, filter))], " AND ");

const listOf = (event: string | readonly string[] | undefined): readonly string[] | undefined =>
  typeof event === "string" ? [event] : event;

function planStep(input: FunnelInput, given: StepOption): PlanStep {
  const step = typeof given === "string" ? { event: given } : given;
  const events = listOf(step.event);
  const { name, where, optional } = { name: undefined, where: undefined, optional: undefined, ...step };
  return { name: name ?? events?.join(" / ") ?? "*", isOptional: optional ?? false, events, is: conditions(input, events, where) };
}

function planExclusion(input: FunnelInput, given: ExclusionOption, steps: number): PlanExclusion {
  const { event, where, from = 1, to = steps } = typeof given === "string" ? { event: given } : given;
  if (from < 1 || from >= to || to > steps) throw exclusionOutside({ from, to, steps });
  const events = listOf(event);
  return { from, to, events, is: conditions(input, events, where) };
}

/** Steps of one name get a number, so that tables and charts can tell them apart. */
const namedApart = (steps: readonly PlanStep[]): PlanStep[] =>
  steps.map((step, index) => {
    const before = steps.slice(0, index).filter(({ name }) => name === step.name).length;
    return before === 0 ? step : { ...step, name: `${step.name} (${before + 1})` };
  });

type Plain = string | number | boolean;

const equals = ({ dialect }: FunnelInput, name: Sql, value: Plain): Sql =>
  typeof value === "number" ? sql`${dialect.toNumber(name)} = ${value}` : sql`${dialect.toText(name)} = ${String(value)}`;

const isOneOf = (input: FunnelInput, name: Sql, values: Plain | readonly Plain[]): Sql =>
  sql`(${join(
    [values].flat().map((value) => equals(input, name, value as Plain)),
    " OR ",
  )})`;

/** One condition on a column; rows without a value fulfil no condition but `isNot`. */
function isFulfilled(input: FunnelInput, { column: given, is, isNot, atLeast, atMost, contains }: Filter): Sql {
  const name = column(columnNamed(input.dataset.columns, given).name);
  const { dialect } = input;
  const parts = [
    ...(is === undefined ? [] : [isOneOf(input, name, is)]),
    ...(isNot === undefined ? [] : [sql`NOT COALESCE(${isOneOf(input, name, isNot)}, FALSE)`]),
    ...(atLeast === undefined ? [] : [sql`${dialect.toNumber(name)} >= ${atLeast}`]),
    ...(atMost === undefined ? [] : [sql`${dialect.toNumber(name)} <= ${atMost}`]),
    ...(contains === undefined ? [] : [sql`POSITION(${contains} IN ${dialect.toText(name)}) > 0`]),
  ];
  return parts.length === 0 ? sql`${name} IS NOT NULL` : sql`(${join(parts, " AND ")})`;
}
