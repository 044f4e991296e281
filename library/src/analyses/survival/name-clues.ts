import type { Meaning, TimeUnit } from "./values.js";

const units: readonly (readonly [TimeUnit, english: RegExp, chinese: RegExp])[] = [
  ["month", /^months?/, /月/],
  ["week", /^weeks?/, /周|星期/],
  ["year", /^years?$|^yrs?$/, /年/],
  ["day", /^days|^day$/, /天|日/],
];

/** The words of a name: `tenureDays` and `tenure_days` have two. */
const wordsIn = (name: string): string[] =>
  name
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);

/** The unit that the name of a column of durations tells, as `tenure_months` does. */
export function unitOf(name: string): TimeUnit {
  const words = wordsIn(name);
  return units.find(([, english, chinese]) => words.some((word) => english.test(word)) || chinese.test(name))?.[0] ?? "period";
}

const loss = /churn|cancel|attrit|left|lost|exit|unsub|流失|退订|取消|注销|离开|离网|到期/i;

/** Whether the name of a column of outcomes says that customers leave. */
export const meaningOf = (name: string): Meaning => (loss.test(name) ? "loss" : "event");
