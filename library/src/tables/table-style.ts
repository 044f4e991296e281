import { fonts, pageInk, sizes } from "../charts/theme.js";

const { ink, muted, line } = pageInk;

/** The style of `htmlTable`, for a page to hold once. Colours follow JupyterLab's theme and, elsewhere, the page's own ink. */
export const tableStyle = `
.marklab-table { overflow-x: auto; max-width: 100%; }
.marklab-table.marklab-table table { border-collapse: collapse; table-layout: auto; width: auto; margin: 0; border: none; color: ${ink}; font: ${sizes.label}px/${sizes.lineHeight} ${fonts}; font-variant-numeric: tabular-nums; }
.marklab-table.marklab-table th, .marklab-table.marklab-table td { padding: 4px 12px; border: none; border-bottom: 1px solid ${line}; background: none; white-space: nowrap; max-width: 24em; overflow: hidden; text-overflow: ellipsis; vertical-align: baseline; }
.marklab-table.marklab-table th { max-width: none; font-weight: 600; color: ${muted}; vertical-align: bottom; }
.marklab-table.marklab-table th small { font-size: ${sizes.caption}px; font-weight: 400; }
.marklab-table.marklab-table tbody th { font-weight: 400; white-space: nowrap; }
.marklab-table.marklab-table th:first-child, .marklab-table.marklab-table td:first-child { padding-left: 0; }
.marklab-table.marklab-table tbody tr:nth-child(n) { background: none; }
.marklab-table.marklab-table .marklab-gap td { color: ${muted}; line-height: 1; }
.marklab-shape { margin: 6px 0 0; color: ${muted}; font: ${sizes.label}px/${sizes.lineHeight} ${fonts}; }
`;
