import type { ColumnTable } from "arquero";
import { displaySymbol, type Displayable } from "../display.js";
import { escapeHtml } from "../escape-html.js";
import { currentLanguage, type Text } from "../language/language.js";
import { htmlTable, type ColumnLabels } from "../tables/html-table.js";
import { tableStyle } from "../tables/table-style.js";
import { viewOfTable } from "../tables/table-view.js";
import { textTable } from "../tables/text-table.js";

/** A table that an analysis makes beside its main one. */
export interface NamedTable {
  readonly title: Text;
  readonly table: ColumnTable;
  /** Headings of its columns, and names for the ids in them. */
  readonly labels?: ColumnLabels | undefined;
}

/** A further table of a result: shows itself in a notebook under its title. */
export interface ResultTable extends Displayable {
  readonly title: Text;
  readonly table: ColumnTable;
  readonly columnLabels: ColumnLabels;
}

/** A named table that shows itself: up to 40 rows whole, longer ones by their head and tail. */
export function resultTable({ title, table, labels = {} }: NamedTable): ResultTable {
  const show = () => {
    const language = currentLanguage();
    const view = viewOfTable(table, { head: 30, tail: 10 });
    const heading = `<p><b>${escapeHtml(title[language])}</b></p>`;
    return {
      "text/html": `<style>${tableStyle}</style><div class="marklab-titled">${heading}${htmlTable(view, { language, labels, mayTurn: true })}</div>`,
      "text/plain": `${title[language]}\n${textTable(view, { language, labels })}`,
    };
  };
  return Object.freeze({ title, table, columnLabels: labels, [displaySymbol]: show });
}
