/** What a notebook imports. Every public name is listed here, one by one. */
export { DataError } from "./data-error.js";
export {
  load,
  type Column,
  type ColumnType,
  type Dataset,
  type Input,
  type LoadOptions,
  type Note,
  type Role,
  type RoleGuess,
} from "./data/index.js";
export {
  column,
  defaultEngine,
  DuckdbEngine,
  join,
  raw,
  sql,
  temporaryTable,
  type Engine,
  type QueryOptions,
  type Sql,
  type TemporaryTable,
} from "./engine/index.js";
export type { Chart } from "./charts/chart.js";
export { currentLanguage, format, setLanguage, type Format, type Language, type Text } from "./language/index.js";
export { filledIn } from "./analyses/filled-in.js";
export { actionList, type ActionList, type ActionOptions } from "./analyses/actions/action-list.js";
export { dataQuality, type DataQuality } from "./analyses/data-quality.js";
export { saveCsv } from "./data/save-csv.js";
export { analyses, calculations } from "./analyses/registry.js";
export type { Analysis, AnalysisFacts } from "./analyses/analysis.js";
export type { Calculation } from "./analyses/define-calculation.js";
export { shownResults, type ShownResult } from "./analyses/shown-results.js";
export type { ResultTable } from "./analyses/result-table.js";
export type { Result, ResultJson, Warning } from "./analyses/result.js";
export { abTest } from "./analyses/ab-test/ab-test.js";
export type { AbTestValues } from "./analyses/ab-test/values.js";
export { lastDays, type LastDays } from "./analyses/funnel/last-days.js";
export { suggestSteps, type SuggestedSteps } from "./analyses/funnel/suggest-steps.js";
export { power } from "./analyses/power/power.js";
export type { PowerValues } from "./analyses/power/values.js";
export { funnel } from "./analyses/funnel/funnel.js";
export type { FunnelValues } from "./analyses/funnel/values.js";
export { rfm } from "./analyses/rfm/rfm.js";
export type { RfmValues } from "./analyses/rfm/values.js";
export { survival } from "./analyses/survival/survival.js";
export type { SurvivalValues } from "./analyses/survival/values.js";
export { laterSpend, type LaterSpend } from "./analyses/rfm/later-spend.js";
export { churn } from "./analyses/churn/churn.js";
export type { ChurnValues } from "./analyses/churn/values.js";
export { leadScore } from "./analyses/lead-score/lead-score.js";
export { leakLesson, type LeakLesson } from "./analyses/churn/leak-lesson.js";
export { armSizes, type ArmSizes } from "./analyses/ab-test/arm-sizes.js";
export { dailyPeeking, type DailyPeeking } from "./analyses/ab-test/daily-peeking.js";
export { plainAnswer, type PlainAnswer } from "./analyses/ab-test/plain-answer.js";
export { planFrom, type PlanOfTest } from "./analyses/ab-test/plan-from.js";
export { rollOut } from "./analyses/ab-test/roll-out.js";
export { worth, type Worth } from "./analyses/ab-test/worth.js";
export { sample, type Sample } from "./teaching/samples.js";
export { analysisPage } from "./analyses/analysis-page.js";
export { optionValues } from "./analyses/option-values.js";
