import type { Text } from "../language/language.js";
import { texts } from "./texts.js";

/** Rows that take no part in a result, counted by kind so that nothing is dropped in silence. */
export interface SetAside {
  /** A key of `setAsideNames`. */
  readonly kind: SetAsideKind;
  readonly rows: number;
  /** What they are worth, where the analysis sums amounts. */
  readonly amount?: number;
}

/** What the kinds are called, in the order in which they are listed. */
export const setAsideNames = {
  cancelled: { en: "cancelled", "zh-CN": "已取消" },
  "missing-customer": { en: "without a customer", "zh-CN": "缺少客户编号" },
  "missing-date": { en: "without a readable date", "zh-CN": "缺少可识别的日期" },
  "missing-event": { en: "without an event", "zh-CN": "缺少事件名称" },
  "missing-session": { en: "without a session", "zh-CN": "缺少会话编号" },
  "missing-amount": { en: "without a readable amount", "zh-CN": "缺少可识别的金额" },
  "not-positive": { en: "with an amount of zero", "zh-CN": "金额为零" },
  "missing-variant": { en: "without an arm", "zh-CN": "缺少实验组别" },
  "several-arms": { en: "of units seen in several arms", "zh-CN": "同一单位出现在多个组别" },
  "before-start": { en: "before the planned start", "zh-CN": "早于计划开始日期" },
  "missing-duration": { en: "without a readable duration", "zh-CN": "缺少可识别的时长" },
  "negative-duration": { en: "with a negative duration", "zh-CN": "时长为负" },
  "end-before-start": { en: "that end before they start", "zh-CN": "结束早于开始" },
  "missing-outcome": { en: "without an outcome", "zh-CN": "缺少结果" },
  "repeated-row": { en: "that repeat another row", "zh-CN": "与其他行重复" },
  "missing-group": { en: "without a group", "zh-CN": "缺少分组" },
  "after-as-of": { en: "after the day counted from", "zh-CN": "晚于截止日期" },
} as const satisfies Record<string, Text>;

export type SetAsideKind = keyof typeof setAsideNames;

const kinds = Object.keys(setAsideNames) as SetAsideKind[];

/** Puts the kinds in the order of their names; those without rows are left out. */
export const inOrderOfKind = <Kind extends SetAside>(found: readonly Kind[]): Kind[] =>
  found.filter(({ rows }) => rows > 0).toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));

/** The kinds and their rows in words: `12 cancelled, 3 without a customer`. */
export const describeSetAside = (found: readonly SetAside[]): Text =>
  texts(
    (f) => f.list(found.map(({ kind, rows }) => `${f.count(rows)} ${setAsideNames[kind].en}`)),
    (f) => f.list(found.map(({ kind, rows }) => `${setAsideNames[kind]["zh-CN"]} ${f.count(rows)} 行`)),
  );
