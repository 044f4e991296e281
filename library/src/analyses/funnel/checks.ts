import type { Check } from "../analysis.js";
import type { Warning } from "../result.js";
import type { FunnelSettings } from "./funnel-options.js";
import type { ReducedFunnel } from "./reduce.js";
import type { FunnelValues } from "./values.js";
import { fewEntries } from "./vocabulary.js";
import { funnelWarnings } from "./warnings.js";

type FunnelCheck = Check<FunnelValues, ReducedFunnel, FunnelSettings>;

const warn = (level: Warning["level"], code: string, text: Warning["text"]): Warning => ({ code, level, text });

/** Shares and sizes from which something is worth a word. */
const manyOpen = 0.1;
const manySame = 0.2;
const manyRepeated = 0.01;
const busyShare = 0.05;
const longGapDays = 30;
const fewLate = 0.01;
const fewConversions = 10;

const entries: FunnelCheck = ({ values }) => {
  if (values.entered === 0) return warn("blocks", "nobody-entered", funnelWarnings.nobodyEntered(values.steps[0]?.name ?? ""));
  return values.entered < fewEntries ? warn("blocks", "few-entries", funnelWarnings.fewEntries(values)) : undefined;
};

const conversions: FunnelCheck = ({ values: { entered, converted, steps } }) => {
  if (entered === 0) return undefined;
  const last = steps.findLast(({ isOptional }) => !isOptional)?.name ?? "";
  if (converted === 0) return warn("note", "nobody-converted", funnelWarnings.nobodyConverted(last));
  if (converted === entered && steps.length > 1) return warn("note", "all-converted", funnelWarnings.allConverted(last));
  return converted < fewConversions && entered >= fewEntries
    ? warn("note", "few-conversions", funnelWarnings.fewConversions(converted))
    : undefined;
};

const oneStep: FunnelCheck = ({ values: { steps } }) =>
  steps.length === 1 ? warn("note", "one-step", funnelWarnings.oneStep()) : undefined;

const openWindow: FunnelCheck = ({ values }) => {
  const days = values.trend.filter(({ isComplete, entered }) => !isComplete && entered > 0).length;
  if (days === 0 || values.entered === 0) return undefined;
  const isMost = values.openWindow > values.entered * manyOpen;
  return warn("note", isMost ? "many-open-windows" : "incomplete-days", funnelWarnings.openWindow(values, days));
};

const longWindow: FunnelCheck = ({ values, reduced }) => {
  const seconds = (reduced.endTime - reduced.firstTime) / 1e6;
  return values.window.seconds > seconds && values.entered > 0
    ? warn("note", "window-longer-than-data", funnelWarnings.longWindow(values, seconds))
    : undefined;
};

/** A handful of events long after all others: mistaken years, or clocks that are wrong. */
const farDates: FunnelCheck = ({ values, reduced: { quality } }) => {
  const { eventDays = [] } = quality ?? {};
  const gap = eventDays.findLastIndex(({ day }, index) => index > 0 && day - (eventDays[index - 1]?.day ?? day) > longGapDays);
  if (gap < 1) return undefined;
  const late = eventDays.slice(gap).reduce((sum, { events }) => sum + events, 0);
  const from = eventDays[gap]?.day ?? 0;
  const before = eventDays[gap - 1]?.day ?? 0;
  return late < Math.max(1, values.rows.used * fewLate)
    ? warn("note", "far-dates", funnelWarnings.farDates({ events: late, from, before }))
    : undefined;
};

const skipped: FunnelCheck = ({ values, reduced: { quality } }) => {
  const most = quality?.skipped.find(({ stopped, skipped: did }) => stopped >= fewEntries && did * 2 > stopped);
  const name = (step: number) => values.steps[step - 1]?.name ?? "";
  return most ? warn("note", "skipped-step", funnelWarnings.skipped(values, name(most.step), most)) : undefined;
};

const reversed: FunnelCheck = ({ values, reduced: { quality } }) => {
  const most = quality?.reversed.find(({ both, reversed: other }) => both >= fewEntries && other * 2 > both);
  const step = values.steps[(most?.step ?? 1) - 1];
  const before = values.steps.findLast(({ index, isOptional }) => index < (step?.index ?? 1) && !isOptional);
  return most && step && before
    ? warn("note", "reversed-steps", funnelWarnings.reversed(values, [before.name, step.name], most))
    : undefined;
};

const sameTime: FunnelCheck = ({ values, reduced: { sameTime: same, plan } }) => {
  if (plan.order === "any") return undefined;
  const step = values.steps.find(({ index, count }) => count >= fewEntries && (same[index - 1] ?? 0) > count * manySame);
  return step
    ? warn("note", "same-time", funnelWarnings.sameTime(values, step.name, { same: same[step.index - 1] ?? 0, count: step.count }))
    : undefined;
};

const repeated: FunnelCheck = ({ values, reduced: { quality } }) =>
  quality && quality.repeated > values.rows.used * manyRepeated
    ? warn("note", "repeated-events", funnelWarnings.repeated(quality.repeated, values.rows.used))
    : undefined;

const busy: FunnelCheck = ({ values, reduced: { quality } }) =>
  quality && quality.busy.users > 0 && quality.busy.events > values.rows.used * busyShare
    ? warn("note", "busy-users", funnelWarnings.busy(quality.busy, values.rows.used))
    : undefined;

const skewed: FunnelCheck = ({ values }) =>
  values.drivers?.isSkewed && values.drivers.found.length > 0
    ? warn("note", "skewed-drivers", funnelWarnings.skewed(values, values.drivers))
    : undefined;

const manyGroups: FunnelCheck = ({ values: { breakdown } }) => {
  const shown = breakdown?.groups.filter(({ kind }) => kind === "value").length ?? 0;
  return breakdown && breakdown.distinct > shown ? warn("note", "many-groups", funnelWarnings.manyGroups(breakdown, shown)) : undefined;
};

const withoutAmount: FunnelCheck = ({ values: { value, converted } }) =>
  value && value.n < converted
    ? warn("note", "conversions-without-amount", funnelWarnings.withoutAmount(converted - value.n, converted))
    : undefined;

const excluded: FunnelCheck = ({ values, reduced: { plan } }) =>
  plan.exclusions.length > 0 && values.excluded > 0
    ? warn("note", "excluded", funnelWarnings.excluded(values, plan.rules.exclusion))
    : undefined;

const notUsed: FunnelCheck = ({ values }) =>
  values.rows.used < values.rows.read ? warn("note", "rows-not-used", funnelWarnings.rowsNotUsed(values)) : undefined;

/** What a funnel looks at before its result is trusted, the gravest first. */
export const funnelChecks: readonly FunnelCheck[] = [
  entries,
  conversions,
  oneStep,
  openWindow,
  longWindow,
  farDates,
  reversed,
  skipped,
  sameTime,
  repeated,
  busy,
  skewed,
  manyGroups,
  withoutAmount,
  excluded,
  notUsed,
];
