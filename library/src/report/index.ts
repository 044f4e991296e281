export { makeReport } from "./make-report.js";
export { dark, fonts, light, sizes, type Palette } from "../charts/theme.js";
export { onDarkGround } from "../charts/vega-config.js";
