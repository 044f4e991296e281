export { firstHeading } from "./story.js";
export { makeReport } from "./make-report.js";
export { makeWorkbook, type WorkbookContent } from "./workbook/make-workbook.js";
export type { Sheet } from "./workbook/sheet.js";
export { dark, fonts, light, sizes, type Palette } from "../charts/theme.js";
export { onDarkGround } from "../charts/vega-config.js";
