import { z } from "zod";

const share = z.number().gt(0).lt(1);
const name = z.string().min(1);

/** A metric in full; a text alone is its column. */
export const metricObject = z.strictObject({
  /** What is measured; the numerator of a ratio. */
  column: name,
  name: name.optional(),
  /** Left out: yes or no is a proportion, with a `denominator` it is a ratio, with a `quantile` a quantile, other numbers are a mean. */
  type: z.enum(["proportion", "mean", "ratio", "quantile"]).optional(),
  /** Ratio: the column below the line. */
  denominator: name.optional(),
  /** Quantile: 0.9 is the value that 90 % of the units stay below (default 0.5). */
  quantile: share.optional(),
  /** Proportion of a text column: the text that counts as yes. */
  success: z.union([z.string(), z.number(), z.boolean()]).optional(),
  /** The same measure before the test, for CUPED; for a ratio that of the numerator. */
  covariate: name.optional(),
  /** Ratio with a covariate: what the denominator was before the test. */
  denominatorCovariate: name.optional(),
  /** Values above this quantile, or above this value, are set to it. */
  winsorise: z.union([share, z.strictObject({ percentile: share }), z.strictObject({ value: z.number() })]).optional(),
  /** The good direction (default "increase"). */
  direction: z.enum(["increase", "decrease"]).optional(),
  role: z.enum(["primary", "secondary", "guardrail"]).optional(),
  /** Guardrail: largest relative loss that is accepted. */
  margin: share.optional(),
  /** Of the relative lift: a normal distribution. */
  prior: z.strictObject({ mean: z.number().default(0), standardDeviation: z.number().positive() }).optional(),
  /** Units without a value (default: the option `missing`). */
  missing: z.enum(["exclude", "zero"]).optional(),
  /** How the rows of one unit become its value (default: proportions "max", others "sum"). */
  aggregate: z.enum(["sum", "mean", "max", "min"]).optional(),
});

/** A metric as a call gives it: a column, or an object. */
export const metricOption = z.union([name, metricObject]);

export type GivenMetric = z.output<typeof metricOption>;
export type MetricObject = z.output<typeof metricObject>;
