import { sum } from "../../library/src/statistics/estimate.js";
import { meanArm, proportionArm, quantileArm, ratioArm, type Arm } from "../../library/src/statistics/experiments/arm.js";
import { posteriorOf, riskOf } from "../../library/src/statistics/experiments/bayes.js";
import { compareArms, type Comparison } from "../../library/src/statistics/experiments/compare-arms.js";
import { compareSequentially } from "../../library/src/statistics/experiments/confidence-sequence.js";
import { newcombeInterval } from "../../library/src/statistics/experiments/conversion-intervals.js";
import { classicConstant, peekingError, spendingBounds } from "../../library/src/statistics/experiments/group-sequential/bounds.js";
import { equalFractions } from "../../library/src/statistics/experiments/group-sequential/looks.js";
import { benjaminiHochberg, holm } from "../../library/src/statistics/experiments/multiplicity.js";
import { quantileStandardError } from "../../library/src/statistics/experiments/quantile-levels.js";
import { sampleRatio } from "../../library/src/statistics/experiments/sample-ratio.js";
import { quantile } from "../../library/src/statistics/quantile.js";
import type { Figure } from "../figure.js";

const growthBook = "GrowthBook packages/stats/tests/frequentist/test_tests.py";
const growthBookData = "GrowthBook packages/stats/tests/test_gbstats.py";
const growthBookBayes = "GrowthBook packages/stats/tests/bayesian/test_tests.py";
const postHog = "PostHog products/experiments/stats/tests";
const unknown = Number.NaN;
const ascending = (one: number, other: number): number => one - other;

const mean = (sum: number, squares: number, units: number): Arm => meanArm({ units, sums: [sum], products: [[squares]] });
const interval = ({ estimate = unknown, low = unknown, high = unknown }: Comparison): number[] => [estimate, low, high];
const all = (comparison: Comparison): number[] => [
  ...interval(comparison),
  comparison.standardError ?? unknown,
  comparison.pValue ?? unknown,
];
const bound = ({ estimate = unknown, low = unknown, pValue = unknown }: Comparison): number[] => [estimate, low, pValue];

const control = mean(1396.87, 52377.9767, 3407);
const smallerControl = mean(1396.87, 52377.9767, 3000);
const treatment = mean(2422.7, 134698.29, 3461);

const welch: readonly Figure[] = [
  {
    name: "mean, relative lift: estimate, interval, standard error, p",
    source: growthBook,
    expected: [0.70732, -0.03526, 1.44989, 0.37879, 0.06191],
    tolerance: 6e-6,
    ours: () => all(compareArms(control, treatment)),
  },
  {
    name: "mean, absolute lift: estimate, interval, standard error, p",
    source: growthBook,
    expected: [0.29, 0.04538, 0.53462, 0.12478, 0.02016],
    tolerance: 6e-6,
    ours: () => all(compareArms(control, treatment, { scale: "absolute" })),
  },
  {
    name: "proportion 14/28 and 16/30, relative lift: estimate, interval, standard error, p",
    source: growthBook,
    expected: [0.06667, -0.47767, 0.61101, 0.2717, 0.80707],
    tolerance: 6e-6,
    ours: () => all(compareArms(proportionArm(14, 28), proportionArm(16, 30))),
  },
  {
    name: "mean, one-sided, relative lift: estimate, lower bound, p",
    source: growthBook,
    expected: [0.50336, -0.04514, 0.06558],
    tolerance: 6e-6,
    ours: () => bound(compareArms(smallerControl, treatment, { sides: "greater" })),
  },
  {
    name: "mean, one-sided, absolute lift: estimate, lower bound, p",
    source: growthBook,
    expected: [0.23438, 0.02079, 0.03554],
    tolerance: 6e-6,
    ours: () => bound(compareArms(smallerControl, treatment, { sides: "greater", scale: "absolute" })),
  },
  {
    name: "mean, relative lift: estimate, interval, p",
    source: postHog,
    expected: [0.63646, -0.0875, 1.36048, 0.08487],
    tolerance: 5e-5,
    ours: () => {
      const found = compareArms(mean(1196.87, 37377.9767, 2507), mean(1922.7, 94698.29, 2461));
      return [...interval(found), found.pValue ?? unknown];
    },
  },
  {
    name: "proportion 87/1529 and 62/1471, relative lift: estimate, interval, p",
    source: postHog,
    expected: [-0.25925, -0.49475, -0.02376, 0.03096],
    tolerance: 1e-5,
    ours: () => {
      const found = compareArms(proportionArm(87, 1529), proportionArm(62, 1471));
      return [...interval(found), found.pValue ?? unknown];
    },
  },
  {
    name: "ratio, relative lift: estimate, interval, p",
    source: postHog,
    expected: [0.041333, 0.01378609, 0.0689, 0.0032826],
    tolerance: 2e-5,
    ours: () => {
      const found = compareArms(
        ratioArm({
          units: 1966,
          sums: [94605.79858780127, 936],
          products: [
            [10463129.505392816, 94605.79858780127],
            [0, 936],
          ],
        }),
        ratioArm({
          units: 2034,
          sums: [99673.9364269569, 947],
          products: [
            [11298745.182728939, 99673.9364269569],
            [0, 947],
          ],
        }),
      );
      return [...interval(found), found.pValue ?? unknown];
    },
  },
  {
    name: "difference of two proportions, 56/70 and 48/80: score interval",
    source: "Newcombe (1998), Stat. Med. 17:873–890, table II, method 10",
    expected: [0.0524, 0.3339],
    tolerance: 5e-5,
    ours: () => newcombeInterval({ successes: 48, units: 80 }, { successes: 56, units: 70 }),
  },
];

const withBefore = (
  units: number,
  [sum, squares, before, beforeSquares, products]: readonly [number, number, number, number, number],
): Arm =>
  meanArm({
    units,
    sums: [sum, before],
    products: [
      [squares, products],
      [0, beforeSquares],
    ],
  });
const cupedControl = withBefore(3001, [300, 600, 210, 415, -20]);
const cupedTreatment = withBefore(3000, [222, 555, 120, 405, -10]);
const cuped = (relativeSlope: "adjusted" | "unadjusted") => () => {
  const { estimate = unknown, pValue = unknown } = compareArms(cupedControl, cupedTreatment, { adjustment: "cuped", relativeSlope });
  return [estimate, pValue];
};

const cupedRatio = {
  control: ratioArm({
    units: 100,
    sums: [485.112236689623, 679.9093275844917, 192.59138069991536, 290.1398399750233],
    products: [
      [2715.484666118136, 3602.146836776702, 1113.6215759318352, 1559.2878434944676],
      [0, 4939.424001640236, 1460.3181079276983, 2130.9404074446747],
      [0, 0, 460.076026390857, 634.239482353647],
      [0, 0, 0, 920.9461385038898],
    ],
  }),
  treatment: ratioArm({
    units: 100,
    sums: [514.7757826608777, 705.4090874383759, 206.94157227402536, 302.54389139107326],
    products: [
      [2994.897482705013, 3918.1561431600717, 1237.0953021125997, 1701.0287270040265],
      [0, 5291.36604146392, 1604.075950326651, 2292.081739775257],
      [0, 0, 514.2903702246757, 698.4173425817913],
      [0, 0, 0, 994.4506208125663],
    ],
  }),
};

const adjusted: readonly Figure[] = [
  {
    name: "CUPED, mean: slope on the metric from before",
    source: growthBookData,
    expected: -0.0732119,
    tolerance: 5e-8,
    ours: () => compareArms(cupedControl, cupedTreatment, { adjustment: "cuped" }).cuped?.slope ?? unknown,
  },
  {
    name: 'CUPED, mean, relativeSlope "unadjusted": lift, p',
    source: growthBookData,
    expected: [-0.281707154, 0.003732549],
    tolerance: 5e-10,
    ours: cuped("unadjusted"),
  },
  {
    name: "CUPED, mean, full delta method: lift, p",
    source: "GrowthBook's sums, by hand",
    expected: [-0.281707154, 0.0033746],
    tolerance: 5e-8,
    ours: cuped("adjusted"),
  },
  {
    name: "CUPED, ratio: lift, p",
    source: growthBookData,
    expected: [-0.000701483, 0.857710405],
    tolerance: 5e-10,
    ours: () => {
      const { estimate = unknown, pValue = unknown } = compareArms(cupedRatio.control, cupedRatio.treatment, { adjustment: "cuped" });
      return [estimate, pValue];
    },
  },
  {
    name: "CUPED, ratio: interval",
    source: growthBookData,
    expected: [-0.00841, 0.007],
    tolerance: 5e-6,
    ours: () => interval(compareArms(cupedRatio.control, cupedRatio.treatment, { adjustment: "cuped" })).slice(1),
  },
];

/** GrowthBook looks for one-sided p-values by halving, between 0.00001 and 0.4999 and down to about 0.0002. */
const searchedP = (comparison: Comparison): number => Math.min(0.4999, comparison.pValue ?? unknown);
const oneSided = (scale: "relative" | "absolute") => compareSequentially(smallerControl, treatment, { sides: "greater", scale });

const sequential: readonly Figure[] = [
  {
    name: "confidence sequence, mean, N* = 1,000: lift, interval, p",
    source: growthBook,
    expected: [0.50336, -0.55844, 1.56516, 1],
    tolerance: 6e-6,
    ours: () => {
      const found = compareSequentially(smallerControl, treatment, { tuning: 1000 });
      return [...interval(found), found.pValue ?? unknown];
    },
  },
  {
    name: "confidence sequence, mean, N* = 1,000: half the width",
    source: "GrowthBook docs/statistics/sequential.mdx",
    expected: 1.0618,
    tolerance: 5e-5,
    ours: () => {
      const { estimate = unknown, high = unknown } = compareSequentially(smallerControl, treatment, { tuning: 1000 });
      return high - estimate;
    },
  },
  {
    name: "confidence sequence, proportion 1,396/3,000 and 2,422/3,461, N* = 5,000: lift, interval, p",
    source: growthBook,
    expected: [0.50386, 0.40098, 0.60675, 0],
    tolerance: 6e-6,
    ours: () => {
      const found = compareSequentially(proportionArm(1396, 3000), proportionArm(2422, 3461));
      return [...interval(found), found.pValue ?? unknown];
    },
  },
  {
    name: "confidence sequence, one-sided: lower bounds of relative and absolute lift",
    source: growthBook,
    expected: [-0.42356, -0.12657],
    tolerance: 6e-6,
    ours: () => [oneSided("relative").low ?? unknown, oneSided("absolute").low ?? unknown],
  },
  {
    name: "confidence sequence, one-sided: p of relative and absolute lift, ends of GrowthBook's search",
    source: growthBook,
    expected: [0.4999, 0.46316],
    tolerance: 2e-4,
    ours: () => [searchedP(oneSided("relative")), searchedP(oneSided("absolute"))],
  },
];

const ldbounds = "R package ldbounds, two-sided, α = 0.05, looks at equal distances";
const bounds: readonly Figure[] = [
  ...Object.entries({
    2: [2.9626, 1.9686],
    3: [3.7103, 2.5114, 1.993],
    4: [4.3326, 2.9631, 2.359, 2.0141],
    5: [4.8769, 3.357, 2.6803, 2.2898, 2.031],
  }).map(([looks, expected]): Figure => ({
    name: `Lan–DeMets bounds, O'Brien–Fleming, ${looks} looks`,
    source: ldbounds,
    expected,
    tolerance: 6e-5,
    ours: () => spendingBounds(equalFractions(Number(looks))),
  })),
  {
    name: "Lan–DeMets bounds, Pocock, 5 looks",
    source: ldbounds,
    expected: [2.438, 2.4268, 2.4102, 2.3966, 2.386],
    tolerance: 6e-5,
    ours: () => spendingBounds(equalFractions(5), { spending: "pocock" }),
  },
  {
    name: "Pocock's constants, 2 to 5 looks",
    source: "Jennison and Turnbull (2000), table 2.1",
    expected: [2.1783, 2.2895, 2.3613, 2.4132],
    tolerance: 6e-5,
    ours: () => [2, 3, 4, 5].map((looks) => classicConstant("pocock", looks)),
  },
  {
    name: "O'Brien and Fleming's constants, 2 to 5 looks",
    source: "Jennison and Turnbull (2000), table 2.3",
    expected: [1.9774, 2.004, 2.0243, 2.0401],
    tolerance: 6e-5,
    ours: () => [2, 3, 4, 5].map((looks) => classicConstant("obrien-fleming", looks)),
  },
  {
    name: "real error of a test at 5 % that is looked at 1, 2, 3, 5, 10 and 20 times",
    source: "Armitage, McPherson and Rowe (1969), JRSS A 132:235–244",
    expected: [0.05, 0.0831, 0.1073, 0.1417, 0.1934, 0.2479],
    tolerance: 5e-5,
    ours: () => [1, 2, 3, 5, 10, 20].map((looks) => peekingError(looks)),
  },
];

const ten = { control: mean(100, 1002.25, 10), treatment: mean(105, 1111.5, 10) };
const belief = (posterior: ReturnType<typeof posteriorOf>): number[] =>
  posterior ? [posterior.mean, ...posterior.interval, posterior.chanceToWin, posterior.risk.keep, posterior.risk.take] : [];
const ofP90 = (units: number, value: number, ends: readonly [number, number]): Arm =>
  quantileArm({ units, value, standardError: quantileStandardError(ends) });
const p90 = { control: ofP90(11054, 7.15799, [7.09878, 7.21719]), treatment: ofP90(10861, 7.6945, [7.64181, 7.74719]) };
const flat = { mean: 0, standardDeviation: 1000 };

const bayesian: readonly Figure[] = [
  {
    name: "Bayes, 49/100 and 51/100, flat prior: lift, interval, chance to win, risk of keeping and taking",
    source: growthBookBayes,
    expected: [0.04082, -0.24779, 0.32943, 0.60918, 0.0814, 0.04058],
    tolerance: 6e-6,
    ours: () => belief(posteriorOf(proportionArm(49, 100), proportionArm(51, 100))),
  },
  {
    name: "Bayes, 49/100 and 51/100, flat prior: standard deviation",
    source: growthBookBayes,
    expected: 0.14725,
    tolerance: 6e-6,
    ours: () => posteriorOf(proportionArm(49, 100), proportionArm(51, 100))?.standardDeviation ?? unknown,
  },
  {
    name: "Bayes, mean, flat prior: lift, interval, chance to win, risks",
    source: growthBookBayes,
    expected: [0.05, -0.02, 0.12, 0.91923, 0.05131, 0.00131],
    tolerance: 6e-6,
    ours: () => belief(posteriorOf(ten.control, ten.treatment)),
  },
  {
    name: "Bayes, mean, prior N(0.1, variance 0.1): lift, interval, chance to win, risks",
    source: growthBookBayes,
    expected: [0.05063, -0.01893, 0.12019, 0.92315, 0.05186, 0.00123],
    tolerance: 6e-6,
    ours: () => belief(posteriorOf(ten.control, ten.treatment, { prior: { mean: 0.1, standardDeviation: Math.sqrt(0.1) } })),
  },
  {
    name: "Bayes, mean, relative: chance to win, interval",
    source: postHog,
    expected: [0.95759, -0.0873, 1.36026],
    tolerance: 1e-4,
    ours: () => {
      const posterior = posteriorOf(mean(1196.87, 37377.9767, 2507), mean(1922.7, 94698.29, 2461));
      return posterior ? [posterior.chanceToWin, ...posterior.interval] : [];
    },
  },
  {
    name: "90th percentile, absolute: difference, interval",
    source: growthBookBayes,
    expected: [0.5365124, 0.457256, 0.6157689],
    tolerance: 1e-5,
    ours: () => belief(posteriorOf(p90.control, p90.treatment, { scale: "absolute", prior: flat })).slice(0, 3),
  },
  {
    name: "90th percentile, relative, nearly flat prior: lift, interval",
    source: growthBookBayes,
    expected: [0.07495297, 0.06341006, 0.08649589],
    tolerance: 2e-6,
    ours: () => belief(posteriorOf(p90.control, p90.treatment, { prior: flat })).slice(0, 3),
  },
  {
    name: "risk of a normal effect with mean 0.1 and standard deviation 0.05",
    source: "GrowthBook packages/stats/tests/bayesian/test_dists.py",
    expected: [0.1004245351308, 0.0004245351308],
    tolerance: 5e-13,
    ours: () => Object.values(riskOf(0.1, 0.05)),
  },
];

const backEnd = "GrowthBook packages/back-end/test/stats.test.ts";
const ratioCases: readonly (readonly [units: readonly number[], weights: readonly number[] | undefined, expected: number])[] = [
  [[1000, 1200], undefined, 0.000020079],
  [[135, 115], undefined, 0.205903211],
  [[310, 98], [0.75, 0.25], 0.647434186],
  [[0, 10, 10], [0.34, 0.33, 0.33], 0.005790624],
  [[500, 500, 600], [0.34, 0.33, 0.33], 0.000592638],
  [[500, 500], undefined, 1],
  [[500], undefined, 1],
  [[0, 0], undefined, 1],
];

const checks: readonly Figure[] = [
  ...ratioCases.map(([units, weights, expected]): Figure => ({
    name: `sample-ratio mismatch, ${units.join(" : ")}${weights ? ` by design ${weights.join(" : ")}` : ""}: p`,
    source: backEnd,
    expected,
    tolerance: 5e-10,
    ours: () => sampleRatio(units, weights).pValue,
  })),
  {
    name: "Holm, six p-values in the order given",
    source: "GrowthBook packages/shared/test/experiments.test.ts; statsmodels multipletests",
    expected: [0.05, 0.12, 0.12, 0.03, 1, 1],
    tolerance: 1e-12,
    ours: () => holm([0.01, 0.04, 0.03, 0.005, 0.55, 0.6]),
  },
  {
    name: "Benjamini–Hochberg, seven p-values in the order given",
    source: "GrowthBook packages/shared/test/experiments.test.ts",
    expected: [0.964, 0.2415, 0.0245, 0.964, 0.7532, 0.0245, 0.2415],
    tolerance: 5e-5,
    ours: () => benjaminiHochberg([0.898, 0.138, 0.007, 0.964, 0.538, 0.006, 0.138]),
  },
  {
    name: "median of all events, and of what each user adds up to, users with {0, 0}, {2, 3} and {99}",
    source: "GrowthBook docs, quantile metrics",
    expected: [2, 5],
    tolerance: 0,
    ours: () => {
      const users = [[0, 0], [2, 3], [99]];
      return [quantile(users.flat().sort(ascending), 0.5), quantile(users.map(sum).sort(ascending), 0.5)];
    },
  },
];

/** The published figures of A/B tests. */
export const figures: readonly Figure[] = [...welch, ...adjusted, ...sequential, ...bounds, ...bayesian, ...checks];
