import { defineAnalysis } from "../define-analysis.js";
import { funnelCharts } from "./charts/index.js";
import { funnelChecks } from "./checks.js";
import { funnelOptions } from "./funnel-options.js";
import { funnelRoles } from "./funnel-roles.js";
import { modelFunnel } from "./model.js";
import { readFunnel } from "./reading.js";
import { reduceEvents } from "./reduce.js";
import { columnLabels } from "./table-labels.js";
import { funnelTitle } from "./title.js";

/**
 * How many get from one step to the next, where do most stop, and what would closing that leak bring?
 *
 * One row is one event of one user. Rows may stand in any order; those without user, time or event are set aside and counted.
 *
 * The products disagree on five points; `semantics` settles them all as one of them does, and each option below overrides its own:
 *
 * | | posthog | mixpanel | amplitude | clickhouse |
 * |---|---|---|---|---|
 * | `entry` | best | first | longest | best |
 * | `exclusion` | drop: the entry counts nowhere | stop: it counts until then | stop | stop |
 * | `graceSeconds`: either order | 0 | 2 | 1 | 0 |
 * | `dailyLine` | split | separate | split | split |
 * | `strict` against | any other event | any other event | any other event | a step that comes too early |
 *
 * @param events columns `customer`, `date` (time), `event`, and where there are `session` and `amount`
 * @param options.steps event names in their order, or `{ event, name, where, optional }`; `event` may be a list, or left out for any event;
 *   `where` holds conditions `{ column, is, isNot, atLeast, atMost, contains }`
 * @param options.window conversion window counted from the entry (default 14), in `windowUnit` (default "day": 24 hours)
 * @param options.order "ordered" (default), "strict" (nothing else between) or "any"
 * @param options.entry "first": the first entry; "best": of those that come farthest the one that gets there first, from its latest entry;
 *   "longest": of those that come farthest the earliest
 * @param options.exclusions events that end the way between two steps: names, or `{ event, where, from, to }` (steps from 1)
 * @param options.exclusion "drop": the entry that it follows counts nowhere; "stop": it counts up to the steps reached before
 * @param options.strict what breaks a strict order: "events" any other one, "steps" one whose step before was never reached, "repeats" one done again
 * @param options.graceSeconds steps this near to each other count in either order; not used where one event can be several steps
 * @param options.simultaneous "ordered" (default): the same time counts as in order; "later": each step later than the one before
 * @param options.counts "users" (default), "sessions" (by the session column, else by `sessionGapMinutes`, default 30) or "events": every entry
 * @param options.holdConstant columns whose value must be the same in all steps
 * @param options.timeZone where days begin (default "UTC"); times without a zone are taken as UTC
 * @param options.breakdown column to break down by, at the `breakdownAt` "first" (default) or "last" step with a value, or at a step (from 1);
 *   the `groups` largest (default 10), the rest as one; `compare` two of them
 * @param options.bins bins of the histogram of conversion times (default: the cube root of their number, as PostHog)
 * @param options.drivers "auto" (default: up to 2 million rows), "on" or "off": what goes with conversion, among events and `driverColumns`
 * @param options.dailyLine "split": each unit once, on the day of its entry; "separate": a funnel of each day
 * @returns `values` (`FunnelValues`), a table with one row per step, and the tables `trend`, `time`, `breakdown`, `comparison`, `drivers` and
 *   `people` (who came how far) where there is something in them
 * @throws DataError `no-rows`, `no-usable-rows`, `steps-missing` (lists the most frequent events), `event-unknown` (names the nearest),
 *   `exclusion-outside`, `first-step-optional`, `not-together`, `group-unknown`, `compare-two`, `time-zone-unknown`, `column-missing`, …
 *
 * Method: each step is the first event at or after the step before; intervals by Wilson (shares), Newcombe (differences), order statistics
 * (medians) and Student (means); drivers by odds ratios with a prior count of one, Fisher's exact test and Holm's adjustment.
 * Checked: the published test cases of PostHog, the documents of Mixpanel, ClickHouse, Hologres, StarRocks and duckdb-behavioral, and the
 * synthetic shop of Retentioneering; a plain reference implementation on random event streams in every mode.
 * @example
 * const events = await load("sample:funnel");
 * const result = await funnel(events, { steps: ["Landing page viewed", "Trial sign-up", "Order paid"], window: 7 });
 * result.reading();
 */
export const funnel = defineAnalysis({
  id: "funnel",
  version: "1.0.0",
  title: funnelTitle,
  description: {
    en: "Counts how many get from one step to the next, names the biggest leak and says what closing it would bring.",
    "zh-CN": "统计各步骤之间的转化与流失，指出最大的流失环节以及补上后的收益。",
  },
  roles: funnelRoles,
  options: funnelOptions,
  reduce: reduceEvents,
  model: modelFunnel,
  checks: funnelChecks,
  charts: funnelCharts,
  columnLabels: () => columnLabels,
  reading: readFunnel,
});
