import { currentLanguage, type Language, type Text } from "../language/language.js";
import type { Displayable } from "../display.js";
import { showAsTables } from "../tables/row-table.js";
import { analyses } from "./registry.js";
import type { Result } from "./result.js";
import { setAsideNames, type SetAside, type SetAsideKind } from "./set-aside.js";

/** One kind of rows and what they are worth. */
export interface QualityRow {
  readonly kind: "read" | "used" | SetAsideKind;
  readonly rows: number;
  /** Share of the rows that were read (0–1). */
  readonly share: number;
  readonly amount: number | undefined;
}

export interface DataQuality extends Displayable {
  /** Column by role, as given or found. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly QualityRow[];
}

/** What the values of every analysis that reads rows hold about them. */
export interface RowsOfValues {
  readonly rows: { readonly read: number; readonly used: number };
  readonly setAside: readonly SetAside[];
  /** Sum of the amounts of the rows used, where the analysis sums amounts. */
  readonly revenue?: number;
}

const words = {
  columns: { en: "Columns", "zh-CN": "列的用途" },
  use: { en: "used as", "zh-CN": "用途" },
  column: { en: "column", "zh-CN": "列名" },
  rows: { en: "Rows", "zh-CN": "行的去向" },
  kind: { en: "what", "zh-CN": "类别" },
  count: { en: "rows", "zh-CN": "行数" },
  share: { en: "share (%)", "zh-CN": "占比（%）" },
  amount: { en: "amount", "zh-CN": "金额" },
  read: { en: "read", "zh-CN": "读取" },
  used: { en: "used", "zh-CN": "参与计算" },
} satisfies Record<string, Text>;

const kindName = (kind: QualityRow["kind"], language: Language): string => {
  if (kind === "read" || kind === "used") return words[kind][language];
  return `${language === "en" ? "set aside: " : "剔除："}${setAsideNames[kind][language]}`;
};

function rowsOf({ rows, revenue, setAside }: RowsOfValues): QualityRow[] {
  const share = (count: number) => (rows.read === 0 ? 0 : count / rows.read);
  return [
    { kind: "read", rows: rows.read, share: share(rows.read), amount: undefined },
    { kind: "used", rows: rows.used, share: share(rows.used), amount: revenue },
    ...setAside.map(({ kind, rows: count, amount }) => ({ kind, rows: count, share: share(count), amount })),
  ];
}

/** Column by role, in the order in which the analysis names its roles. */
function columnsOf({ analysis, parameters }: Result<unknown>): Record<string, string> {
  const roles = Object.keys(analyses.get(analysis)?.roles ?? {});
  return Object.fromEntries(roles.flatMap((role) => (typeof parameters[role] === "string" ? [[role, parameters[role]]] : [])));
}

/**
 * What did an analysis make of the data: which column was taken for what, and which rows took no part?
 *
 * @param result of an analysis, such as `rfm`
 * @returns the columns by role, and the rows by what became of them; shows itself as two small tables
 *
 * @example dataQuality(result).rows[1]; // { kind: "used", rows: 397884, share: 0.734, amount: 8911407.904 }
 */
export function dataQuality<Values extends RowsOfValues>(result: Result<Values>, language: Language = currentLanguage()): DataQuality {
  const roles: Readonly<Record<string, { readonly title: Text }>> = analyses.get(result.analysis)?.roles ?? {};
  const columns = columnsOf(result);
  const rows = rowsOf(result.values);
  const hasAmounts = rows.some(({ amount }) => amount !== undefined);
  const columnTable = Object.entries(columns).map(([role, name]) => ({
    [words.use[language]]: roles[role]?.title[language] ?? role,
    [words.column[language]]: name,
  }));
  const rowTable = rows.map(({ kind, rows: count, share, amount }) => ({
    [words.kind[language]]: kindName(kind, language),
    [words.count[language]]: count,
    [words.share[language]]: Math.round(share * 1e4) / 100,
    ...(hasAmounts && { [words.amount[language]]: amount }),
  }));
  return showAsTables({ columns, rows }, [
    { title: words.columns[language], rows: columnTable },
    { title: words.rows[language], rows: rowTable },
  ]);
}
