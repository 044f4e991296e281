import type { ColumnTable } from "arquero";
import type { Column } from "../../data/dataset.js";
import type { Text } from "../../language/language.js";
import { nearestName } from "../nearest-name.js";
import { outcomeAmbiguous, outcomeEmpty, positiveMissing } from "./errors.js";
import { outcomeValues } from "./columns.sql.js";
import type { TableInput } from "./table-input.js";

/** Which values of the outcome mean the event, and which mean that it did not happen. */
export interface OutcomeWords {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const common: OutcomeWords = {
  yes: ["1", "yes", "y", "true", "t", "是", "有", "真"],
  no: ["0", "no", "n", "false", "f", "否", "无", "假", "-1"],
};

export const churnWords: OutcomeWords = {
  yes: [
    ...common.yes,
    ...[
      "churned",
      "churn",
      "left",
      "lost",
      "exited",
      "cancelled",
      "canceled",
      "cancel",
      "attrited",
      "attrited customer",
      "inactive",
      "terminated",
      "unsubscribed",
    ],
    ...["流失", "已流失", "离网", "已离网", "退订", "已退订", "销户", "已销户", "取消", "已取消", "流失客户"],
  ],
  no: [
    ...common.no,
    ...["retained", "stayed", "active", "existing", "existing customer", "current", "kept", "not churned", "subscribed"],
    ...["未流失", "留存", "在网", "未离网", "活跃", "正常", "存量", "未退订", "未取消"],
  ],
};

export const leadWords: OutcomeWords = {
  yes: [
    ...common.yes,
    ...["won", "converted", "closed won", "closed-won", "customer", "sold", "success", "bought", "purchased", "qualified", "accepted"],
    ...["成交", "已成交", "转化", "已转化", "赢单", "成单", "签约", "已签约", "成功", "购买", "已购买"],
  ],
  no: [
    ...common.no,
    ...["lost", "not converted", "closed lost", "closed-lost", "unqualified", "failed", "rejected", "open", "unsold"],
    ...["未成交", "未转化", "输单", "丢单", "失败", "未签约", "未购买", "无效"],
  ],
};

export interface FoundOutcome {
  /** As the data writes it. */
  readonly positive: string;
  readonly others: readonly string[];
}

interface Ask {
  readonly analysis: Text;
  readonly column: Column;
  readonly words: OutcomeWords;
  readonly positive: string | undefined;
}

const plain = (value: string): string =>
  value
    .trim()
    .toLowerCase()
    .replace(/^(-?\d+)\.0+$/, "$1");

/**
 * Which value of the outcome column is the event?
 *
 * @throws DataError `outcome-empty`, `outcome-ambiguous` (with the values), `positive-missing` (with the nearest)
 */
export async function readOutcome(input: TableInput, ask: Ask): Promise<FoundOutcome> {
  const found: ColumnTable = await input.query(outcomeValues(input, ask.column));
  const values = found.array("value") as string[];
  const facts = { analysis: ask.analysis, column: ask.column.name, values, distinct: Number(found.get("distinct_values", 0) ?? 0) };
  if (values.length === 0) throw outcomeEmpty({ ...facts, rows: input.rows });
  const positive = ask.positive === undefined ? byWords(values, ask.words) : named(values, ask.positive, facts);
  if (positive === undefined) throw outcomeAmbiguous(facts);
  return { positive, others: values.filter((value) => value !== positive) };
}

function named(values: readonly string[], given: string, facts: { analysis: Text; column: string }): string {
  const exact = values.find((value) => value === given) ?? values.find((value) => plain(value) === plain(given));
  if (exact !== undefined) return exact;
  if (values.length === 1) return given;
  throw positiveMissing({ ...facts, positive: given, values, nearest: nearestName(given, values) ?? values[0] ?? "" });
}

/**
 * The one value that a usual word names; a 1 beside a 2 names nothing. Where only one value is there and it means "no", the event never happened.
 */
function byWords(values: readonly string[], { yes, no }: OutcomeWords): string | undefined {
  const positive = values.filter((value) => yes.includes(plain(value)));
  const isPlain = values.length === 1 || values.some((value) => no.includes(plain(value))) || !/^\d/.test(positive[0] ?? "");
  if (positive.length === 1 && values.length <= 2 && isPlain) return positive[0];
  if (positive.length > 0 || values.length > 2) return undefined;
  const negative = values.filter((value) => no.includes(plain(value)));
  if (negative.length !== 1) return undefined;
  return values.length === 2 ? values.find((value) => !negative.includes(value)) : counterpart(negative[0] ?? "", yes);
}

/** What the event would be called where it never happened: the usual word in the same script. */
const counterpart = (negative: string, yes: readonly string[]): string => {
  if (/^-?\d/.test(negative)) return "1";
  return (/\p{Script=Han}/u.test(negative) ? yes.find((word) => /\p{Script=Han}/u.test(word)) : "Yes") ?? "1";
};
