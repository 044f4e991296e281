import type { Column, Dataset } from "../../data/dataset.js";
import type { Displayable } from "../../display.js";
import { column, join, sql, type Sql } from "../../engine/sql.js";
import { currentLanguage, type Language, type Text } from "../../language/language.js";
import { holm } from "../../statistics/experiments/multiplicity.js";
import { sampleRatio } from "../../statistics/experiments/sample-ratio.js";
import { showAsTables } from "../../tables/row-table.js";
import type { Result } from "../result.js";
import { testFormat } from "./reading-format.js";
import { armKey } from "./arm-key.js";
import type { AbTestValues } from "./values.js";

/** How the rows with one value of a column are spread over the arms. */
export interface ArmSizesRow {
  readonly column: string;
  /** Empty for rows without a value. */
  readonly value: string;
  readonly rows: number;
  /** The arm that is furthest from its share, its share of these rows, and its share by the design (0–1). */
  readonly arm: string;
  readonly share: number;
  readonly expectedShare: number;
  /** Chi-square against the design, Holm over all values that were looked at. */
  readonly p: number;
}

export interface ArmSizes extends Displayable {
  /** Columns that were looked at. */
  readonly columns: readonly string[];
  /** From the least likely on. */
  readonly rows: readonly ArmSizesRow[];
}

const words = {
  title: { en: "Are the arms alike? The values whose split is least likely", "zh-CN": "各组是否同质？分流比例最不寻常的取值" },
  none: { en: "There is no column of groups to compare the arms by.", "zh-CN": "没有可用于比较各组构成的分类列。" },
  column: { en: "column", "zh-CN": "列" },
  value: { en: "value", "zh-CN": "取值" },
  rows: { en: "rows", "zh-CN": "行数" },
  arm: { en: "arm", "zh-CN": "组别" },
  share: { en: "its share", "zh-CN": "占比" },
  expected: { en: "by design", "zh-CN": "设计占比" },
  p: { en: "p (adjusted)", "zh-CN": "p 值（校正后）" },
  missing: { en: "(none)", "zh-CN": "（无）" },
} satisfies Record<string, Text>;

const mostValues = 40;
const shownRows = 6;

interface Cut {
  readonly name: string;
  readonly value: Sql;
}

/** Columns of groups: texts with few different values that are not the unit or the arm, and the day. */
async function cutsOf(data: Dataset<object>, parameters: Result["parameters"]): Promise<Cut[]> {
  const { dialect } = data.engine;
  const used = new Set([parameters["customer"], parameters["variant"], ...namesIn(parameters["metrics"])]);
  const texts = data.columns.filter(({ name, type }) => type === "text" && !used.has(name));
  const date = parameters["date"];
  const day: Cut[] = typeof date === "string" ? [{ name: date, value: dialect.toText(dialect.toDate(column(date))) }] : [];
  const cuts = [...texts.map(({ name }: Column): Cut => ({ name, value: dialect.toText(column(name)) })), ...day];
  if (cuts.length === 0) return [];
  const counts = join(
    cuts.map(({ value }, index) => sql`COUNT(DISTINCT ${value}) AS ${column(`n_${index}`)}`),
    ", ",
  );
  const found = (await data.engine.query(sql`SELECT ${counts} FROM ${data.relation}`)).object() as Record<string, number>;
  return cuts.filter((_, index) => Number(found[`n_${index}`]) > 0 && Number(found[`n_${index}`]) <= mostValues);
}

const namesIn = (metrics: unknown): unknown[] =>
  Array.isArray(metrics)
    ? metrics.map((metric) => (typeof metric === "object" && metric !== null ? (metric as { column?: unknown }).column : metric))
    : [];

/** Rows per value and arm of one column. */
const sizesSql = ({ relation }: Dataset<object>, arm: Sql, { value }: Cut): Sql => sql`
  SELECT cut, arm, COUNT(*) AS row_count
  FROM (SELECT TRIM(${value}) AS cut, ${arm} AS arm FROM ${relation}) AS cuts
  WHERE arm IS NOT NULL AND TRIM(arm) <> ''
  GROUP BY cut, arm
  ORDER BY cut, arm`;

/** One value against the design, before the correction. */
function judge(cut: string, value: string, counts: readonly number[], { arms }: AbTestValues): ArmSizesRow {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const away = arms.map(({ expectedShare }, index) => Math.abs((counts[index] ?? 0) / rows - expectedShare));
  const worst = away.indexOf(Math.max(...away));
  const { pValue } = sampleRatio(
    counts,
    arms.map(({ expectedShare }) => expectedShare),
  );
  const { arm = "", expectedShare = 0 } = arms[worst] ?? {};
  return { column: cut, value, rows, arm, share: (counts[worst] ?? 0) / rows, expectedShare, p: pValue };
}

async function rowsOf(data: Dataset<object>, { values, parameters }: Result<AbTestValues>, cut: Cut): Promise<ArmSizesRow[]> {
  const arm = data.engine.dialect.toText(column(String(parameters["variant"])));
  const found = (await data.engine.query(sizesSql(data, arm, cut))).objects({ limit: Infinity }) as {
    cut: string | null;
    arm: string;
    row_count: number;
  }[];
  const positions = new Map(values.arms.map((each, index) => [armKey(each.arm), index]));
  const byValue = new Map<string, number[]>();
  for (const row of found) {
    const position = positions.get(armKey(row.arm));
    if (position === undefined) continue;
    const counts = byValue.get(row.cut ?? "") ?? values.arms.map(() => 0);
    byValue.set(row.cut ?? "", counts);
    counts[position] = (counts[position] ?? 0) + Number(row.row_count);
  }
  return [...byValue].map(([value, counts]) => judge(cut.name, value, counts, values));
}

/**
 * Do the arms hold the same kinds of people on the same days, as chance would have it?
 *
 * Where a test has lost units, or put them into arms by something else than chance, this names where: a browser, a device, a day. Each value
 * of each column with few different texts is held against the designed shares.
 *
 * @param data what `abTest` was given
 * @param result what `abTest` answered
 * @returns one row per value, the least likely first; shows the first six as a table. Empty for summary tables
 *
 * Method: Pearson's chi-square per value, p-values corrected by Holm.
 * @example await armSizes(visitors, result);
 */
export async function armSizes(
  data: Dataset<object>,
  result: Result<AbTestValues>,
  { language = currentLanguage() }: { readonly language?: Language } = {},
): Promise<ArmSizes> {
  const cuts = result.values.source === "summary" ? [] : await cutsOf(data, result.parameters);
  const judged = (await Promise.all(cuts.map((cut) => rowsOf(data, result, cut)))).flat();
  const adjusted = holm(judged.map(({ p }) => p));
  const rows = judged
    .map((row, index) => ({ ...row, p: adjusted[index] ?? row.p }))
    .toSorted((one, other) => one.p - other.p || other.rows - one.rows);
  const f = testFormat(language);
  const shown = rows.slice(0, shownRows).map((row) => ({
    [words.column[language]]: row.column,
    [words.value[language]]: row.value === "" ? words.missing[language] : row.value,
    [words.rows[language]]: row.rows,
    [words.arm[language]]: row.arm,
    [words.share[language]]: f.percent(row.share),
    [words.expected[language]]: f.percent(row.expectedShare),
    [words.p[language]]: f.p(row.p).replace(/^p *=? */, ""),
  }));
  const title = rows.length === 0 ? words.none[language] : words.title[language];
  return showAsTables({ columns: cuts.map(({ name }) => name), rows }, [{ title, rows: shown }]);
}
