import { displaySymbol, type Displayable, type MimeBundle } from "../display.js";
import { escapeHtml } from "../escape-html.js";
import { htmlTable } from "./html-table.js";
import { tableStyle } from "./table-style.js";
import { textTable } from "./text-table.js";
import { viewOfRows } from "./table-view.js";

type Row = Readonly<Record<string, unknown>>;

/** Rows under a heading; several make one output. */
export interface TitledRows {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** What a notebook shows of small tables: all rows, each table under its title; a title without rows stands alone. */
export function titledTables(tables: readonly TitledRows[]): MimeBundle {
  const views = tables.map(({ title, rows }) => ({ title, view: viewOfRows(rows, { head: rows.length, tail: 0 }) }));
  const html = views.map(({ title, view }) => `<p><b>${escapeHtml(title)}</b></p>${view.rowCount ? htmlTable(view) : ""}`).join("");
  const text = views.map(({ title, view }) => (view.rowCount ? `${title}\n${textTable(view)}` : title)).join("\n\n");
  return { "text/html": `<style>${tableStyle}</style><div class="marklab-titled">${html}</div>`, "text/plain": text };
}

/** Adds to an object that it shows itself as small tables. */
export const showAsTables = <Content extends object>(content: Content, tables: readonly TitledRows[]): Content & Displayable =>
  Object.freeze({ ...content, [displaySymbol]: () => titledTables(tables) });
