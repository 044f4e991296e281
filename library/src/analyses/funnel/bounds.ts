import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import { mayShare, type FunnelPlan } from "./plan.js";

/** The column that holds when a step was reached. */
export const timeColumn = (step: number): Sql => column(`t${step}`);

/** Microseconds of the window, of the grace. */
export const windowMicroseconds = ({ windowSeconds }: FunnelPlan): number => Math.round(windowSeconds * 1e6);
const graceMicroseconds = ({ rules }: FunnelPlan): number => Math.round(rules.graceSeconds * 1e6);

/** Numbers (from 1) of the steps that must be done, and of the required step before a step. */
export const requiredSteps = ({ steps }: FunnelPlan): number[] => steps.flatMap(({ isOptional }, index) => (isOptional ? [] : [index + 1]));
export const requiredBefore = (plan: FunnelPlan, step: number): number => requiredSteps(plan).findLast((one) => one < step) ?? 1;
export const requiredAfter = (plan: FunnelPlan, step: number): number | undefined => requiredSteps(plan).find((one) => one > step);

const shared = ({ steps }: FunnelPlan, step: number, other: number): boolean => {
  const [one, two] = [steps[step - 1], steps[other - 1]];
  return one !== undefined && two !== undefined && mayShare(one, two);
};

/** Where a step may be the same event as another one, or times must differ, it comes later; else it may come at the same time. */
export const mustBeLater = (plan: FunnelPlan, step: number, other: number): boolean =>
  plan.rules.simultaneous === "later" || shared(plan, step, other);

/** Earlier steps that may be the same event as this one; required steps are found before optional ones and know of required ones only. */
const sharedBefore = (plan: FunnelPlan, step: number): number[] =>
  plan.steps.flatMap(({ isOptional }, index) => {
    const isKnown = !isOptional || plan.steps[step - 1]?.isOptional === true;
    return index + 1 < step && isKnown && shared(plan, step, index + 1) ? [index + 1] : [];
  });

/** In any order: no earlier than the entry, and after every listed step before that is the same event. */
export const earliestUnordered = (plan: FunnelPlan, step: number): Sql => {
  const taken = sharedBefore(plan, step).map((one) => sql`COALESCE(a.${timeColumn(one)} + 1, a.t0)`);
  return taken.length === 0 ? raw("a.t0") : sql`GREATEST(a.t0, ${join(taken, ", ")})`;
};

/**
 * The earliest time at which `step` counts after `reached`, the SQL of the time of the step before it, whose number is `before`. An event counts
 * for one step only: where an earlier step at that very time may have been the same event, the step comes later.
 */
export function earliestTime(plan: FunnelPlan, step: number, { reached, before }: { readonly reached: Sql; readonly before: number }): Sql {
  if (mustBeLater(plan, step, before)) return sql`${reached} + 1`;
  const grace = graceMicroseconds(plan);
  if (grace > 0) return sql`${reached} - ${grace}`;
  const taken = sharedBefore(plan, step).map((one) => sql`a.${timeColumn(one)} = ${reached}`);
  return taken.length === 0 ? reached : sql`CASE WHEN ${join(taken, " OR ")} THEN ${reached} + 1 ELSE ${reached} END`;
}

/** When a found event counts as done: with grace, never before the step that it follows. */
export const countedTime = (plan: FunnelPlan, reached: Sql): Sql =>
  graceMicroseconds(plan) > 0 ? sql`CASE WHEN e.t < ${reached} THEN ${reached} ELSE e.t END` : raw("e.t");
