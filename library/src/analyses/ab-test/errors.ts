import { defineError } from "../../data-error.js";
import { format } from "../../language/format.js";
import { abTestTitle } from "./title.js";

const cannot = { en: `Cannot run ${abTestTitle.en}: `, "zh-CN": `无法运行“${abTestTitle["zh-CN"]}”：` };

const quotedList = (names: readonly string[]) => ({
  en: format("en").list(names.map((name) => `"${name}"`)),
  "zh-CN": format("zh-CN").list(names.map((name) => `“${name}”`)),
});

/** All rows are in one arm. */
export const oneArm = defineError("one-arm", ({ arm, rows, column }: { arm: string; rows: number; column: string }) => ({
  en: `${cannot.en}all ${format("en").count(rows)} rows that have an arm are in "${arm}" of column "${column}", two arms are needed. Try naming another column: { variant: "…" }.`,
  "zh-CN": `${cannot["zh-CN"]}列“${column}”中有组别的 ${format("zh-CN").count(rows)} 行都属于“${arm}”，至少需要两个组别。请指明另一列：{ variant: "…" }。`,
}));

/** The column of arms holds too many different values to be one. */
export const tooManyArms = defineError("too-many-arms", ({ column, limit }: { column: string; limit: number }) => ({
  en: `${cannot.en}column "${column}" holds more than ${format("en").count(limit)} different values, a column with the few arms of a test is needed. Try naming another column: { variant: "…" }.`,
  "zh-CN": `${cannot["zh-CN"]}列“${column}”有超过 ${format("zh-CN").count(limit)} 个不同的值，需要的是只含几个组别的列。请指明另一列：{ variant: "…" }。`,
}));

/** A column to group by holds far too many different values. */
export const tooManyGroups = defineError("too-many-groups", ({ column, limit }: { column: string; limit: number }) => ({
  en: `${cannot.en}column "${column}" splits the arms into more than ${format("en").count(limit)} groups, a column with fewer different values is needed. Try another column, or leave it out.`,
  "zh-CN": `${cannot["zh-CN"]}列“${column}”将各组拆成了超过 ${format("zh-CN").count(limit)} 个小组，需要取值较少的列。请换用另一列，或去掉该选项。`,
}));

/** None of the arms has a name that says it is the control. */
export const controlUnknown = defineError("control-unknown", ({ arms }: { arms: readonly string[] }) => ({
  en: `${cannot.en}the arms are ${quotedList(arms).en} and none of these names says which is the control, the name of the control is needed. Try { control: ${JSON.stringify(arms[0] ?? "")} }.`,
  "zh-CN": `${cannot["zh-CN"]}组别有${quotedList(arms)["zh-CN"]}，从名称看不出哪个是对照组，需要指明对照组。请设 { control: ${JSON.stringify(arms[0] ?? "")} }。`,
}));

/** The control that was named is not among the arms. */
export const controlMissing = defineError(
  "control-missing",
  ({ control, arms, nearest }: { control: string; arms: readonly string[]; nearest: string }) => ({
    en: `${cannot.en}there is no arm "${control}" in the table (${quotedList(arms).en}), one of these is needed as the control. Try "${nearest}".`,
    "zh-CN": `${cannot["zh-CN"]}数据中没有组别“${control}”（现有${quotedList(arms)["zh-CN"]}），对照组须为其中之一。请改用“${nearest}”。`,
  }),
);

/** The designed ratio has not one share per arm. */
export const ratioMismatch = defineError("ratio-mismatch", ({ given, arms }: { given: number; arms: readonly string[] }) => ({
  en: `${cannot.en}option "ratio" has ${format("en").count(given)} shares, one for each of the ${format("en").count(arms.length)} arms (${quotedList(arms).en}) is needed in this order. Try [${arms.map(() => 1).join(", ")}] for arms of equal size.`,
  "zh-CN": `${cannot["zh-CN"]}选项“ratio”有 ${format("zh-CN").count(given)} 个比例，需要按${quotedList(arms)["zh-CN"]}的顺序为 ${format("zh-CN").count(arms.length)} 个组别各给一个。各组等分时请设 [${arms.map(() => 1).join(", ")}]。`,
}));

/** Nothing says what to compare. */
export const metricsMissing = defineError("metrics-missing", ({ columns, nearest }: { columns: readonly string[]; nearest: string }) => ({
  en: `${cannot.en}no metric is named and no column looks like an outcome or an amount (${quotedList(columns).en}), at least one metric is needed. Try { metrics: [${JSON.stringify(nearest)}] }.`,
  "zh-CN": `${cannot["zh-CN"]}未指定指标，也没有像结果或金额的列（${quotedList(columns)["zh-CN"]}），至少需要一个指标。请设 { metrics: [${JSON.stringify(nearest)}] }。`,
}));

/** A column of two texts, neither of which is known to mean yes. */
export const successUnknown = defineError("success-unknown", ({ column, found }: { column: string; found: readonly string[] }) => ({
  en: `${cannot.en}column "${column}" holds ${quotedList(found).en} and neither is known to mean yes, the text that counts as a conversion is needed. Try { column: ${JSON.stringify(column)}, success: ${JSON.stringify(found[0] ?? "")} }.`,
  "zh-CN": `${cannot["zh-CN"]}列“${column}”的值为${quotedList(found)["zh-CN"]}，无法判断哪个代表转化，需要指明。请设 { column: ${JSON.stringify(column)}, success: ${JSON.stringify(found[0] ?? "")} }。`,
}));

/** A proportion whose values are not all 0 or 1. */
export const notAProportion = defineError("not-a-proportion", ({ column, low, high }: { column: string; low: number; high: number }) => ({
  en: `${cannot.en}column "${column}" holds numbers from ${format("en").number(low)} to ${format("en").number(high)}, only 0 and 1 are needed for a proportion. Try type: "mean".`,
  "zh-CN": `${cannot["zh-CN"]}列“${column}”的数值在 ${format("zh-CN").number(low)} 到 ${format("zh-CN").number(high)} 之间，比例指标只能是 0 和 1。请改用 type: "mean"。`,
}));

/** No unit has a value for a metric. */
export const metricEmpty = defineError("metric-empty", ({ column, rows }: { column: string; rows: number }) => ({
  en: `${cannot.en}column "${column}" has no value in any of the ${format("en").count(rows)} rows that take part, at least one is needed for a metric. Try another column: { metrics: ["…"] }.`,
  "zh-CN": `${cannot["zh-CN"]}列“${column}”在参与计算的 ${format("zh-CN").count(rows)} 行中都没有值，指标至少需要一个值。请换用另一列：{ metrics: ["…"] }。`,
}));

/** A metric object that lacks what its type needs. */
export const metricIncomplete = defineError(
  "metric-incomplete",
  ({ column, needed }: { column: string; needed: "denominator" | "denominatorCovariate" }) => ({
    en: `${cannot.en}the ratio metric "${column}" has no "${needed}", the column below the line is needed. Try { column: ${JSON.stringify(column)}, type: "ratio", ${needed}: "…" }.`,
    "zh-CN": `${cannot["zh-CN"]}比率指标“${column}”没有“${needed}”，需要指明作为分母的列。请设 { column: ${JSON.stringify(column)}, type: "ratio", ${needed}: "…" }。`,
  }),
);

/** A summary table lacks a column that it needs. */
export const summaryIncomplete = defineError(
  "summary-incomplete",
  ({ columns, needed }: { columns: readonly string[]; needed: string }) => ({
    en: `${cannot.en}the summary table has the columns ${quotedList(columns).en}, a column for "${needed}" is needed. Try naming it: { summary: { ${needed}: "…" } }.`,
    "zh-CN": `${cannot["zh-CN"]}汇总表的列有${quotedList(columns)["zh-CN"]}，需要有“${needed}”列。请指明：{ summary: { ${needed}: "…" } }。`,
  }),
);

/** A summary table holds figures that cannot be. */
export const summaryImpossible = defineError(
  "summary-impossible",
  ({
    arm,
    column,
    value,
    needed,
  }: {
    arm: string;
    column: string;
    value: number | undefined;
    needed: "units" | "conversions" | "spread";
  }) => {
    const want = {
      units: { en: "a whole number of units, 0 or more,", "zh-CN": "不小于 0 的整数单位数" },
      conversions: { en: "a whole number from 0 to the number of units", "zh-CN": "0 到单位数之间的整数" },
      spread: { en: "a value that fits the sum and the number of units", "zh-CN": "与合计和单位数相容的值" },
    }[needed];
    return {
      en: `${cannot.en}arm "${arm}" has ${value === undefined ? "no number" : format("en").exact(value)} in column "${column}", ${want.en} is needed. Try mending that row.`,
      "zh-CN": `${cannot["zh-CN"]}组别“${arm}”在列“${column}”的值是${value === undefined ? "空值" : ` ${format("zh-CN").exact(value)}`}，需要的是${want["zh-CN"]}。请更正该行。`,
    };
  },
);
