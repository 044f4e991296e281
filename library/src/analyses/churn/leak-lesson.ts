import type { Displayable } from "../../display.js";
import { currentLanguage, type Language, type Text } from "../../language/language.js";
import { format } from "../../language/format.js";
import { showAsTables } from "../../tables/row-table.js";
import type { Result } from "../result.js";
import { topTenth } from "./top-tenth.js";
import type { ChurnValues } from "./values.js";

/** How good one of the two models looks, on customers that it had not seen. */
export interface LessonRow {
  readonly model: "with" | "without";
  /** Area under the curve; absent where nothing could be learnt. */
  readonly auc: number | undefined;
  /** Share of the events in the likeliest tenth (0–1). */
  readonly topTenth: number | undefined;
}

export interface LeakLesson extends Displayable {
  /** Columns that are known only after the outcome, as the detector named them. */
  readonly columns: readonly string[];
  readonly rows: readonly LessonRow[];
}

const words = {
  model: { en: "model", "zh-CN": "模型" },
  with: { en: "with the leak", "zh-CN": "含泄漏列" },
  without: { en: "without it", "zh-CN": "剔除泄漏列" },
  auc: { en: "AUC", "zh-CN": "AUC" },
  top: { en: "events in the top tenth (%)", "zh-CN": "前十分之一覆盖的事件（%）" },
  leak: { en: "Known only after the outcome: ", "zh-CN": "结果发生之后才知道的列：" },
  none: {
    en: "No column of this data looks as if it were known only after the outcome.",
    "zh-CN": "这份数据中没有哪一列看起来要在结果发生之后才知道。",
  },
} satisfies Record<string, Text>;

function rowOf(model: LessonRow["model"], { values }: Result<ChurnValues>): LessonRow {
  const evaluation = values.model?.evaluation;
  return { model, auc: evaluation?.auc.value, topTenth: evaluation && topTenth(evaluation, values.confidence)?.gain.value };
}

const rounded = (value: number | undefined, digits: number): number | undefined =>
  value === undefined ? undefined : Math.round(value * 10 ** digits) / 10 ** digits;

/**
 * How much better does a model look that was given what is known only afterwards?
 *
 * @param kept result of `churn` or `leadScore` with `leaks: "keep"`
 * @param honest result with `leaks: "exclude"` on the same data
 * @returns the columns at fault and one row per model; shows itself as a small table, or as a sentence where no column leaks
 *
 * @example leakLesson(await churn(data, { leaks: "keep" }), await churn(data)).rows[0]; // { model: "with", auc: 0.98, topTenth: 0.38 }
 */
export function leakLesson(kept: Result<ChurnValues>, honest: Result<ChurnValues>, language: Language = currentLanguage()): LeakLesson {
  const columns = honest.values.leaks.filter(({ leftOut }) => leftOut).map(({ column }) => column);
  const rows = [rowOf("with", kept), rowOf("without", honest)];
  if (columns.length === 0) return showAsTables({ columns, rows }, [{ title: words.none[language], rows: [] }]);
  const shown = rows.map(({ model, auc, topTenth: share }) => ({
    [words.model[language]]: words[model][language],
    [words.auc[language]]: rounded(auc, 3),
    [words.top[language]]: rounded(share === undefined ? undefined : share * 100, 1),
  }));
  return showAsTables({ columns, rows }, [{ title: words.leak[language] + format(language).list(columns), rows: shown }]);
}
