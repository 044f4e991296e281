import type { Column } from "../../data/dataset.js";
import { fileRow } from "../../data/relation-dataset.js";
import { column, raw, sql, type Sql } from "../../engine/sql.js";
import type { Text } from "../../language/language.js";
import type { ReduceInput } from "../analysis.js";
import { firstUnreadable, readableCounts } from "../check-columns.sql.js";
import { columnUnreadable } from "../errors.js";
import { readText } from "../text-reading.js";
import { successUnknown } from "./errors.js";
import { abTestTitle } from "./title.js";

/** What reading a column needs of the call. */
export type ReadInput = Pick<ReduceInput<object, unknown>, "dataset" | "source" | "dialect" | "query">;

/** A column's value per row as a number, NULL where there is none. */
export interface ReadColumn {
  readonly value: Sql;
  /** Yes or no as 1 and 0. */
  readonly isYesOrNo: boolean;
}

/** Numbers whose squares no engine can hold count as missing, as NaN and infinity do. */
const largest = raw("1e140");

const yesWords = new Set(
  "yes y true t 1 converted conversion bought buy purchased purchase paid success successful won clicked subscribed signed_up signup completed 是 已 有 真 对 成功 转化 已转化 购买 已购买 下单 已下单 成交 已成交 已支付 点击 已点击 已注册 已订阅 已完成".split(
    " ",
  ),
);
const noWords = new Set(
  "no n false f 0 none not_converted unconverted lost failed failure 否 未 无 没有 假 失败 未转化 未购买 未下单 未成交 未支付 未点击 未注册 未订阅 未完成".split(
    " ",
  ),
);

const needed: Text = { en: "a column of numbers, or of yes and no,", "zh-CN": "数值列，或是/否列" };

/**
 * A column as the numbers that a metric is made of: numbers as they are, yes and no as 1 and 0, texts that are numbers in disguise read as such.
 *
 * @param success the text that counts as yes
 * @throws DataError `column-unreadable` with the first value that is no number, `success-unknown` when two texts do not say which means yes
 */
export async function readMetricColumn(input: ReadInput, found: Column, success?: string): Promise<ReadColumn> {
  const own = column(found.name);
  if (success !== undefined) return yesWhere(input, own, success);
  if (found.type === "boolean") return { value: sql`CAST(${own} AS INTEGER)`, isYesOrNo: true };
  if (found.type === "integer") return { value: own, isYesOrNo: false };
  if (found.type === "number") return { value: sql`CASE WHEN ABS(${own}) < ${largest} THEN CAST(${own} AS DOUBLE) END`, isYesOrNo: false };
  if (found.type === "text") return readTextColumn(input, found);
  throw await unreadable(input, found, sql`CAST(NULL AS DOUBLE)`);
}

/** One where the text is the one that means yes, 0 for any other; `null`: none of them does. */
const yesWhere = ({ dialect }: ReadInput, own: Sql, success: string | null): ReadColumn => ({
  value: sql`CASE WHEN TRIM(${dialect.toText(own)}) = ${success?.trim() ?? null} THEN 1 WHEN TRIM(${dialect.toText(own)}) <> '' THEN 0 END`,
  isYesOrNo: true,
});

async function readTextColumn(input: ReadInput, found: Column): Promise<ReadColumn> {
  const own = column(found.name);
  const texts = (await input.query(sql`SELECT DISTINCT TRIM(${own}) AS value FROM ${input.source} WHERE TRIM(${own}) <> '' LIMIT 3`)).array(
    "value",
  ) as string[];
  if (texts.length > 0 && texts.length <= 2) {
    const yes = yesOf(texts);
    if (yes !== undefined) return yesWhere(input, own, yes);
  }
  const number = await readText({ source: input.source, name: found.name, as: "number", query: input.query });
  const counts = (
    await input.query(readableCounts({ source: input.source, dialect: input.dialect }, [{ name: found.name, value: number }]))
  ).object() as { filled_0: number; readable_0: number };
  if (counts.readable_0 * 2 >= counts.filled_0) {
    return { value: sql`CASE WHEN ABS(${number}) < ${largest} THEN CAST(${number} AS DOUBLE) END`, isYesOrNo: false };
  }
  if (texts.length === 1 || texts.length === 2) throw successUnknown({ column: found.name, found: texts.toSorted() });
  throw await unreadable(input, found, number);
}

/** The text of one or two that means yes: the one that is known to, or the one beside a no; `null` where there is only a no. */
function yesOf(texts: readonly string[]): string | null | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[\s-]+/g, "_");
  const [first = "", second] = texts;
  const isYes = (text: string) => yesWords.has(plain(text));
  const isNo = (text: string) => noWords.has(plain(text));
  if (second === undefined) return isYes(first) ? first : isNo(first) ? null : undefined;
  if (isYes(first) !== isYes(second)) return isYes(first) ? first : second;
  if (isNo(first) !== isNo(second)) return isNo(first) ? second : first;
  return undefined;
}

async function unreadable({ dataset, source, dialect, query }: ReadInput, found: Column, value: Sql): Promise<Error> {
  const demand = { name: found.name, value };
  const counts = (await query(readableCounts({ source, dialect }, [demand]))).object() as { filled_0: number; readable_0: number };
  const first = (await query(firstUnreadable({ source, dialect }, demand))).object() as { row_number: number; value: string };
  return columnUnreadable({
    analysis: abTestTitle,
    column: found.name,
    role: "metrics",
    needed,
    row: fileRow(dataset, first.row_number),
    value: first.value.length > 60 ? `${first.value.slice(0, 60)}…` : first.value,
    unreadable: counts.filled_0 - counts.readable_0,
    rows: counts.filled_0,
  });
}
