import { defineError } from "../../data-error.js";
import { format } from "../../language/format.js";

/** Nothing says which value of the outcome column is the event. */
export const eventUnclear = defineError("event-unclear", ({ column, values }: { column: string; values: readonly string[] }) => ({
  en: `Cannot run Survival: column "${column}" holds ${format("en").list(values.map((value) => `"${value}"`))}, a column that says whether the event happened (1, Yes, churned) is needed. Try eventValue: "${values.at(-1) ?? ""}".`,
  "zh-CN": `无法运行“生存分析”：列“${column}”的值为${format("zh-CN").list(values.map((value) => `“${value}”`))}，需要能看出事件是否发生的列（1、是、流失）。请指明 eventValue: "${values.at(-1) ?? ""}"。`,
}));

export const eventValueMissing = defineError(
  "event-value-missing",
  ({ column, given, values }: { column: string; given: string; values: readonly string[] }) => ({
    en: `Cannot run Survival: column "${column}" holds no "${given}" but ${format("en").list(values.map((value) => `"${value}"`))}, one of these is needed as "eventValue". Try eventValue: "${values.at(-1) ?? ""}".`,
    "zh-CN": `无法运行“生存分析”：列“${column}”中没有“${given}”，只有${format("zh-CN").list(values.map((value) => `“${value}”`))}，“eventValue”需为其中之一。请改用 eventValue: "${values.at(-1) ?? ""}"。`,
  }),
);

/** A log of orders or events without a customer. */
export const customerNeeded = defineError("customer-needed", ({ columns }: { columns: readonly string[] }) => ({
  en: `Cannot run Survival: the columns are ${columns.join(", ")}, a customer is needed to time a log, or a column of ends beside that of starts. Try { customer: "…" } or { end: "…" }.`,
  "zh-CN": `无法运行“生存分析”：数据中的列有 ${columns.join("、")}，流水数据需要客户列，起止数据需要结束日期列。请指明 { customer: "…" } 或 { end: "…" }。`,
}));

export const tooManyGroups = defineError(
  "too-many-groups",
  ({ column, groups, most }: { column: string; groups: number; most: number }) => ({
    en: `Cannot run Survival: column "${column}" has ${format("en").count(groups)} different values, a column with at most ${format("en").count(most)} is needed. Try a column with fewer values.`,
    "zh-CN": `无法运行“生存分析”：列“${column}”有 ${format("zh-CN").count(groups)} 个不同的值，需要取值不超过 ${format("zh-CN").count(most)} 个的列。请换用取值较少的列。`,
  }),
);

export const tooManyLevels = defineError(
  "too-many-levels",
  ({ column, levels, most }: { column: string; levels: number; most: number }) => ({
    en: `Cannot run Survival: covariate "${column}" has ${format("en").count(levels)} different values, a column with at most ${format("en").count(most)} is needed. Try leaving it out, or a column of numbers.`,
    "zh-CN": `无法运行“生存分析”：协变量“${column}”有 ${format("zh-CN").count(levels)} 个不同的值，需要取值不超过 ${format("zh-CN").count(most)} 个的列。请去掉该列，或换用数值列。`,
  }),
);
