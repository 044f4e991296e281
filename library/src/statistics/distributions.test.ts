import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as distributions from "./distributions.js";
import {
  betaCdf,
  betaQuantile,
  betaUpper,
  binomialCdf,
  chiSquareQuantile,
  chiSquareUpper,
  fUpper,
  gammaCdf,
  gammaQuantile,
  gammaUpper,
  normalCdf,
  normalUpper,
  studentCdf,
  studentQuantile,
  studentUpper,
} from "./distributions.js";
import { normalQuantile } from "./normal-quantile.js";

type Name = keyof typeof distributions;

/** SciPy 1.17.1: `norm`, `t`, `chi2`, `f`, `beta`, `binom` (`cdf`, `sf`, `ppf`) and `special.gammainc`, `gammaln`. */
const scipy: readonly (readonly [name: Name, parameters: readonly number[], expected: number])[] = [
  ["normalCdf", [-37.0], 5.7255712225239266e-300],
  ["normalCdf", [-8.0], 6.22096057427174e-16],
  ["normalCdf", [-1.96], 0.024997895148220435],
  ["normalCdf", [0.0], 0.5],
  ["normalCdf", [1.0], 0.8413447460685429],
  ["normalCdf", [8.0], 0.9999999999999993],
  ["normalUpper", [-8.0], 0.9999999999999993],
  ["normalUpper", [1.96], 0.024997895148220435],
  ["normalUpper", [20.0], 2.7536241186061556e-89],
  ["normalUpper", [37.0], 5.7255712225239266e-300],
  ["studentUpper", [1.96, 1], 0.15017144588801656],
  ["studentUpper", [63.65674116287158, 1], 0.005],
  ["studentUpper", [1000000.0, 1], 3.1830988618368455e-7],
  ["studentUpper", [2.5, 29.7], 0.009088495042575742],
  ["studentUpper", [-2.5, 29.7], 0.9909115049574243],
  ["studentUpper", [38.0, 100], 1.5195158191964586e-61],
  ["studentUpper", [0.001, 1000000000.0], 0.4996010577861887],
  ["studentUpper", [1.96, 1000000000.0], 0.024997895286864812],
  ["studentUpper", [10.0, 1000000000.0], 7.619872453045552e-24],
  ["studentUpper", [5.0, 1000000000000.0], 2.866515719275125e-7],
  ["studentQuantile", [0.975, 1], 12.706204736174694],
  ["studentQuantile", [0.975, 2.5], 3.5746548420036817],
  ["studentQuantile", [0.975, 30], 2.0422724563012378],
  ["studentQuantile", [0.975, 1000000000.0], 1.959963986912325],
  ["studentQuantile", [1e-100, 3], -2.225769823822442e33],
  ["studentQuantile", [0.2, 100000.0], -0.8416248279969006],
  ["chiSquareUpper", [3.841458820694124, 1], 0.04999999999999989],
  ["chiSquareUpper", [1e-10, 1], 0.9999920211543921],
  ["chiSquareUpper", [1400, 1], 2.1010145162644003e-306],
  ["chiSquareUpper", [100, 100], 0.48119168452795674],
  ["chiSquareUpper", [100000.0, 100000.0], 0.4994052918952067],
  ["chiSquareUpper", [110000.0, 100000.0], 2.5841772471794118e-104],
  ["chiSquareUpper", [10000000.0, 10000000.0], 0.4999405291960622],
  ["chiSquareQuantile", [1e-20, 0.5], 1.3499395786223404e-80],
  ["chiSquareQuantile", [1e-10, 1], 1.570796326794896e-20],
  ["chiSquareQuantile", [0.025, 10], 3.2469727802368413],
  ["chiSquareQuantile", [0.5, 100000.0], 99999.33333412347],
  ["chiSquareQuantile", [0.999, 100000.0], 101387.69553252945],
  ["chiSquareQuantile", [0.95, 3], 7.814727903251179],
  ["chiSquareQuantile", [0.975, 10000000.0], 10008767.119557811],
  ["fUpper", [4.0, 1, 10], 0.07338803477074037],
  ["fUpper", [0.001, 0.5, 10000000.0], 0.8612790045672515],
  ["fUpper", [1000.0, 2, 0.5], 0.12573548523709016],
  ["fUpper", [1.5, 100, 100000.0], 0.0009104310298528031],
  ["betaCdf", [0.5, 0.5, 0.5], 0.5000000000000001],
  ["betaCdf", [1e-12, 0.01, 3], 0.7699941675333576],
  ["betaCdf", [0.3, 5, 20], 0.8889247767390779],
  ["betaCdf", [0.4995, 10000000.0, 10000000.0], 3.872088978270326e-6],
  ["betaCdf", [0.001, 100000.0, 10000000.0], 0.0],
  ["betaQuantile", [0.025, 51, 51], 0.40364306750950685],
  ["betaQuantile", [0.5, 0.5, 3], 0.07903276707617297],
  ["betaQuantile", [1e-12, 5, 20], 0.0004731128649914282],
  ["betaQuantile", [0.99999, 100000.0, 10000000.0], 0.010034416180814295],
  ["gammaCdf", [1e-6, 0.01], 0.8759337598323527],
  ["gammaCdf", [100, 100], 0.5132987982791487],
  ["gammaCdf", [10000.0, 10000.0], 0.5013298083399552],
  ["gammaCdf", [1000000.0, 1000000.0], 0.5001329807608725],
  ["gammaCdf", [0.002, 2], 1.9973353322671108e-6],
  ["binomialCdf", [0, 1000, 0.5], 9.332636185032189e-302],
  ["binomialCdf", [1, 100, 0.999], 9.990100000000879e-296],
  ["binomialCdf", [500, 1000, 0.5], 0.5126125090891802],
  ["binomialCdf", [99600, 10000000, 0.01], 0.10203997282869989],
  ["binomialCdf", [3, 10, 0.3], 0.6496107184000002],
  ["logGamma", [1e-10], 23.025850929882733],
  ["logGamma", [0.5], 0.5723649429247],
  ["logGamma", [100.5], 361.43554046777757],
  ["logGamma", [10000000000.0], 220258509288.81058],
];

/** Where SciPy itself is wrong: 60 digits of decimal arithmetic, and the first term of the series. */
const exact: typeof scipy = [
  ["gammaCdf", [9971577.524441743 / 2, 5e6], 9.99999999902095e-11],
  ["gammaCdf", [9971578.886896035 / 2, 5e6], 1.001989480524338e-10],
  ["betaQuantile", [1e-12, 0.5, 3], 2.844444444444e-25],
];

const call = (name: Name, parameters: readonly number[]) => (distributions[name] as (...values: number[]) => number)(...parameters);
const share = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
const shape = fc.double({ min: 0.1, max: 1e5, noNaN: true });
const z = fc.double({ min: -30, max: 30, noNaN: true });

describe("distributions", () => {
  it.each([...scipy, ...exact])("%s(%j) is %d", (name, parameters, expected) => {
    const found = call(name, parameters);
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(2e-9 * Math.abs(expected));
  });

  it("split everything into what lies below and what lies above", () => {
    fc.assert(
      fc.property(z, share, shape, shape, (place, part, one, other) => {
        expect(normalCdf(place) + normalUpper(place)).toBeCloseTo(1, 12);
        expect(studentCdf(place, one) + studentUpper(place, one)).toBeCloseTo(1, 12);
        expect(betaCdf(part, one, other) + betaUpper(part, one, other)).toBeCloseTo(1, 11);
        expect(gammaCdf(one * part * 2, one) + gammaUpper(one * part * 2, one)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("are undone by their quantiles", () => {
    fc.assert(
      fc.property(share, shape, fc.double({ min: 0.5, max: 1e4, noNaN: true }), (part, one, other) => {
        expect(Math.abs(studentCdf(studentQuantile(part, one), one) / part - 1)).toBeLessThan(1e-7);
        expect(Math.abs(1 - chiSquareUpper(chiSquareQuantile(part, one), one) - part)).toBeLessThan(1e-9);
        expect(Math.abs(gammaCdf(gammaQuantile(part, other), other) - part)).toBeLessThan(1e-9);
        expect(Math.abs(betaCdf(betaQuantile(part, other, other), other, other) - part)).toBeLessThan(1e-8);
      }),
    );
  });

  it("agree where one is a case of another", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 30, noNaN: true }), fc.double({ min: 0.5, max: 1e7, noNaN: true }), (t, degrees) => {
        expect(Math.abs(fUpper(t * t, 1, degrees) / (2 * studentUpper(t, degrees)) - 1)).toBeLessThan(1e-9);
        expect(Math.abs(chiSquareUpper(t * t, 1) / (2 * normalUpper(t)) - 1)).toBeLessThan(1e-9);
        expect(studentUpper(t, Infinity)).toBe(normalUpper(t));
      }),
    );
  });

  it("count binomial outcomes as their sum does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (trials, rate) => {
        let [chance, total] = [(1 - rate) ** trials, 0];
        for (let successes = 0; successes <= trials; successes += 1) {
          total += chance;
          expect(binomialCdf(successes, trials, rate)).toBeCloseTo(total, 10);
          chance *= ((trials - successes) / (successes + 1)) * (rate / (1 - rate));
        }
      }),
    );
  });

  it.each([
    [chiSquareUpper(0, 3), 1],
    [chiSquareUpper(-1, 3), 1],
    [fUpper(0, 1, 1), 1],
    [gammaCdf(-1, 2), 0],
    [gammaQuantile(0, 2), 0],
    [gammaQuantile(1, 2), Infinity],
    [betaCdf(0, 1, 1), 0],
    [betaCdf(1, 1, 1), 1],
    [betaUpper(1, 1, 1), 0],
    [binomialCdf(-1, 5, 0.5), 0],
    [binomialCdf(5, 5, 0.5), 1],
    [normalCdf(-40), 0],
    [studentQuantile(0.5, 1), 0],
    [studentQuantile(0.975, Infinity), normalQuantile(0.975)],
  ])("stay within their range at its ends: %d is %d", (found, expected) => expect(found).toBe(expected));
});
