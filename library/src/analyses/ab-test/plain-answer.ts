import type { Displayable } from "../../display.js";
import { currentLanguage, type Language, type Text } from "../../language/language.js";
import { showAsTables } from "../../tables/row-table.js";
import type { Result } from "../result.js";
import { testFormat } from "./reading-format.js";
import type { AbTestValues } from "./values.js";

/** One arm as a dashboard shows it. */
export interface PlainRow {
  readonly arm: string;
  readonly units: number;
  readonly value: number | undefined;
  /** Over the control, minus 1; absent for the control. */
  readonly lift: number | undefined;
  readonly p: number | undefined;
}

export interface PlainAnswer extends Displayable {
  readonly rows: readonly PlainRow[];
}

const words = {
  title: { en: "What a dashboard without checks would say", "zh-CN": "不作检查的看板会给出的结论" },
  none: { en: "There is no metric to show.", "zh-CN": "没有可展示的指标。" },
  arm: { en: "arm", "zh-CN": "组别" },
  units: { en: "units", "zh-CN": "单位数" },
  lift: { en: "lift", "zh-CN": "提升" },
  p: { en: "p", "zh-CN": "p 值" },
} satisfies Record<string, Text>;

/**
 * What would a dashboard say that checks nothing: level, lift and p-value per arm on the deciding metric?
 *
 * A lesson: of a test with broken randomisation this is the wrong answer, and it looks like any other.
 *
 * @param result what `abTest` answered
 * @returns one row per arm; shows itself as a table
 *
 * @example plainAnswer(result);
 */
export function plainAnswer(
  { values }: Result<AbTestValues>,
  { language = currentLanguage() }: { readonly language?: Language } = {},
): PlainAnswer {
  const [metric] = values.metrics;
  const rows = (metric?.levels ?? []).map(({ arm, units, value }): PlainRow => {
    const comparison = metric?.comparisons.find((each) => each.arm === arm);
    return { arm, units, value, lift: comparison?.relative?.value, p: comparison?.p };
  });
  if (!metric) return showAsTables({ rows }, [{ title: words.none[language], rows: [] }]);
  const f = testFormat(language);
  const shown = rows.map(({ arm, units, value, lift, p }) => ({
    [words.arm[language]]: arm,
    [words.units[language]]: units,
    [metric.name]: f.level(metric, value),
    [words.lift[language]]: lift === undefined ? undefined : f.signed(lift, "percent"),
    [words.p[language]]: p === undefined ? undefined : f.p(p).replace(/^p *=? */, ""),
  }));
  return showAsTables({ rows }, [{ title: words.title[language], rows: shown }]);
}
