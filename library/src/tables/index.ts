export { htmlTable, shapeText, type ColumnLabel, type ColumnLabels, type TableTextOptions } from "./html-table.js";
export { tableStyle } from "./table-style.js";
export { viewOfRows, viewOfTable, type TableView, type TableViewOptions } from "./table-view.js";
export { textTable } from "./text-table.js";
