import type { Interval } from "../../statistics/interval.js";
import type { ChurnDefinition as SilenceDefinition, GapValues } from "../customer-history/index.js";
import type { SetAside } from "../set-aside.js";

export type { Interval, SetAside };

/**
 * What churn() and leadScore() found. "Event" is what is predicted: a customer who leaves, or a lead that converts; "customers" are the units:
 * customers or leads. Shares, rates and probabilities are 0–1. What could not be known is absent.
 *
 * The main table has one row per customer, the likeliest first: `customer`, `probability`, `score` (0–100: share of the customers learnt from
 * who are less likely), `decile` (1 likeliest), `grade` (A–D), `outcome` (`event`, `none` or `unknown`), `reason1`, `reason2`, `reason3`
 * (`Contract: Month-to-month ↑`). Without a model it has no rows. Further tables: `coefficients`, `deciles`, `calibration`, `profit`, `leaks`.
 */
export interface ChurnValues {
  /** `table`: one row per customer with an outcome column. `log`: orders or events, from which outcome and features were made as of a day. */
  readonly from: "table" | "log";
  readonly outcome: OutcomeValues;
  /** Customers whose outcome is known: what the model learns from. */
  readonly customers: number;
  /** Customers with the event among them. */
  readonly events: number;
  /** Share of customers with the event, Wilson interval. */
  readonly baseRate: Measure;
  /** Customers who are scored although their outcome is not known (yet): rows without an outcome, or today's customers of a log. */
  readonly scored: number;
  readonly rows: { readonly read: number; readonly used: number };
  /** Rows that take no part in learning, each kind counted. Rows without an outcome are scored all the same. */
  readonly setAside: readonly SetAside[];
  /** Confidence of every interval (0–1), as the options ask. */
  readonly confidence: number;
  /** Every column that could tell something, in the order of the data; whether it takes part, and if not, why. */
  readonly features: readonly FeatureValues[];
  /** Columns that look as if they were known only after the outcome, the surest first. */
  readonly leaks: readonly LeakValues[];
  /** Absent where nothing can be learnt: one class only, or fewer than 10 customers with or without the event. */
  readonly model?: ModelValues;
}

/** A number with its confidence interval. */
export interface Measure {
  readonly value: number;
  readonly interval: Interval;
}

export interface OutcomeValues {
  /** The value that means the event, as the data writes it: `Yes`, `1`, `流失`; absent for a log. */
  readonly positive?: string;
  /** Every other value that was found. */
  readonly others?: readonly string[];
  /** How a log was turned into outcomes. */
  readonly definition?: ChurnDefinition;
}

/** Churn as it is read from orders or events: nothing for `days` days after the as-of day. */
export interface ChurnDefinition {
  /** Days without anything that count as churned; also how far the outcome looks ahead. */
  readonly days: number;
  /** How the days were chosen, and what the log says for or against them; `definitionText` puts it in words. */
  readonly silence: SilenceDefinition;
  /** Features look back from this day, the outcome ahead of it: `2011-09-09`. */
  readonly trainingDay: string;
  /** The day as of which today's customers are scored. */
  readonly scoringDay: string;
  readonly period: { readonly from: string; readonly to: string };
  /** Days between active days of a customer. */
  readonly gaps: GapValues;
}

/** `number`: measured; `category`: levels; `date`: turned into days before the latest day. */
export type FeatureKind = "number" | "category" | "date";

/**
 * Why a column takes no part: `excluded` (the user said so), `leak`, `identifier` (a value of its own in nearly every row), `constant`, `empty`,
 * `collinear` (other columns say the same), `rare-levels` (too many levels, none common enough), `outcome-copy` (equals the outcome),
 * `unreadable` (a type that no model takes).
 */
export type LeftOut =
  "excluded" | "leak" | "identifier" | "constant" | "empty" | "collinear" | "rare-levels" | "outcome-copy" | "unreadable";

export interface FeatureValues {
  /** The column, or the feature that was made of a log (its id, such as `recencyDays`). */
  readonly name: string;
  readonly kind: FeatureKind;
  readonly leftOut?: LeftOut;
  /** The column that says the same, for one that is left out because of it. */
  readonly sameAs?: string;
  /** Share of customers for whom it is not known. */
  readonly missing: number;
  /** Levels that are told apart, for a category. */
  readonly levels?: number;
  /** Levels that were pooled because they are rare, for a category. */
  readonly pooled?: number;
  /** Area under the curve of this column alone, 0.5–1. */
  readonly auc: number;
  /** Levels that were dropped because other columns say the same, such as `No internet service`. */
  readonly collinearLevels?: readonly string[];
}

/**
 * What makes a column suspect. `predicts-alone`: alone it tells nearly everything; `filled-after`: it is filled (or empty) almost only where
 * the event happened; `name`: it is called like something written down after the event; `carries-model`: without it the model falls far;
 * `pure-level`: a level holds customers with the event only; `after-as-of`: dates later than the as-of day.
 */
export type LeakSign = "predicts-alone" | "filled-after" | "name" | "carries-model" | "pure-level" | "after-as-of";

export interface LeakValues {
  readonly column: string;
  readonly signs: readonly LeakSign[];
  /** `certain`: left out unless the user keeps it; `suspected`: kept, to be looked at. */
  readonly verdict: "certain" | "suspected";
  readonly leftOut: boolean;
  /** Area under the curve of this column alone, 0.5–1. */
  readonly aucAlone: number;
  /** Area under the curve of the model with this column and without it, both out of fold. */
  readonly aucWith?: number;
  readonly aucWithout?: number;
  /** Who holds almost nothing but events: those with the level `value`, or those for whom the column is filled (`filled: true`) or empty (`false`). */
  readonly level?: { readonly value?: string; readonly filled?: boolean; readonly customers: number; readonly events: number };
}

export interface ModelValues {
  readonly fit: FitValues;
  /** One per column of the design, in the order of the features; the intercept apart. */
  readonly coefficients: readonly CoefficientValues[];
  /** Log odds of a customer whose numbers are all zero and whose categories are all at their reference. */
  readonly intercept: number;
  /** Features by how much they tell customers apart, the strongest first. */
  readonly drivers: readonly DriverValues[];
  /** Out of fold: every number here was computed on customers that the model had not seen. */
  readonly evaluation: EvaluationValues;
  /** Boosted trees in the same folds; absent when `compare` is false. */
  readonly comparison?: ComparisonValues;
  /** Absent when the value of a customer is not given. */
  readonly profit?: ProfitValues;
  /** Four grades, A the likeliest: 10 %, 20 %, 30 % and 40 % of the customers whose outcome is known. */
  readonly grades: readonly GroupValues[];
  /** The ten likeliest among those who can still be reached (without the event), with their reasons. */
  readonly warningList: readonly ScoredCustomer[];
  /** How far features moved between the rows learnt from and the rows scored or tested later (a log, or a time split). */
  readonly drift: readonly DriftValues[];
}

export interface FitValues {
  readonly rows: number;
  readonly events: number;
  /** Columns of the design beside the intercept. */
  readonly parameters: number;
  readonly hasConverged: boolean;
  readonly iterations: number;
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  /** Ridge penalty on standardised columns, 0 for maximum likelihood. */
  readonly regularisation: number;
  /** Why there is a penalty. */
  readonly regularisedBecause?: "asked" | "separation" | "few-events" | "collinearity";
  /** Columns that tell some outcomes without error (`separation`) or say nearly the same as others (`collinearity`): `feature` or `feature: level`. */
  readonly troubledBy: readonly string[];
  /** Events (or non-events, whichever are fewer) per parameter. */
  readonly eventsPerParameter: number;
}

export interface CoefficientValues {
  readonly feature: string;
  /** `number`: per unit of the column; `level`: against the reference level; `missing`: not known against known. */
  readonly kind: "number" | "level" | "missing";
  /** The level, for a level. The pooled rare levels are `other: true` and have no level. */
  readonly level?: string;
  readonly other?: true;
  /** The most frequent level, for a level. */
  readonly reference?: string;
  /** Log odds per unit of the column. */
  readonly coefficient: number;
  readonly standardError: number;
  /** A round number near one standard deviation, in units of the column: what the odds ratio is for. 1 for levels. */
  readonly step: number;
  /** Odds are this many times as high for `step` more, or for the level instead of the reference; Wald interval. */
  readonly oddsRatio: Measure;
  /** Two-sided Wald test. */
  readonly p: number;
  /** Customers it was estimated from. */
  readonly n: number;
  /** Customers of this level, or for whom it is missing; those with a value for a number. */
  readonly customers: number;
  /** Share with the event among them. */
  readonly rate: number;
}

export interface DriverValues {
  readonly feature: string;
  readonly kind: FeatureKind;
  /** Standard deviation over customers of what the feature adds to the log odds; the larger, the more it tells them apart. */
  readonly strength: number;
  /** Its share of the strengths of all features. */
  readonly share: number;
  /** For numbers and dates: whether more of it goes with more or fewer events. For categories: the level with the highest odds. */
  readonly direction: "up" | "down";
  readonly level?: string;
  /** The odds ratio that tells it best: of `step`, or of the level with the highest odds against the one with the lowest. */
  readonly oddsRatio: Measure;
  readonly step: number;
  /** The level with the lowest odds, for categories. */
  readonly against?: string;
}

export interface EvaluationValues {
  /** `cross-validation`: stratified folds. `time-split`: learnt from the older rows, judged on the newer ones. */
  readonly method: "cross-validation" | "time-split";
  readonly folds: number;
  /** First day of the newer rows, for a time split. */
  readonly splitDay?: string;
  /** Customers that were judged. */
  readonly customers: number;
  readonly events: number;
  /** DeLong interval. */
  readonly auc: Measure;
  readonly averagePrecision: number;
  readonly logLoss: number;
  readonly brier: number;
  /** The same for the base rate of each training fold as everyone's probability. */
  readonly baseLogLoss: number;
  readonly baseBrier: number;
  /** 1 − log loss / log loss of the base rate, with an interval over customers. Above 0: better than the base rate. */
  readonly skill: Measure;
  /** 1 − Brier / Brier of the base rate. */
  readonly brierSkill: Measure;
  /** Both the interval of the AUC lies above 0.5 and that of the skill above 0. */
  readonly beatsBaseRate: boolean;
  readonly calibration: CalibrationValues;
  /** Ten groups of equal size, the likeliest first; ties are shared out. */
  readonly deciles: readonly GroupValues[];
  /** Cumulative gain: share of all events within the likeliest share of customers; ascending from (0, 0) to (1, 1), at most 101 points. */
  readonly gain: readonly { readonly share: number; readonly gain: number }[];
  /** Share of events above a threshold against share of non-events above it; ascending, at most 101 points. */
  readonly roc: readonly { readonly falsePositive: number; readonly truePositive: number }[];
}

export interface CalibrationValues {
  /** Up to ten groups of equal size by predicted probability, ascending. */
  readonly bins: readonly CalibrationBin[];
  /** Logistic regression of the outcome on the predicted log odds: 1 and 0 when calibrated. Absent when the predictions are all equal. */
  readonly slope?: Measure;
  readonly intercept?: Measure;
  /** Mean distance between predicted and observed rate over the bins, weighted by customers. */
  readonly expectedError: number;
}

export interface CalibrationBin {
  /** Mean predicted probability. */
  readonly predicted: number;
  /** Observed rate, Wilson interval. */
  readonly observed: Measure;
  readonly customers: number;
  readonly events: number;
}

/** A group of customers by their probability. */
export interface GroupValues {
  /** `1` to `10` for deciles, `A` to `D` for grades. */
  readonly id: string;
  readonly customers: number;
  readonly events: number;
  /** Observed rate, Wilson interval. */
  readonly rate: Measure;
  /** Rate over the base rate. */
  readonly lift: number;
  /** Share of all events in this group and the ones before it. */
  readonly cumulativeGain: number;
  readonly cumulativeLift: number;
  /** Lowest predicted probability in the group. */
  readonly threshold: number;
}

export interface ComparisonValues {
  readonly trees: number;
  readonly depth: number;
  /** Customers that each fold's trees learnt from, at most. */
  readonly trainedOn: number;
  readonly auc: Measure;
  readonly averagePrecision: number;
  readonly logLoss: number;
  readonly brier: number;
  /** AUC of the trees less that of the logistic regression, paired DeLong interval, with p and n. */
  readonly difference: Measure & { readonly p: number; readonly n: number };
  readonly verdict: "equal" | "trees-better" | "trees-worse";
}

export interface ProfitValues {
  /** What a saved customer, or a won lead, is worth. */
  readonly saveValue: number;
  readonly contactCost: number;
  /** Share of contacts with customers who would leave (leads who would convert) that bring the value. */
  readonly contactSuccess: number;
  /** Contact the likeliest share of customers: what that brings, on customers the model had not seen; at most 101 points from 0 to 1. */
  readonly curve: readonly ProfitPoint[];
  /** Where the profit is highest; share 0 when no contact pays. */
  readonly best: ProfitPoint & { readonly interval: Interval };
  /** Contacting everybody. */
  readonly everyone: number;
  /** Probability above which one contact pays by itself: cost / (value × success); absent when that is above 1. */
  readonly breakEven?: number;
}

export interface ProfitPoint {
  readonly share: number;
  readonly contacts: number;
  /** Lowest probability that is contacted; 1 for nobody. */
  readonly threshold: number;
  readonly events: number;
  readonly profit: number;
}

export interface ScoredCustomer {
  readonly customer: string;
  readonly probability: number;
  readonly decile: number;
  readonly reasons: readonly ReasonValues[];
}

/** What one feature adds to a customer's log odds, against the average customer. */
export interface ReasonValues {
  readonly feature: string;
  /** What the customer has there, as the data writes it; absent when it is missing. */
  readonly value?: string;
  /** Log odds; above 0 goes with more events. */
  readonly contribution: number;
}

export interface DriftValues {
  readonly feature: string;
  /** Population stability index: below 0.1 stable, above 0.25 moved. */
  readonly index: number;
}
