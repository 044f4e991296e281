import { power } from "../../library/src/analyses/power/power.js";
import { onScale } from "../../library/src/statistics/experiments/compare-arms.js";
import { armFromMoments } from "../../library/src/statistics/experiments/arm.js";
import { effectOf } from "../../library/src/statistics/experiments/effect.js";
import { once } from "../once.js";
import type { Figure } from "../figure.js";

const unknown = Number.NaN;
type Options = Parameters<typeof power>[0];

const perArm = async (options: Options): Promise<number> => (await power(options)).values.need?.perArm[0] ?? unknown;

interface SampleSize {
  readonly baseline: number;
  readonly points: number;
  readonly expected: number;
}

/** Whole users per arm are the smallest that suffice, so they lie up to one above what is published. */
const sampleSizes = (method: "base" | "pooled" | "arcsine", source: string, cases: readonly SampleSize[]): Figure[] =>
  cases.map(({ baseline, points, expected }) => ({
    name: `method "${method}": users per arm, ${100 * baseline} % and ${Number((100 * points).toFixed(6))} points more`,
    source,
    expected,
    tolerance: 1,
    ours: () => perArm({ baseline, effect: points, effectScale: "absolute", method }),
  }));

const studentSizes = [
  [0.2, 393.406],
  [0.5, 63.766],
] as const;

const conversionRate = { baseline: 0.1, effect: 0.05 } as const;
const revenue = { metric: "mean", baseline: 0.1, standardDeviation: Math.sqrt(0.5), effect: 0.3 } as const;
const growthBook = { method: "growthbook", correction: "none", arms: 3 } as const;
const calculator = "GrowthBook packages/shared/test/power.test.ts";
const large = {
  ...growthBook,
  metric: "mean",
  baseline: 10,
  standardDeviation: Math.sqrt(3909.9997749994377),
  effect: 0.05,
  units: 400_000,
} as const;
const sequence = { ...large, sequential: "confidence-sequence", tuning: 5000 } as const;

const weekly = (metric: Options, sequential: "none" | "confidence-sequence" = "none") =>
  once(async () => (await power({ ...growthBook, ...metric, sequential, weeklyUnits: 4500, weeks: 9 })).values);
const tables = { rate: weekly(conversionRate), mean: weekly(revenue) };
const sequences = { rate: weekly(conversionRate, "confidence-sequence"), mean: weekly(revenue, "confidence-sequence") };

type Weekly = typeof tables.rate;
const powers = async (values: Weekly): Promise<number[]> => (await values()).steps.slice(0, 9).map((step) => step.power ?? unknown);
const effects = async (values: Weekly): Promise<number[]> =>
  (await values()).steps.slice(0, 9).map((step) => step.detectable?.relative ?? unknown);

const weeklyFigures: readonly (readonly [name: string, values: Weekly, of: typeof powers, expected: readonly number[]])[] = [
  ["proportion: power", tables.rate, powers, [0.073, 0.0965, 0.1204, 0.14458, 0.16895, 0.19342, 0.21791, 0.24235, 0.26666]],
  ["mean: power", tables.mean, powers, [0.17053, 0.29389, 0.41122, 0.51749, 0.61037, 0.68938, 0.75513, 0.80886, 0.85213]],
  ["proportion: smallest effect", tables.rate, effects, [0.36767, 0.24505, 0.19525, 0.16673, 0.14774, 0.13394, 0.12336, 0.11491, 0.10796]],
  ["mean: smallest effect", tables.mean, effects, [1.26769, 0.71941, 0.54299, 0.4506, 0.39208, 0.35099, 0.32018, 0.29603, 0.27647]],
  [
    "proportion, sequential: power",
    sequences.rate,
    powers,
    [0.05936, 0.06912, 0.07849, 0.08761, 0.09657, 0.10541, 0.11415, 0.12282, 0.13142],
  ],
  ["mean, sequential: power", sequences.mean, powers, [0.09832, 0.14992, 0.19972, 0.24784, 0.29426, 0.33888, 0.38165, 0.42249, 0.46136]],
  [
    "proportion, sequential: smallest effect",
    sequences.rate,
    effects,
    [0.65545, 0.4112, 0.32394, 0.27607, 0.24484, 0.22241, 0.20532, 0.19172, 0.18058],
  ],
  [
    "mean, sequential: smallest effect",
    sequences.mean,
    effects,
    [4.33868, 1.51846, 1.04943, 0.84084, 0.71862, 0.63663, 0.577, 0.53123, 0.49473],
  ],
];

const one = (units: number, mean: number, variance: number) => armFromMoments("mean", { units, means: [mean], covariance: [[variance]] });
const variance = (scale: "absolute" | "relative") => onScale(effectOf(one(4, 7, 2), one(15, 5, 0.5)), { scale }).variance;

/** The published figures of sample sizes and power. */
export const figures: readonly Figure[] = [
  ...sampleSizes("base", "Evan Miller's sample size calculator", [
    { baseline: 0.2, points: 0.05, expected: 1030 },
    { baseline: 0.1, points: 0.02, expected: 3623 },
    { baseline: 0.05, points: 0.01, expected: 7663 },
    { baseline: 0.03, points: 0.003, expected: 51_486 },
  ]),
  ...sampleSizes("pooled", "Fleiss (1981), Statistical Methods for Rates and Proportions, ch. 3", [
    { baseline: 0.2, points: 0.05, expected: 1093.74 },
    { baseline: 0.1, points: 0.02, expected: 3840.85 },
    { baseline: 0.05, points: 0.01, expected: 8157.73 },
  ]),
  ...sampleSizes("arcsine", "statsmodels NormalIndPower", [{ baseline: 0.05, points: 0.01, expected: 8142.6 }]),
  ...studentSizes.map(([size, expected]): Figure => ({
    name: `t-test, d = ${size}: users per arm`,
    source: "statsmodels TTestIndPower",
    expected,
    tolerance: 1,
    ours: () => perArm({ metric: "mean", baseline: 0, standardDeviation: 1, effect: size, effectScale: "absolute" }),
  })),
  {
    name: "variance of the absolute and the relative difference, (2, 7, 4) and (0.5, 5, 15)",
    source: calculator,
    expected: [0.53333, 0.00589],
    tolerance: 5e-6,
    ours: () => [variance("absolute"), variance("relative")],
  },
  {
    name: "mean, 400,000 users in 3 arms: power",
    source: calculator,
    expected: 0.52144,
    tolerance: 5e-6,
    ours: async () => (await power(large)).values.atPlan?.power ?? unknown,
  },
  {
    name: "mean, 400,000 users in 3 arms: smallest effect",
    source: calculator,
    expected: 0.07027,
    tolerance: 5e-6,
    ours: async () => (await power(large)).values.atPlan?.detectable?.relative ?? unknown,
  },
  {
    name: "mean, 400,000 users in 3 arms, sequential: power and smallest effect",
    source: calculator,
    expected: [0.20596, 0.12821],
    tolerance: 5e-6,
    ours: async () => {
      const { atPlan } = (await power(sequence)).values;
      return [atPlan?.power ?? unknown, atPlan?.detectable?.relative ?? unknown];
    },
  },
  ...weeklyFigures.map(([name, values, of, expected]): Figure => ({
    name: `4,500 users a week in 3 arms, weeks 1 to 9, ${name}`,
    source: calculator,
    expected,
    tolerance: 3e-5,
    ours: () => of(values),
  })),
  {
    name: "4,500 users a week in 3 arms, mean: first week with a power of 80 %",
    source: calculator,
    expected: 8,
    tolerance: 0,
    ours: async () => (await tables.mean()).need?.weeks ?? unknown,
  },
];
