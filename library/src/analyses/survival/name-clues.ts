import type { Meaning, TimeUnit } from "./values.js";

const units: readonly (readonly [TimeUnit, RegExp])[] = [
  ["month", /month|月/i],
  ["week", /week|周|星期/i],
  ["year", /year|年/i],
  ["day", /days?$|_day|day_|天|日/i],
];

/** The unit that the name of a column of durations tells, as `tenure_months` does. */
export const unitOf = (name: string): TimeUnit => units.find(([, clue]) => clue.test(name))?.[0] ?? "period";

const loss = /churn|cancel|attrit|left|lost|exit|unsub|流失|退订|取消|注销|离开|离网|到期/i;

/** Whether the name of a column of outcomes says that customers leave. */
export const meaningOf = (name: string): Meaning => (loss.test(name) ? "loss" : "event");
