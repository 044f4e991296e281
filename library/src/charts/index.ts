export { numberLabels, percentLabels } from "./axis-labels.js";
export type { Chart, ChartContext, DrawChart } from "./chart.js";
export { escapeField } from "./escape-field.js";
export { frame, type Layers, type Plot } from "./frame.js";
export { makeChart, type ChartParts } from "./make-chart.js";
export { shorten, textWidth, wrapText, type TextStyle } from "./text-metrics.js";
export { rampScale, textOnColour } from "./ramp.js";
export { dark, fonts, light, sizes, type Palette } from "./theme.js";
export { darkConfig, lightConfig, onDarkGround } from "./vega-config.js";
