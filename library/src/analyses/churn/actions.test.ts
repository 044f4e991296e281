import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { churnValues, judgedCustomers } from "../../testing/churn-values.js";
import { actionList } from "../actions/action-list.js";
import type { Result } from "../result.js";
import type { ChurnValues, ModelValues } from "./values.js";

const customers = judgedCustomers(1000);
const values = churnValues(customers);
const gradeOf = (index: number) => (index < 100 ? "A" : index < 300 ? "B" : index < 600 ? "C" : "D");

/** What `actionList` reads of a result: the table, and the values. */
const resultOf = (of: ChurnValues, analysis = "churn") =>
  ({
    analysis,
    values: of,
    table: table({
      customer: customers.map((_, index) => `c${index}`),
      probability: customers.map(({ probability }) => probability),
      grade: customers.map((_, index) => gradeOf(index)),
      outcome: customers.map(({ hasLeft }) => (hasLeft ? "event" : "none")),
      reason1: customers.map(() => "Contract: Month to month ↑"),
      reason2: customers.map(() => "Logins: 3 ↑"),
      reason3: customers.map(() => null),
    }),
  }) as unknown as Result<ChurnValues>;

const indexOf = (customer: string) => Number(customer.slice(1));
const model = values.model as ModelValues;
const { profit, ...withoutMoney } = model;
const best = (share: number, threshold: number) => ({
  ...(profit?.best as NonNullable<ModelValues["profit"]>["best"]),
  share,
  threshold,
});
const withProfit = (share: number, threshold: number): ChurnValues => ({
  ...values,
  model: { ...model, profit: { ...(profit as NonNullable<ModelValues["profit"]>), best: best(share, threshold) } },
});
const withoutProfit: ChurnValues = { ...values, model: withoutMoney };

describe("the warning list", () => {
  it("holds everyone who is still there and above the threshold that pays best, nobody else", () => {
    const actions = actionList(resultOf(withProfit(0.4, 0.3)), { holdOut: 0.1, seed: 1 });
    const expected = customers.flatMap(({ probability, hasLeft }, index) => (probability >= 0.3 && !hasLeft ? [`c${index}`] : []));
    expect(actions.customers.map(({ customer }) => customer).toSorted()).toEqual(expected.toSorted());
    for (const { customer, segment } of actions.customers) expect(segment).toBe(gradeOf(indexOf(customer)) === "A" ? "call" : "write");
  });

  it("gives every customer their reasons, in the words of the language", () => {
    const [english] = actionList(resultOf(values), { language: "en" }).rows;
    const [chinese] = actionList(resultOf(values), { language: "zh-CN" }).rows;
    expect(english).toMatchObject({ segment: "Highest risk", note: "Contract: Month to month ↑; Logins: 3 ↑" });
    expect(chinese).toMatchObject({ 分群: "高风险", 说明: "Contract: Month to month ↑\uff1bLogins: 3 ↑" });
  });

  it("calls what was made of a log by its name", () => {
    const { table: people, ...rest } = resultOf({ ...values, from: "log" });
    const named = people.assign(table({ reason1: customers.map(() => "recencyDays: 51 ↑") }));
    const [row] = actionList({ ...rest, table: named } as Result<ChurnValues>, { language: "zh-CN" }).rows;
    expect(row?.["说明"]).toBe("距最近一次活跃的天数: 51 ↑\uff1bLogins: 3 ↑");
  });

  it("is the two best grades where no value is known", () => {
    const actions = actionList(resultOf(withoutProfit));
    expect(Math.max(...actions.customers.map(({ customer }) => indexOf(customer)))).toBeLessThan(300);
  });

  it("is empty where no contact pays, and where the model is no better than the base rate", () => {
    expect(actionList(resultOf(withProfit(0, 1))).customers).toEqual([]);
    expect(actionList(resultOf(churnValues(judgedCustomers(1000, { signal: 0 })))).customers).toEqual([]);
    expect(actionList(resultOf(churnValues(judgedCustomers(1000, { signal: 0 })), "lead-score")).customers).toEqual([]);
  });

  it("holds out a tenth of each group", () => {
    for (const { treatment, holdOut } of actionList(resultOf(values), { holdOut: 0.1 }).segments)
      expect(holdOut).toBe(Math.round((treatment + holdOut) / 10));
  });
});

describe("the call list", () => {
  it("holds all leads that have not bought, by grade", () => {
    const actions = actionList(resultOf(values, "lead-score"));
    expect(actions.customers).toHaveLength(customers.filter(({ hasLeft }) => !hasLeft).length);
    for (const { customer, segment } of actions.customers) expect(segment).toBe(gradeOf(indexOf(customer)));
  });
});
