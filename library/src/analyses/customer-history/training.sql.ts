import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import { activity, amountOf } from "./activity.sql.js";
import type { HistoryInput } from "./history-input.js";

export interface AsOf {
  /** Features know the days before this one (days since 1970-01-01). */
  readonly asOfDay: number;
  /** Days of silence after which a customer counts as lost; who has been silent longer at `asOfDay` is lost already and takes no part. */
  readonly days: number;
}

/** A sum in an order that an engine is free to choose, rounded so that the order does not show. */
const settled = (total: Sql): Sql => sql`ROUND(${total}, 4)`;

interface Field {
  readonly name: string;
  readonly value: Sql;
}

/** Sums and counts of each customer's rows: frequency, and what there is of money, products and channels. */
function worthFields(input: HistoryInput, { asOfDay }: AsOf): Field[] {
  const { order, product, channel } = input.values;
  const frequency = order
    ? sql`COUNT(DISTINCT order_id) + COUNT(DISTINCT CASE WHEN order_id IS NULL THEN day END)`
    : sql`COUNT(DISTINCT day)`;
  const spend = sql`COALESCE(SUM(amount), 0)`;
  const recent = sql`COALESCE(SUM(CASE WHEN day >= ${asOfDay - 90} THEN amount END), 0)`;
  const money = [
    { name: "monetary", value: settled(spend) },
    { name: "averageOrderValue", value: settled(sql`${spend} / (${frequency})`) },
    { name: "monetary90", value: settled(recent) },
  ];
  return [
    { name: "frequency", value: frequency },
    ...(amountOf(input) ? money : []),
    ...(product ? [{ name: "products", value: sql`COUNT(DISTINCT product)` }] : []),
    ...(channel ? [{ name: "channels", value: sql`COUNT(DISTINCT channel)` }] : []),
  ];
}

/** What the rows must carry for those sums. */
function carried(input: HistoryInput): Sql[] {
  const { order, product, channel } = input.values;
  const amount = amountOf(input);
  return [
    ...(order ? [sql`${order} AS order_id`] : []),
    ...(amount ? [sql`CASE WHEN ABS(${amount}) < 1e300 THEN ${amount} END AS amount`] : []),
    ...(product ? [sql`${product} AS product`] : []),
    ...(channel ? [sql`${channel} AS channel`] : []),
  ];
}

/** Active days in the last `days` days, less what was usual in as many days before; 0 for customers who are too new to have a before. */
const trend = (recent: Sql, days: number): Sql => sql`
  CASE WHEN tenure > ${days} THEN ${recent} - (active_days - ${recent}) * 1.0 * ${days} / (tenure - ${days}) ELSE 0 END`;

/** Standard deviation of the gaps over their mean, from whole numbers, so that it does not depend on the order of the rows. */
const variation = sql`
  CASE WHEN gaps > 1 THEN ROUND(SQRT(GREATEST(gap_squares - gap_days * gap_days * 1.0 / gaps, 0) / (gaps - 1)) * gaps / gap_days, 6) ELSE 0 END`;

const rhythmFields = ({ asOfDay }: AsOf): Sql => sql`
  ${asOfDay} - MAX(day) AS recency, ${asOfDay} - MIN(day) AS tenure, COUNT(*) AS active_days,
  SUM(CASE WHEN day >= ${asOfDay - 30} THEN 1 ELSE 0 END) AS recent30, SUM(CASE WHEN day >= ${asOfDay - 90} THEN 1 ELSE 0 END) AS recent90,
  COUNT(previous) AS gaps, COALESCE(SUM(day - previous), 0) AS gap_days, COALESCE(SUM((day - previous) * (day - previous)), 0) AS gap_squares`;

/** One row per customer who is not lost yet: every feature, from rows before the as-of day only. */
function features(input: HistoryInput, asOf: AsOf): Sql {
  const own = worthFields(input, asOf);
  return sql`
    known AS (${activity(input, asOf.asOfDay, carried(input))}),
    active AS (
      SELECT customer, day, LAG(day) OVER (PARTITION BY customer ORDER BY day) AS previous
      FROM (SELECT DISTINCT customer, day FROM known) AS days),
    rhythm AS (SELECT customer, ${rhythmFields(asOf)} FROM active GROUP BY customer),
    worth AS (SELECT customer, ${join(
      own.map(({ name, value }) => sql`${value} AS ${column(name)}`),
      ", ",
    )} FROM known GROUP BY customer),
    features AS (
      SELECT rhythm.customer AS customer, recency AS ${column("recencyDays")}, tenure AS ${column("tenureDays")},
             ROUND(tenure * 1.0 / active_days, 6) AS ${column("meanGapDays")}, ${variation} AS ${column("gapVariation")},
             recent30 AS ${column("activeDays30")}, recent90 AS ${column("activeDays90")},
             ROUND(${trend(raw("recent30"), 30)}, 6) AS trend30, ROUND(${trend(raw("recent90"), 90)}, 6) AS trend90, ${join(
               own.map(({ name }) => sql`worth.${column(name)}`),
               ", ",
             )}
      FROM rhythm JOIN worth ON rhythm.customer = worth.customer
      WHERE recency <= ${asOf.days})`;
}

const featureNames = (names: readonly string[]): Sql =>
  join(
    names.map((name) => sql`features.${column(name)}`),
    ", ",
  );

/** One row per customer as of a day, without an outcome: `customer` and the features. */
export const scoringTable = (input: HistoryInput, asOf: AsOf, names: readonly string[]): Sql => sql`
  WITH ${features(input, asOf)}
  SELECT features.customer AS customer, ${featureNames(names)} FROM features ORDER BY 1`;

/** The same with `churned`: 1 for customers who were silent on all of the `days` days from the as-of day on, else 0. */
export const trainingTable = (input: HistoryInput, asOf: AsOf, names: readonly string[]): Sql => sql`
  WITH ${features(input, asOf)},
  later AS (SELECT DISTINCT customer FROM (${activity(input, asOf.asOfDay + asOf.days)}) AS activity WHERE day >= ${asOf.asOfDay})
  SELECT features.customer AS customer, ${featureNames(names)}, CASE WHEN later.customer IS NULL THEN 1 ELSE 0 END AS churned
  FROM features LEFT JOIN later ON features.customer = later.customer
  ORDER BY 1`;
