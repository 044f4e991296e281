export { customerHistory, isHistory, tableAsOf, type CustomerHistory, type HistoryOptions, type HistoryTable } from "./customer-history.js";
export { definitionText } from "./definition-text.js";
export { dayNumber, dayText } from "./days.js";
export type { HistoryFeature } from "./features.js";
export type { HistoryInput } from "./history-input.js";
export type { ChurnDefinition, GapValues, ReturnRow, Verdict } from "./values.js";
