import { column, raw, sql, type Sql } from "../../engine/sql.js";
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

/** No earlier than `low`, and after every step before `step` that is the same event: an event counts for one step only. */
export const afterShared = (plan: FunnelPlan, step: number, low: Sql, until = step): Sql =>
  plan.steps
    .flatMap((_, index) => (index + 1 < until && shared(plan, step, index + 1) ? [index + 1] : []))
    .reduce((earliest, one) => sql`COALESCE(GREATEST(${earliest}, a.${timeColumn(one)} + 1), ${earliest})`, low);

/** The earliest time at which `step` counts after `reached`, the SQL of the time of the step before it, whose number is `before`. */
export function earliestTime(plan: FunnelPlan, step: number, { reached, before }: { readonly reached: Sql; readonly before: number }): Sql {
  if (mustBeLater(plan, step, before)) return afterShared(plan, step, sql`${reached} + 1`, before);
  const grace = graceMicroseconds(plan);
  return afterShared(plan, step, grace > 0 ? sql`${reached} - ${grace}` : reached, before);
}

/** When a found event counts as done: with grace, never before the step that it follows. */
export const countedTime = (plan: FunnelPlan, reached: Sql): Sql =>
  graceMicroseconds(plan) > 0 ? sql`GREATEST(e.t, ${reached})` : raw("e.t");
