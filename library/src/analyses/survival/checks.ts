import type { Warning } from "../result.js";
import { clearLevel, fewCustomers, isTooFew } from "./facts.js";
import { regressionChecks } from "./regression-checks.js";
import type { SurvivalCheck } from "./survival-check.js";
import { survivalWarnings } from "./warnings.js";

const warn = (level: Warning["level"], code: string, text: Warning["text"]): Warning => ({ code, level, text });

/** A last day that stands this far from the one before it is likely a slip. */
const strayDays = 180;

const size: SurvivalCheck = ({ values }) => {
  const { customers, events } = values;
  if (customers === 1) return warn("blocks", "one-customer", survivalWarnings.oneCustomer());
  if (events === 0) return warn("blocks", "no-events", survivalWarnings.noEvents(values));
  return isTooFew(values) ? warn("blocks", "few-events", survivalWarnings.few(values)) : undefined;
};

const spread: SurvivalCheck = ({ values, reduced }) => {
  const times = new Set(reduced.groups.flatMap(({ counts }) => [...counts.times]));
  return values.customers > 1 && times.size === 1 ? warn("blocks", "no-spread", survivalWarnings.noSpread()) : undefined;
};

const strayDay: SurvivalCheck = ({ reduced: { history } }) =>
  history && history.lastDayGap > strayDays ? warn("blocks", "stray-last-day", survivalWarnings.lastDay(history.lastDayGap)) : undefined;

const definition: SurvivalCheck = ({ values: { mode, history } }) =>
  mode === "lifetime" && history && (history.definition.verdict === "too-short" || history.definition.verdict === "unknown")
    ? warn("note", "definition-not-supported", survivalWarnings.definition(history.definition))
    : undefined;

const noCensoring: SurvivalCheck = ({ values }) =>
  values.customers > 1 && values.events === values.customers
    ? warn("note", "no-censoring", survivalWarnings.noCensoring(values))
    : undefined;

const oneGroup: SurvivalCheck = ({ values: { groups } }) =>
  groups.length === 1 ? warn("note", "one-group", survivalWarnings.oneGroup(groups[0]?.group ?? "")) : undefined;

const smallGroups: SurvivalCheck = ({ values: { groups } }) => {
  const small = groups.filter(({ customers }) => customers < fewCustomers).map(({ group }) => group);
  return small.length > 0 && groups.length > 1 ? warn("note", "small-groups", survivalWarnings.smallGroups(small)) : undefined;
};

const zero: SurvivalCheck = ({ values }) =>
  values.zeroDurations > 0 && values.mode !== "lifetime"
    ? warn("note", "zero-durations", survivalWarnings.zeroDurations(values))
    : undefined;

const unit: SurvivalCheck = ({ values }) =>
  values.unit === "period" ? warn("note", "unit-unknown", survivalWarnings.unknownUnit()) : undefined;

const repeated: SurvivalCheck = ({ values }) =>
  values.repeatedCustomers > 0 ? warn("note", "repeated-customers", survivalWarnings.repeated(values)) : undefined;

const notUsed: SurvivalCheck = ({ values }) =>
  values.rows.used < values.rows.read ? warn("note", "rows-not-used", survivalWarnings.rowsNotUsed(values)) : undefined;

const beyond: SurvivalCheck = ({ values, options }) => {
  const times = (options.times ?? []).filter((time) => time > values.overall.longest);
  return times.length > 0 ? warn("note", "times-beyond", survivalWarnings.timesBeyond(times, values)) : undefined;
};

/** What survival looks at before its result is trusted, the gravest first. */
export const survivalChecks: readonly SurvivalCheck[] = [
  size,
  spread,
  strayDay,
  definition,
  noCensoring,
  ...regressionChecks(clearLevel),
  oneGroup,
  smallGroups,
  zero,
  unit,
  repeated,
  notUsed,
  beyond,
];
