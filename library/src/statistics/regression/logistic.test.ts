import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRandom } from "../../teaching/random.js";
import { sampleOutcome, sampleProbabilities } from "../../testing/scored-sample.js";
import type { Design } from "./design.js";
import { linearPredictor } from "./design.js";
import { fitLogistic, standardErrorAt } from "./logistic.js";

const dense = (...columns: (readonly number[] | Float64Array)[]): Design => ({
  rows: columns[0]?.length ?? 0,
  width: columns.length + 1,
  dense: columns.map((values) => ({ values: Float64Array.from(values), center: 0, scale: 1, fill: 0 })),
  factors: [],
});

/** Rows with known coefficients, drawn by the seed. */
function drawn(rows: number, seed: number) {
  const random = makeRandom(seed);
  const [x, z] = [Array.from({ length: rows }, () => random.normal()), Array.from({ length: rows }, () => random.normal())];
  const codes = Uint8Array.from({ length: rows }, () => random.below(4));
  const outcome = Uint8Array.from(x, (value, row) =>
    Number(random.chance(1 / (1 + Math.exp(-(-0.5 + value - 0.7 * (z[row] as number) + 0.4 * (codes[row] as number)))))),
  );
  return { x, z, codes, outcome };
}

describe("fitLogistic()", () => {
  it("is what statsmodels' Logit gives", () => {
    const fit = fitLogistic({ design: dense(sampleProbabilities.map((p) => Math.log(p / (1 - p)))), outcome: sampleOutcome });
    expect(fit.beta[0]).toBeCloseTo(-0.15359832, 7);
    expect(fit.beta[1]).toBeCloseTo(0.83036631, 7);
    expect(standardErrorAt(fit, 0)).toBeCloseTo(0.36151455, 7);
    expect(standardErrorAt(fit, 1)).toBeCloseTo(0.31259355, 7);
    expect(fit).toMatchObject({ hasConverged: true, isSeparated: false, leftOut: [] });
  });

  it("gives the log odds ratio of a table of two by two, with Woolf's standard error", () => {
    const counts = [
      [30, 10],
      [20, 40],
    ] as const;
    const x = counts.flatMap(([events, others], group) => new Array<number>(events + others).fill(group));
    const outcome = Uint8Array.from(
      counts.flatMap(([events, others]) => [...new Array<number>(events).fill(1), ...new Array<number>(others).fill(0)]),
    );
    const fit = fitLogistic({ design: dense(x), outcome });
    expect(fit.beta[0]).toBeCloseTo(Math.log(3), 10);
    expect(fit.beta[1]).toBeCloseTo(Math.log((20 / 40) * (10 / 30)), 10);
    expect(standardErrorAt(fit, 1)).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 10 + 1 / 20 + 1 / 40), 9);
    expect(fit.nullLogLikelihood).toBeCloseTo(100 * Math.log(0.5), 9);
  });

  it("gives the same for levels as for columns of zeros and ones, dense beside them", () => {
    const { x, codes, outcome } = drawn(700, 3);
    const columns = [1, 2, 3].map((level) => Array.from(codes, (code) => Number(code === level)));
    const asDense = fitLogistic({ design: dense(x, ...columns), outcome });
    const design: Design = { ...dense(x), width: 5, factors: [{ codes, columnOf: Int32Array.of(-1, 2, 3, 4) }] };
    const asLevels = fitLogistic({ design, outcome });
    asDense.beta.forEach((value, column) => expect(asLevels.beta[column]).toBeCloseTo(value, 9));
    asDense.covariance.forEach((value, place) => expect(asLevels.covariance[place]).toBeCloseTo(value, 9));
    expect(asLevels.logLikelihood).toBeCloseTo(asDense.logLikelihood, 8);
  });

  it("does not depend on the order of the rows, and counts doubled rows twice", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
        const { x, z, outcome } = drawn(300, seed);
        const fit = fitLogistic({ design: dense(x, z), outcome });
        const turned = fitLogistic({ design: dense(x.toReversed(), z.toReversed()), outcome: outcome.toReversed() });
        const doubled = fitLogistic({ design: dense([...x, ...x], [...z, ...z]), outcome: Uint8Array.of(...outcome, ...outcome) });
        for (const column of [0, 1, 2]) {
          expect(turned.beta[column]).toBeCloseTo(fit.beta[column] as number, 8);
          expect(doubled.beta[column]).toBeCloseTo(fit.beta[column] as number, 8);
          expect(standardErrorAt(doubled, column)).toBeCloseTo(standardErrorAt(fit, column) / Math.SQRT2, 8);
        }
      }),
      { numRuns: 20 },
    ));

  it("rescales with the unit of a column, and turns its sign with the outcome", () => {
    const { x, z, outcome } = drawn(400, 8);
    const fit = fitLogistic({ design: dense(x, z), outcome });
    const other = fitLogistic({
      design: dense(
        x.map((value) => value * 1000),
        z,
      ),
      outcome: outcome.map((one) => 1 - one),
    });
    expect((other.beta[1] as number) * 1000).toBeCloseTo(-(fit.beta[1] as number), 8);
    expect(other.logLikelihood).toBeCloseTo(fit.logLikelihood, 8);
  });

  it("learns from the rows that take part only", () => {
    const { x, z, outcome } = drawn(600, 5);
    const include = Uint8Array.from(x, (_, row) => Number(row % 3 !== 0));
    const taken = x.map((_, row) => row).filter((row) => row % 3 !== 0);
    const masked = fitLogistic({ design: dense(x, z), outcome, include });
    const apart = fitLogistic({
      design: dense(
        taken.map((row) => x[row] as number),
        taken.map((row) => z[row] as number),
      ),
      outcome: Uint8Array.from(taken, (row) => outcome[row] as number),
    });
    apart.beta.forEach((value, column) => expect(masked.beta[column]).toBeCloseTo(value, 8));
    expect(masked.logLikelihood).toBeCloseTo(apart.logLikelihood, 8);
  });

  it("starts many rows from a part of them and ends where all of them lead", () => {
    const { x, z, codes, outcome } = drawn(70_000, 6);
    const design: Design = { ...dense(x, z), width: 6, factors: [{ codes, columnOf: Int32Array.of(-1, 3, 4, 5) }] };
    const fit = fitLogistic({ design, outcome });
    const fromZero = fitLogistic({ design, outcome }, { start: new Float64Array(6) });
    fromZero.beta.forEach((value, column) => expect(fit.beta[column]).toBeCloseTo(value, 7));
    expect(fit.hasConverged).toBe(true);
    expect(fit.logLikelihood).toBeCloseTo(fromZero.logLikelihood, 6);
  });

  it("leaves out constant and collinear columns, the later ones", () => {
    const { x, z, outcome } = drawn(300, 9);
    const sum = x.map((value, row) => value + 2 * (z[row] as number) + 5);
    const fit = fitLogistic({ design: dense(x, new Array<number>(300).fill(7), z, sum), outcome });
    expect(fit.leftOut).toEqual([2, 4]);
    expect(fit.beta[4]).toBe(0);
    expect(standardErrorAt(fit, 4)).toBeNaN();
    expect(fit.beta[1]).toBeCloseTo(fitLogistic({ design: dense(x, z), outcome }).beta[1] as number, 8);
  });

  it("says how much neighbours inflate a variance", () => {
    const { x, z, outcome } = drawn(2000, 9);
    const near = x.map((value, row) => value + 0.05 * (z[row] as number));
    const fit = fitLogistic({ design: dense(x, near), outcome });
    expect(fit.inflation[1]).toBeGreaterThan(200);
    expect(fitLogistic({ design: dense(x, z), outcome }).inflation[1]).toBeLessThan(2);
  });

  it("notices when a column tells the outcome of all rows, or of one level", () => {
    const x = Array.from({ length: 60 }, (_, row) => row);
    const all = Uint8Array.from(x, (row) => Number(row >= 30));
    expect(fitLogistic({ design: dense(x.map((row) => row / 20)), outcome: all })).toMatchObject({
      isSeparated: true,
      hasConverged: false,
    });
    const level = Uint8Array.from(x, (row) => Number(row < 15));
    const design: Design = { rows: 60, width: 2, dense: [], factors: [{ codes: level, columnOf: Int32Array.of(-1, 1) }] };
    const some = Uint8Array.from(x, (row) => Number(row >= 15 && row % 2 === 0));
    expect(fitLogistic({ design, outcome: some })).toMatchObject({ isSeparated: true });
    const penalised = fitLogistic({ design, outcome: some }, { ridge: 1 });
    expect(penalised).toMatchObject({ isSeparated: false, hasConverged: true });
    expect(penalised.beta[1]).toBeLessThan(-1);
    expect(penalised.beta[1]).toBeGreaterThan(-6);
  });

  it("finds the ridge solution where the slope of the penalised likelihood is zero", () => {
    const { x, z, outcome } = drawn(400, 12);
    const design = dense(x, z);
    const { beta } = fitLogistic({ design, outcome }, { ridge: 5 });
    const residual = linearPredictor(design, beta).map((eta, row) => (outcome[row] as number) - 1 / (1 + Math.exp(-eta)));
    const slope = (values: readonly number[]) => values.reduce((sum, value, row) => sum + value * (residual[row] as number), 0);
    expect(slope(new Array<number>(400).fill(1))).toBeCloseTo(0, 6);
    expect(slope(x) - 5 * (beta[1] as number)).toBeCloseTo(0, 6);
    expect(slope(z) - 5 * (beta[2] as number)).toBeCloseTo(0, 6);
  });

  it("stays at the base rate without columns", () => {
    const fit = fitLogistic({ design: { rows: 4, width: 1, dense: [], factors: [] }, outcome: Uint8Array.of(1, 0, 0, 0) });
    expect(fit.beta[0]).toBeCloseTo(Math.log(1 / 3), 7);
  });
});
