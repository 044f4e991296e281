import { defineError } from "../data-error.js";
import { format } from "../language/format.js";
import type { Text } from "../language/language.js";

interface InAnalysis extends Readonly<Record<string, unknown>> {
  /** Title of the analysis. */
  readonly analysis: Text;
}

const cannot = ({ analysis }: InAnalysis, found: Text): Text => ({
  en: `Cannot run ${analysis.en}: ${found.en}`,
  "zh-CN": `无法运行“${analysis["zh-CN"]}”：${found["zh-CN"]}`,
});

/** The first argument is no dataset: an array, a table, a path. */
export const notADataset = defineError("not-a-dataset", (data: InAnalysis & { found: Text }) =>
  cannot(data, {
    en: `the first argument is ${data.found.en}, a dataset is needed. Try await load(…) around it.`,
    "zh-CN": `第一个参数是${data.found["zh-CN"]}，需要的是数据集。请先用 await load(…) 载入。`,
  }),
);

export const optionUnknown = defineError(
  "option-unknown",
  (data: InAnalysis & { option: string; known: readonly string[]; nearest: string }) =>
    cannot(data, {
      en: `there is no option "${data.option}", one of ${format("en").list(data.known)} is needed. Try "${data.nearest}".`,
      "zh-CN": `没有名为“${data.option}”的选项，需要的是 ${format("zh-CN").list(data.known)} 之一。请改用“${data.nearest}”。`,
    }),
);

export const optionInvalid = defineError("option-invalid", (data: InAnalysis & { option: string; found: Text; needed: Text; fix: Text }) =>
  cannot(data, {
    en: `option "${data.option}" is ${data.found.en}, ${data.needed.en} is needed. Try ${data.fix.en}.`,
    "zh-CN": `选项“${data.option}”的值是${data.found["zh-CN"]}，需要的是${data.needed["zh-CN"]}。请改用${data.fix["zh-CN"]}。`,
  }),
);

/** Two options that cannot stand together. */
export const optionConflict = defineError(
  "option-conflict",
  (data: InAnalysis & { option: string; found: string; other: string; needed: string }) =>
    cannot(data, {
      en: `option "${data.option}" is "${data.found}" while ${data.other} is given, "${data.needed}" is needed. Try leaving "${data.option}" out.`,
      "zh-CN": `给定 ${data.other} 时，选项“${data.option}”的值是“${data.found}”，需要的是“${data.needed}”。请去掉选项“${data.option}”。`,
    }),
);

/** None of the groups of columns that would do is there in full. */
export const columnsMissing = defineError(
  "columns-missing",
  (data: InAnalysis & { columns: readonly string[]; alternatives: readonly Text[]; option: string }) =>
    cannot(data, {
      en: `the columns are ${data.columns.join(", ")}, ${data.alternatives.map(({ en }) => en).join(", or ")} is needed. Try naming the column: { ${data.option}: "…" }.`,
      "zh-CN": `数据中的列有 ${data.columns.join("、")}，需要有${data.alternatives.map((text) => text["zh-CN"]).join("，或")}。请指明所用的列：{ ${data.option}: "…" }。`,
    }),
);

/** A column whose values are no dates or no numbers; the first such value and its row are named. */
export const columnUnreadable = defineError(
  "column-unreadable",
  (data: InAnalysis & { column: string; role: string; needed: Text; row: number; value: string; unreadable: number; rows: number }) =>
    cannot(data, {
      en: `column "${data.column}" holds "${data.value}" in row ${data.row} (${format("en").count(data.unreadable)} of ${format("en").count(data.rows)} filled rows are like that), ${data.needed.en} is needed. Try naming another column: { ${data.role}: "…" }.`,
      "zh-CN": `列“${data.column}”第 ${data.row} 行的值是“${data.value}”（有值的 ${format("zh-CN").count(data.rows)} 行中有 ${format("zh-CN").count(data.unreadable)} 行如此），需要的是${data.needed["zh-CN"]}。请指明另一列：{ ${data.role}: "…" }。`,
    }),
);

export const noRows = defineError("no-rows", (data: InAnalysis & { name: string }) =>
  cannot(data, {
    en: `"${data.name}" has no rows, at least one is needed. Try a file with data, or a wider filter.`,
    "zh-CN": `“${data.name}”没有数据行，至少需要一行。请换用有数据的文件，或放宽筛选条件。`,
  }),
);

/** Every row was set aside; each reason is named with its count. */
export const noUsableRows = defineError("no-usable-rows", (data: InAnalysis & { name: string; reasons: Text; rows: number }) =>
  cannot(data, {
    en: `none of the ${format("en").count(data.rows)} rows of "${data.name}" can be used (${data.reasons.en}), at least one complete row is needed. Try naming the columns, or another "asOf".`,
    "zh-CN": `“${data.name}”的 ${format("zh-CN").count(data.rows)} 行都无法使用（${data.reasons["zh-CN"]}），至少需要一行完整的数据。请指明所用的列，或更改“asOf”。`,
  }),
);
