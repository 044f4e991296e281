import { defineError } from "../../data-error.js";
import { format } from "../../language/format.js";
import type { Text } from "../../language/language.js";

interface About extends Readonly<Record<string, unknown>> {
  readonly analysis: Text;
  readonly column: string;
}

const cannot = ({ analysis }: Pick<About, "analysis">, found: Text): Text => ({
  en: `Cannot run ${analysis.en}: ${found.en}`,
  "zh-CN": `无法运行“${analysis["zh-CN"]}”：${found["zh-CN"]}`,
});

const few = (values: readonly string[]): readonly string[] => values.slice(0, 10);

/** No usual word says which value of the outcome is the event, or more than one does. */
export const outcomeAmbiguous = defineError("outcome-ambiguous", (data: About & { values: readonly string[]; distinct: number }) =>
  cannot(data, {
    en: `column "${data.column}" holds ${format("en").count(data.distinct)} ${data.distinct === 1 ? "value" : "values"} (${few(data.values).join(", ")}${data.distinct > 10 ? ", …" : ""}) and none stands out as the event, the value that means it is needed. Try { positive: "${data.values[0] ?? ""}" }.`,
    "zh-CN": `列“${data.column}”有 ${format("zh-CN").count(data.distinct)} 种取值（${few(data.values).join("、")}${data.distinct > 10 ? "……" : ""}），看不出哪一种表示事件发生，需要指明。请设 { positive: "${data.values[0] ?? ""}" }。`,
  }),
);

/** The value that the user named for the event is not in the column. */
export const positiveMissing = defineError(
  "positive-missing",
  (data: About & { positive: string; values: readonly string[]; nearest: string }) =>
    cannot(data, {
      en: `column "${data.column}" has no value "${data.positive}", one of ${few(data.values).join(", ")} is needed. Try { positive: "${data.nearest}" }.`,
      "zh-CN": `列“${data.column}”中没有“${data.positive}”，需要的是 ${few(data.values).join("、")} 之一。请设 { positive: "${data.nearest}" }。`,
    }),
);

/** Every row lacks the outcome. */
export const outcomeEmpty = defineError("outcome-empty", (data: About & { rows: number }) =>
  cannot(data, {
    en: `column "${data.column}" is empty in all ${format("en").count(data.rows)} rows, some known outcomes are needed to learn from. Try another column: { outcome: "…" }.`,
    "zh-CN": `列“${data.column}”在全部 ${format("zh-CN").count(data.rows)} 行中都是空的，需要有一些已知的结果才能学习。请改用另一列：{ outcome: "…" }。`,
  }),
);

/** The column that rows are split by holds no dates. */
export const timeColumnUnreadable = defineError("time-column-unreadable", (data: About & { found: Text }) =>
  cannot(data, {
    en: `column "${data.column}" holds ${data.found.en}, dates are needed to split by time. Try leaving "timeColumn" out.`,
    "zh-CN": `列“${data.column}”是${data.found["zh-CN"]}，按时间切分需要日期列。请去掉选项“timeColumn”。`,
  }),
);
