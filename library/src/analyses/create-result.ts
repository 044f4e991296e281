import type { ColumnTable } from "arquero";
import type { DrawChart } from "../charts/chart.js";
import { makeChart } from "../charts/make-chart.js";
import type { Input } from "../data/dataset.js";
import { displaySymbol } from "../display.js";
import { currentLanguage, type Language, type Text } from "../language/language.js";
import { freeze } from "./freeze.js";
import { nearestName } from "./nearest-name.js";
import { resultBundle } from "./result-view.js";
import type { ColumnLabels } from "../tables/html-table.js";
import { noteShown } from "./shown-results.js";
import { resultTable, type NamedTable } from "./result-table.js";
import type { Result, ResultJson, Warning } from "./result.js";

/** What a result is made of; the functions are those of the definition. */
export interface ResultParts<Values> {
  readonly analysis: string;
  readonly version: string;
  readonly title: Text;
  readonly input: Input;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly values: Values;
  readonly table: ColumnTable;
  readonly tables?: Readonly<Record<string, NamedTable>> | undefined;
  readonly assumptions: readonly Text[];
  readonly warnings: readonly Warning[];
  readonly charts: Readonly<Record<string, DrawChart<Values>>>;
  readonly columnLabels?: ((values: Values) => ColumnLabels) | undefined;
  readonly reading: (values: Values, context: { readonly language: Language }) => readonly string[];
}

/** The frozen result of an analysis: what it holds cannot be changed, what it tells follows the language of each call. */
export function createResult<Values>(parts: ResultParts<Values>): Result<Values> {
  const { analysis, title, table } = parts;
  const input = freeze(structuredClone(parts.input));
  const parameters = freeze(structuredClone(parts.parameters));
  const values = freeze(structuredClone(parts.values));
  const assumptions = freeze([...parts.assumptions]);
  const warnings = freeze([...parts.warnings]);
  const tables = Object.freeze(Object.fromEntries(Object.entries(parts.tables ?? {}).map(([name, one]) => [name, resultTable(one)])));
  const charts = Object.freeze(Object.keys(parts.charts));
  const reading = (language: Language = currentLanguage()) => parts.reading(values, { language });
  const chart: Result<Values>["chart"] = (name = charts[0] ?? "", { language = currentLanguage() } = {}) => {
    const draw = Object.hasOwn(parts.charts, name) ? parts.charts[name] : undefined;
    if (!draw) throw new RangeError(noChart(name, charts, language));
    return makeChart({ name, language, ...draw(values, { language, source: input.name }) });
  };
  const toJSON = (language?: Language): ResultJson<Values> => {
    const told = knownLanguage(language);
    return {
      analysis,
      version: parts.version,
      language: told,
      input,
      parameters,
      values,
      table: rowsOf(table),
      ...(Object.keys(tables).length > 0 && { tables: mapValues(tables, ({ table: one }) => rowsOf(one)) }),
      assumptions: assumptions.map((text) => text[told]),
      warnings: warnings.map(({ code, level, text }) => ({ code, level, text: text[told] })),
      reading: reading(told),
    };
  };
  const result: Result<Values> = {
    analysis,
    version: parts.version,
    title,
    input,
    parameters,
    values,
    table,
    tables,
    columnLabels: freeze({ ...parts.columnLabels?.(values) }),
    assumptions,
    warnings,
    charts,
    chart,
    reading,
    toJSON,
    [displaySymbol]: () => {
      noteShown(result);
      return resultBundle(result);
    },
  };
  return Object.freeze(result);
}

const rowsOf = (table: ColumnTable) => table.objects({ limit: Infinity }) as Readonly<Record<string, unknown>>[];

const mapValues = <From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

/** `JSON.stringify` calls `toJSON` with the name of a property, which is no language. */
const knownLanguage = (language: Language | undefined): Language =>
  language === "en" || language === "zh-CN" ? language : currentLanguage();

function noChart(name: string, charts: readonly string[], language: Language): string {
  const nearest = nearestName(name, charts) ?? "";
  return language === "zh-CN"
    ? `没有名为“${name}”的图表，可用的图表有 ${charts.join("、")}。请改用“${nearest}”。`
    : `There is no chart "${name}", the charts are ${charts.join(", ")}. Try "${nearest}".`;
}
