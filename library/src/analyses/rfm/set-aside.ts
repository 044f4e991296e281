import type { Text } from "../../language/language.js";
import { texts } from "../texts.js";
import { settle } from "./summarise.js";
import type { SetAside } from "./values.js";

type Kind = SetAside["kind"];

/** What the kinds are called, in the order in which they are listed. */
export const setAsideNames: Readonly<Record<Kind, Text>> = {
  cancelled: { en: "cancelled", "zh-CN": "已取消" },
  "missing-customer": { en: "without a customer", "zh-CN": "缺少客户编号" },
  "missing-date": { en: "without a readable date", "zh-CN": "缺少可识别的日期" },
  "missing-amount": { en: "without a readable amount", "zh-CN": "缺少可识别的金额" },
  "not-positive": { en: "with an amount of zero", "zh-CN": "金额为零" },
  "after-as-of": { en: "after the day counted from", "zh-CN": "晚于截止日期" },
};

const kinds = Object.keys(setAsideNames) as Kind[];

/** Adds rows to the kind they belong to and puts the kinds in their order; kinds without rows are left out. */
export function mergeSetAside(found: readonly SetAside[], more: SetAside): SetAside[] {
  return kinds.flatMap((kind) => {
    const same = [...found, more].filter((one) => one.kind === kind);
    const rows = same.reduce((sum, one) => sum + one.rows, 0);
    return rows === 0 ? [] : [{ kind, rows, amount: settle(same.reduce((sum, one) => sum + one.amount, 0)) }];
  });
}

/** The kinds and their rows in words: `12 cancelled, 3 without a customer`. */
export const describeSetAside = (found: readonly SetAside[]): Text =>
  texts(
    (f) => f.list(found.map(({ kind, rows }) => `${f.count(rows)} ${setAsideNames[kind].en}`)),
    (f) => f.list(found.map(({ kind, rows }) => `${setAsideNames[kind]["zh-CN"]} ${f.count(rows)} 行`)),
  );
