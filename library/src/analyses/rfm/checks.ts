import type { Check } from "../analysis.js";
import type { Warning } from "../result.js";
import { dayNumber } from "./days.js";
import { fewCustomers } from "./reading.js";
import type { ReducedOrders } from "./reduce.js";
import type { RfmSettings } from "./rfm-options.js";
import type { RfmValues, SetAside } from "./values.js";
import { measureNames, rfmWarnings } from "./warnings.js";

type RfmCheck = Check<RfmValues, ReducedOrders, RfmSettings>;

const warn = (level: Warning["level"], code: string, text: Warning["text"]): Warning => ({ code, level, text });

/** Days between the last order and the day counted from, above which the data is called stale. */
const staleAfterDays = 31;
const shortPeriodDays = 90;
const revenueWithoutCustomer = 0.05;
const largeCancellations = 0.1;

const rowsOf = ({ setAside }: RfmValues, ...kinds: SetAside["kind"][]): number =>
  setAside.reduce((sum, { kind, rows }) => (kinds.includes(kind) ? sum + rows : sum), 0);

const amountOf = ({ setAside }: RfmValues, kind: SetAside["kind"]): number => setAside.find((one) => one.kind === kind)?.amount ?? 0;

const groupsUsed = (sizes: readonly number[]): number => sizes.filter((size) => size > 0).length;

const varies = (measure: Float64Array): boolean => measure.some((value) => value !== measure[0]);

const hasSpread = ({ customers: { lastDays, frequencies, monetary } }: ReducedOrders): boolean =>
  [lastDays, frequencies, monetary].some(varies);

const customers: RfmCheck = ({ values }) => {
  if (values.customers === 1) return warn("blocks", "one-customer", rfmWarnings.oneCustomer());
  if (values.customers < fewCustomers) return warn("blocks", "few-customers", rfmWarnings.fewCustomers(values.customers));
  return undefined;
};

const spread: RfmCheck = ({ values, reduced }) =>
  values.customers === 1 || hasSpread(reduced) ? undefined : warn("blocks", "no-spread", rfmWarnings.noSpread(values.customers));

/** One check per measure: equal values leave groups of its score empty. */
const ties =
  (measure: keyof typeof measureNames): RfmCheck =>
  ({ values, reduced }) => {
    const used = groupsUsed(values.scoreSizes[measure]);
    const isTold = values.customers < values.groups || !hasSpread(reduced);
    return isTold || used === values.groups
      ? undefined
      : warn("note", `ties-${measure}`, rfmWarnings.ties(measureNames[measure], used, values.groups));
  };

const stale: RfmCheck = ({ values }) => {
  const days = dayNumber(values.asOf) - dayNumber(values.period.to);
  return days > staleAfterDays ? warn("note", "stale-data", rfmWarnings.staleData(values, days)) : undefined;
};

const shortPeriod: RfmCheck = ({ values: { period } }) => {
  const days = dayNumber(period.to) - dayNumber(period.from) + 1;
  return days < shortPeriodDays ? warn("note", "short-period", rfmWarnings.shortPeriod(days)) : undefined;
};

const withoutCustomer: RfmCheck = ({ values }) => {
  const amount = amountOf(values, "missing-customer");
  const share = amount / (amount + values.revenue);
  const rows = rowsOf(values, "missing-customer");
  return share > revenueWithoutCustomer ? warn("note", "revenue-without-customer", rfmWarnings.withoutCustomer(share, rows)) : undefined;
};

const cancellations: RfmCheck = ({ values }) => {
  const share = Math.abs(amountOf(values, "cancelled")) / (values.revenue + amountOf(values, "missing-customer"));
  const rows = rowsOf(values, "cancelled");
  return share > largeCancellations ? warn("note", "large-cancellations", rfmWarnings.cancellations(share, rows)) : undefined;
};

const notUsed: RfmCheck = ({ values }) =>
  values.rows.used < values.rows.read ? warn("note", "rows-not-used", rfmWarnings.rowsNotUsed(values)) : undefined;

const repeated: RfmCheck = ({ reduced: { repeatedRows } }) =>
  repeatedRows ? warn("note", "repeated-rows", rfmWarnings.repeatedRows(repeatedRows)) : undefined;

/** What RFM looks at before its result is trusted, the gravest first. */
export const rfmChecks: readonly RfmCheck[] = [
  customers,
  spread,
  ties("recency"),
  ties("frequency"),
  ties("monetary"),
  stale,
  shortPeriod,
  notUsed,
  withoutCustomer,
  cancellations,
  repeated,
];
