import { DataError } from "../../data-error.js";
import type { Dataset } from "../../data/dataset.js";
import type { Displayable } from "../../display.js";
import { column, sql } from "../../engine/sql.js";
import { currentLanguage, type Language, type Text } from "../../language/language.js";
import { showAsTables } from "../../tables/row-table.js";
import type { Result } from "../result.js";
import { dayNumber, dayText } from "./days.js";
import { rfm } from "./rfm.js";
import { rfmRoles } from "./rfm-options.js";
import type { RfmValues } from "./values.js";

/** Customers with the same monetary score in the first half, and what they spent on average in each half. */
export interface LaterSpendRow {
  /** Monetary score in the first half; `undefined` stands for all customers. */
  readonly score: number | undefined;
  readonly customers: number;
  readonly before: number;
  readonly after: number;
  /** after ÷ before − 1. */
  readonly change: number;
}

export interface LaterSpend extends Displayable {
  /** First day of the second half. */
  readonly middle: string;
  /** From the best score to the worst, then all; empty where the period has no two halves with sales. */
  readonly rows: readonly LaterSpendRow[];
}

const words = {
  title: { en: "The same customers in the second half of the period", "zh-CN": "同一批客户在后半段的消费" },
  score: { en: "monetary score in the first half", "zh-CN": "前半段消费金额得分" },
  customers: { en: "customers", "zh-CN": "客户数" },
  before: { en: "mean spend, first half", "zh-CN": "前半段人均消费" },
  after: { en: "mean spend, second half", "zh-CN": "后半段人均消费" },
  change: { en: "change (%)", "zh-CN": "变化（%）" },
  all: { en: "all", "zh-CN": "全部" },
  none: { en: "The period is too short to be cut in two halves with sales.", "zh-CN": "数据期间太短，无法分成两段都有销售的前后两半。" },
} satisfies Record<string, Text>;

interface Customer {
  readonly id: string;
  readonly score: number;
  readonly before: number;
  readonly after: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function summarise(score: number | undefined, customers: readonly Customer[]): LaterSpendRow {
  const before = mean(customers.map((customer) => customer.before));
  const after = mean(customers.map((customer) => customer.after));
  return { score, customers: customers.length, before, after, change: after / before - 1 };
}

/** Puts what customers spent in two periods side by side, by their score in the first; a customer who did not come back spent 0. */
export function compareHalves(first: Result<RfmValues>, second: Result<RfmValues>): LaterSpendRow[] {
  const spentLater = new Map(
    (second.table.array("customer") as string[]).map((id, index) => [id, Number(second.table.get("monetary", index))]),
  );
  const customers = (first.table.array("customer") as string[]).map((id, index): Customer => ({
    id,
    score: Number(first.table.get("m", index)),
    before: Number(first.table.get("monetary", index)),
    after: spentLater.get(id) ?? 0,
  }));
  const scores = [...new Set(customers.map(({ score }) => score))].toSorted((one, other) => other - one);
  return [
    ...scores.map((score) =>
      summarise(
        score,
        customers.filter((customer) => customer.score === score),
      ),
    ),
    summarise(undefined, customers),
  ];
}

async function halves(orders: Dataset<object>, { values, parameters }: Result<RfmValues>, middle: string): Promise<LaterSpendRow[]> {
  const day = orders.engine.dialect.toDate(column(String(parameters["date"])));
  const kept = Object.entries(parameters).filter(([name]) => name in rfmRoles || name === "scores" || name === "cancellations");
  const options = { ...Object.fromEntries(kept), groups: values.groups };
  try {
    const first = await rfm.untyped(orders.where(sql`${day} < CAST(${middle} AS DATE)`), options);
    const second = await rfm.untyped(orders.where(sql`${day} >= CAST(${middle} AS DATE)`), options);
    return compareHalves(first as Result<RfmValues>, second as Result<RfmValues>);
  } catch (error) {
    if (error instanceof DataError && ["no-rows", "no-usable-rows"].includes(error.code)) return [];
    throw error;
  }
}

/**
 * Do customers who spent most go on to spend most?
 *
 * A lesson on regression to the mean: the period is cut in two, customers are scored by what they spent in the first half, and the same
 * customers are looked at in the second, in which nobody treated them differently. The best do worse than all customers together, and
 * the weakest better, for no reason but that chance put them there.
 *
 * @param orders what `rfm` was given
 * @param result what `rfm` answered
 * @returns one row per score and one for all; shows itself as a table
 *
 * @example await laterSpend(orders, result);
 */
export async function laterSpend(
  orders: Dataset<object>,
  result: Result<RfmValues>,
  language: Language = currentLanguage(),
): Promise<LaterSpend> {
  const { from, to } = result.values.period;
  const middle = dayText(Math.ceil((dayNumber(from) + dayNumber(to)) / 2));
  const rows = from === to ? [] : await halves(orders, result, middle);
  const shown = rows.map(({ score, customers, before, after, change }) => ({
    [words.score[language]]: score === undefined ? words.all[language] : String(score),
    [words.customers[language]]: customers,
    [words.before[language]]: Math.round(before * 100) / 100,
    [words.after[language]]: Math.round(after * 100) / 100,
    [words.change[language]]: Math.round(change * 1000) / 10,
  }));
  return showAsTables({ middle, rows }, [{ title: rows.length === 0 ? words.none[language] : words.title[language], rows: shown }]);
}
