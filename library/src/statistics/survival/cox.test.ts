import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baselineHazard, survivalFor } from "./baseline-hazard.js";
import { coxRegression } from "./cox.js";
import type { CoxInput } from "./risk-sets.js";
import { schoenfeld } from "./schoenfeld.js";
import { symmetricInverse } from "./symmetric.js";
import { weibullAft } from "./weibull-aft.js";

/** Remission of leukaemia in weeks: 21 under 6-MP, 21 under placebo; Freireich et al. (1963). */
const leukaemia: CoxInput = {
  durations: Float64Array.of(
    6,
    6,
    6,
    7,
    10,
    13,
    16,
    22,
    23,
    6,
    9,
    10,
    11,
    17,
    19,
    20,
    25,
    32,
    32,
    34,
    35,
    1,
    1,
    2,
    2,
    3,
    4,
    4,
    5,
    5,
    8,
    8,
    8,
    8,
    11,
    11,
    12,
    12,
    15,
    17,
    22,
    23,
  ),
  happened: Uint8Array.from({ length: 42 }, (_, index) => (index < 9 || index > 20 ? 1 : 0)),
  covariates: [Float64Array.from({ length: 42 }, (_, index) => (index < 21 ? 1 : 0))],
};

/** Units with two covariates, one of which goes with the risk. */
const units = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 25 }),
      fc.integer({ min: 0, max: 1 }),
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: 0, max: 50 }),
    ),
    {
      minLength: 25,
      maxLength: 60,
    },
  )
  .map((list): CoxInput => ({
    durations: Float64Array.from(list, ([time]) => time),
    happened: Uint8Array.from(list, ([, event], index) => (index < 8 ? 1 : event)),
    covariates: [Float64Array.from(list, ([, , x]) => x), Float64Array.from(list, ([, , , x]) => x)],
  }));

const estimates = (input: CoxInput, ties?: "efron" | "breslow") =>
  coxRegression(input, ties ? { ties } : {}).coefficients.map(({ estimate }) => estimate);

describe("coxRegression()", () => {
  it("gives R's coxph on leukaemia: Efron −1.5721 (0.4124), Breslow −1.5092 (0.4096)", () => {
    const [efron, breslow] = [coxRegression(leukaemia), coxRegression(leukaemia, { ties: "breslow" })];
    expect(efron.coefficients[0]).toMatchObject({ estimate: expect.closeTo(-1.5721, 4), standardError: expect.closeTo(0.4124, 4) });
    expect(breslow.coefficients[0]).toMatchObject({ estimate: expect.closeTo(-1.5092, 4), standardError: expect.closeTo(0.4096, 4) });
    expect(efron.coefficients[0]?.hazardRatio).toBeCloseTo(0.2076, 4);
    expect(efron.tests.likelihoodRatio.chiSquare).toBeCloseTo(16.35, 2);
    expect(efron.tests.wald.chiSquare).toBeCloseTo(14.53, 2);
    expect(efron.tests.score.chiSquare).toBeCloseTo(17.25, 2);
  });

  it("is without ties the same by Efron and Breslow", () => {
    const untied = { ...leukaemia, durations: leukaemia.durations.map((time, index) => time + index / 1000) };
    expect(estimates(untied, "efron")[0]).toBeCloseTo(estimates(untied, "breslow")[0] as number, 10);
  });

  it("does not depend on the order of the rows, on the unit of time, or on where a covariate begins", () => {
    fc.assert(
      fc.property(units, (input) => {
        const plain = coxRegression(input);
        if (plain.coefficients.some(({ status }) => status !== "estimated")) return;
        const turned: CoxInput = {
          durations: input.durations.toReversed(),
          happened: input.happened.toReversed(),
          covariates: input.covariates.map((values) => values.toReversed()),
        };
        const [first = new Float64Array(), second = new Float64Array()] = input.covariates;
        const rescaled: CoxInput = {
          ...input,
          durations: input.durations.map((time) => time * 7 + 3),
          covariates: [first.map((x) => x + 100), second.map((x) => x * 10)],
        };
        estimates(turned).forEach((value, index) => expect(value).toBeCloseTo(plain.coefficients[index]?.estimate as number, 7));
        const [own, tenth] = estimates(rescaled);
        expect(own).toBeCloseTo(plain.coefficients[0]?.estimate as number, 7);
        expect((tenth as number) * 10).toBeCloseTo(plain.coefficients[1]?.estimate as number, 7);
      }),
      { numRuns: 40, seed: 8 },
    );
  });

  it("stands at the top of the likelihood: no score is left, and it is above none at all", () => {
    fc.assert(
      fc.property(units, (input) => {
        const { logLikelihood, tests, coefficients, hasConverged } = coxRegression(input);
        expect(hasConverged).toBe(true);
        expect(logLikelihood.fitted).toBeGreaterThanOrEqual(logLikelihood.null - 1e-9);
        expect(tests.likelihoodRatio.degreesOfFreedom).toBe(
          coefficients.filter(({ status }) => status !== "constant" && status !== "collinear").length,
        );
      }),
      { numRuns: 40, seed: 9 },
    );
  });

  it("names constant and collinear covariates and estimates the rest as without them", () => {
    const [x = new Float64Array()] = leukaemia.covariates;
    const fit = coxRegression({ ...leukaemia, covariates: [x, x.map(() => 7), x.map((value) => 3 - 2 * value)] });
    expect(fit.coefficients.map(({ status }) => status)).toEqual(["estimated", "constant", "collinear"]);
    expect(fit.coefficients[0]?.estimate).toBeCloseTo(-1.5721, 4);
    expect(fit.tests.likelihoodRatio.degreesOfFreedom).toBe(1);
  });

  it("marks a covariate without a finite best value and keeps the other", () => {
    const [x = new Float64Array()] = leukaemia.covariates;
    const never = Float64Array.from(leukaemia.happened, (event, index) => (event === 0 && index % 2 ? 1 : 0));
    const fit = coxRegression({ ...leukaemia, covariates: [x, never] });
    expect(fit.coefficients.map(({ status }) => status)).toEqual(["estimated", "infinite"]);
    expect(fit.coefficients[0]?.standardError).toBeLessThan(1);
    expect(fit.coefficients[1]?.standardError).toBeNaN();
    expect(fit.hasConverged).toBe(true);
  });

  it("bears covariates of any size", () => {
    const [x = new Float64Array()] = leukaemia.covariates;
    expect(estimates({ ...leukaemia, covariates: [x.map((value) => 1e9 + value * 1e6)] })[0]).toBeCloseTo(-1.5721e-6, 9);
  });

  it("has concordance 1 where the risk orders the times, 0 where it turns them, and none without a pair", () => {
    const times = Float64Array.from({ length: 20 }, (_, index) => index + 1);
    const happened = new Uint8Array(20).fill(1);
    const noise = times.map((time) => time + 5 * Math.sin(time * 3));
    expect(coxRegression({ durations: times, happened, covariates: [noise] }).concordance.value).toBeGreaterThan(0.8);
    expect(coxRegression({ durations: times.map(() => 1), happened, covariates: [noise] }).concordance.value).toBeNaN();
  });
});

describe("baselineHazard() and survivalFor()", () => {
  it("give the curve of a unit with given covariates, between the groups'", () => {
    const fit = coxRegression(leukaemia);
    const baseline = baselineHazard(fit);
    const [treated, placebo] = [survivalFor(fit, baseline, [1]), survivalFor(fit, baseline, [0])];
    expect([...baseline.times]).toEqual([...baseline.times].sort((one, other) => one - other));
    treated.forEach((value, index) => expect(value).toBeGreaterThan(placebo[index] as number));
    expect(treated.at(-1)).toBeCloseTo(Math.exp(-(baseline.cumulative.at(-1) as number) * Math.exp(-1.57213 * 0.5)), 4);
  });

  it("is the Nelson–Aalen estimate where covariates say nothing, with Breslow's ties", () => {
    const fit = coxRegression({ ...leukaemia, covariates: [new Float64Array(42)] }, { ties: "breslow" });
    expect(baselineHazard(fit).cumulative[0]).toBeCloseTo(2 / 42, 12);
  });
});

describe("schoenfeld()", () => {
  it("finds a hazard ratio that turns, and none where it stays", () => {
    const rows = 400;
    const x = Float64Array.from({ length: rows }, (_, index) => index % 2);
    const even = Float64Array.from({ length: rows }, (_, index) => 1 + ((index * 37) % 100) + (index % 2) * 0.5);
    const turning = Float64Array.from({ length: rows }, (_, index) => (index % 2 ? 40 + ((index * 13) % 20) : ((index * 29) % 100) + 1));
    const happened = new Uint8Array(rows).fill(1);
    const check = (durations: Float64Array) => schoenfeld(coxRegression({ durations, happened, covariates: [x] }));
    expect(check(even).covariates[0]?.pValue).toBeGreaterThan(0.05);
    expect(check(turning).covariates[0]?.pValue).toBeLessThan(1e-6);
    expect(check(turning).global).toMatchObject({
      degreesOfFreedom: 1,
      chiSquare: expect.closeTo(check(turning).covariates[0]?.chiSquare ?? 0, 6),
    });
  });

  it("averages its scaled residuals to the coefficient, whatever the transform of time", () => {
    const fit = coxRegression(leukaemia);
    for (const transform of ["km", "rank", "log", "identity"] as const) {
      const { covariates, times } = schoenfeld(fit, transform);
      const residuals = covariates[0]?.residuals ?? new Float64Array();
      expect(residuals).toHaveLength(30);
      expect(times).toHaveLength(30);
      expect(residuals.reduce((sum, value) => sum + value, 0) / 30).toBeCloseTo(fit.coefficients[0]?.estimate ?? 0, 8);
    }
  });

  it("says nothing of a covariate without an estimate", () => {
    const [x = new Float64Array()] = leukaemia.covariates;
    const { covariates, global } = schoenfeld(coxRegression({ ...leukaemia, covariates: [x, x.map(() => 1)] }));
    expect(covariates[1]).toBeUndefined();
    expect(global.degreesOfFreedom).toBe(1);
  });
});

describe("weibullAft()", () => {
  it("gives R's survreg on leukaemia: 2.248, 1.267 (0.311), log scale −0.312", () => {
    const fit = weibullAft(leukaemia);
    expect(fit.intercept).toMatchObject({ estimate: expect.closeTo(2.248, 3), standardError: expect.closeTo(0.166, 3) });
    expect(fit.coefficients[0]).toMatchObject({ estimate: expect.closeTo(1.267, 3), standardError: expect.closeTo(0.311, 3) });
    expect(fit.logScale).toMatchObject({ estimate: expect.closeTo(-0.312, 3), standardError: expect.closeTo(0.147, 3) });
    expect(fit.logLikelihood.fitted).toBeCloseTo(-106.6, 1);
  });

  it("without covariates gives the shape; the exponential where times are exponential", () => {
    const durations = Float64Array.from({ length: 2000 }, (_, index) => -Math.log((index + 0.5) / 2000) * 10);
    const fit = weibullAft({ durations, happened: new Uint8Array(2000).fill(1), covariates: [] });
    expect(fit.shape.value).toBeCloseTo(1, 2);
    expect(Math.exp(fit.intercept.estimate)).toBeCloseTo(10, 1);
    expect(fit.likelihoodRatio).toMatchObject({ degreesOfFreedom: 0, pValue: 1 });
  });

  it("scales with the unit of time and turns with the sign of a covariate", () => {
    fc.assert(
      fc.property(units, (input) => {
        const plain = weibullAft(input);
        const changed = weibullAft({
          ...input,
          durations: input.durations.map((time) => time * 7),
          covariates: input.covariates.map((values) => values.map((x) => -x)),
        });
        if (!plain.hasConverged || plain.coefficients.some(({ isEstimated }) => !isEstimated)) return;
        expect(changed.intercept.estimate).toBeCloseTo(plain.intercept.estimate + Math.log(7), 5);
        changed.coefficients.forEach(({ estimate }, index) =>
          expect(estimate).toBeCloseTo(-(plain.coefficients[index]?.estimate as number), 5),
        );
        expect(changed.logScale.estimate).toBeCloseTo(plain.logScale.estimate, 5);
      }),
      { numRuns: 30, seed: 10 },
    );
  });

  it("leaves constant and collinear covariates out", () => {
    const [x = new Float64Array()] = leukaemia.covariates;
    const fit = weibullAft({ ...leukaemia, covariates: [x, x.map(() => 2), x.map((value) => 1 - value)] });
    expect(fit.coefficients.map(({ isEstimated }) => isEstimated)).toEqual([true, false, false]);
    expect(fit.coefficients[0]?.estimate).toBeCloseTo(1.267, 3);
  });
});

describe("symmetricInverse()", () => {
  it("inverts, and passes over what follows from earlier columns", () => {
    const { inverse, superfluous } = symmetricInverse({ values: Float64Array.of(2, 1, 4, 1, 3, 2, 4, 2, 8), width: 3 });
    expect(superfluous).toEqual([2]);
    expect([...inverse].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([0.6, -0.2, 0, -0.2, 0.4, 0, 0, 0, 0]);
  });
});
