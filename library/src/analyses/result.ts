import type { ColumnTable } from "arquero";
import type { Chart } from "../charts/chart.js";
import type { Input } from "../data/dataset.js";
import type { Displayable } from "../display.js";
import type { Language, Text } from "../language/language.js";
import type { ColumnLabels } from "../tables/html-table.js";
import type { ResultTable } from "./result-table.js";

/** What a trust check found. `blocks`: do not act on the result before this is settled; `note`: good to know. */
export interface Warning {
  readonly code: string;
  readonly level: "blocks" | "note";
  readonly text: Text;
}

/** What `marklab analyse --json` prints; see docs. `table` holds rows as objects. */
export interface ResultJson<Values = unknown> {
  readonly analysis: string;
  readonly version: string;
  readonly language: Language;
  readonly input: Input;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly values: Values;
  readonly table: readonly Readonly<Record<string, unknown>>[];
  /** Further tables by name, as rows; absent where there are none. */
  readonly tables?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly assumptions: readonly string[];
  readonly warnings: readonly { readonly code: string; readonly level: Warning["level"]; readonly text: string }[];
  readonly reading: readonly string[];
}

/** The frozen answer of an analysis. It shows itself in a notebook: headline, chart, warnings, table, method. */
export interface Result<Values = unknown> extends Displayable {
  readonly analysis: string;
  readonly version: string;
  readonly title: Text;
  readonly input: Input;
  /** Options and the columns that were used, found or given. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Plain JSON: every number the reading, the charts and the report are built from. */
  readonly values: Values;
  readonly table: ColumnTable;
  /** Headings of the table's columns, and names for the ids in them. */
  readonly columnLabels: ColumnLabels;
  /** Further tables by name; each shows itself in a notebook. */
  readonly tables: Readonly<Record<string, ResultTable>>;
  readonly assumptions: readonly Text[];
  readonly warnings: readonly Warning[];
  /** Names that `chart(name)` takes; the first is the main one. */
  readonly charts: readonly string[];
  chart(name?: string, options?: { language?: Language }): Chart;
  /** Two to four sentences: the finding with its number, what drives it, what it does not show, the next step. */
  reading(language?: Language): readonly string[];
  toJSON(language?: Language): ResultJson<Values>;
}
