import { describe, expect, it } from "vitest";
import { sampleOutcome, sampleProbabilities, sampleScores } from "../../testing/scored-sample.js";
import { calibrate } from "./calibration.js";
import { gainCurve, rankedGroups, rocCurve } from "./groups.js";
import { averagePrecision, brierOf, logLossOf, meanLoss, skill } from "./losses.js";
import { profitByShare } from "./profit.js";
import { eventsWithin, rankScores } from "./ranking.js";

const ranking = rankScores(sampleScores, sampleOutcome);

describe("losses", () => {
  it("are what scikit-learn gives", () => {
    expect(averagePrecision(ranking)).toBeCloseTo(0.7148301770850789, 14);
    expect(meanLoss(logLossOf, sampleProbabilities, sampleOutcome)).toBeCloseTo(0.5686234192960284, 14);
    expect(meanLoss(brierOf, sampleProbabilities, sampleOutcome)).toBeCloseTo(0.1945, 14);
  });

  it("have an end for a probability of 0 for what happened", () => expect(logLossOf(0, 1)).toBeCloseTo(34.54, 2));
});

describe("skill()", () => {
  const baseline = new Float64Array(40).fill(0.45);

  it("is 0 with no width for the baseline itself, and above for what is known", () => {
    const none = skill(logLossOf, { probabilities: baseline, baseline, outcome: sampleOutcome });
    expect(none.value).toBeCloseTo(0, 12);
    expect(none.interval[1] - none.interval[0]).toBeCloseTo(0, 12);
    const some = skill(brierOf, { probabilities: sampleProbabilities, baseline, outcome: sampleOutcome });
    expect(some.value).toBeCloseTo(1 - 0.1945 / meanLoss(brierOf, baseline, sampleOutcome), 12);
    expect(some.interval[0]).toBeLessThan(some.value);
  });

  it("is below 0 for what is worse than the baseline", () => {
    const turned = sampleProbabilities.map((one) => 1 - one);
    expect(skill(logLossOf, { probabilities: turned, baseline, outcome: sampleOutcome }).interval[1]).toBeLessThan(0);
  });
});

describe("calibrate()", () => {
  const calibration = calibrate(sampleProbabilities, sampleOutcome);

  it("has the slope and intercept of statsmodels' Logit on the log odds", () => {
    expect(calibration.slope?.value).toBeCloseTo(0.83036631, 7);
    expect(calibration.intercept?.value).toBeCloseTo(-0.15359832, 7);
    const [low, high] = calibration.slope?.interval ?? [0, 0];
    expect((high - low) / 2 / 1.959963984540054).toBeCloseTo(0.31259355, 6);
  });

  it("puts every row in one bin, equal predictions in the same", () => {
    expect(calibration.bins.reduce((sum, { customers }) => sum + customers, 0)).toBe(40);
    expect(calibration.bins.reduce((sum, { events }) => sum + events, 0)).toBe(ranking.events);
    expect(calibrate(new Float64Array(40).fill(0.45), sampleOutcome).bins).toHaveLength(1);
  });

  it("has no slope where all predictions are equal", () => {
    const equal = calibrate(new Float64Array(40).fill(0.45), sampleOutcome);
    expect(equal).not.toHaveProperty("slope");
    expect(equal.expectedError).toBeCloseTo(Math.abs(0.45 - ranking.events / 40), 12);
  });
});

const tenths = Array.from({ length: 10 }, (_, index) => ({ id: String(index + 1), share: 0.1 }));

describe("rankedGroups()", () => {
  it("adds up to all rows and all events", () => {
    const groups = rankedGroups(ranking, tenths);
    expect(groups.reduce((sum, { customers }) => sum + customers, 0)).toBe(40);
    expect(groups.reduce((sum, { events }) => sum + events, 0)).toBeCloseTo(ranking.events, 9);
    expect(groups.at(-1)?.cumulativeGain).toBeCloseTo(1, 12);
    expect(groups[0]).toMatchObject({ id: "1", customers: 4 });
  });

  it("shares ties out: with equal scores every slice has its part of the events", () => {
    const equal = rankScores(new Float64Array(40), sampleOutcome);
    for (const { lift } of rankedGroups(equal, tenths)) expect(lift).toBeCloseTo(1, 9);
  });

  it("leaves out slices that no row falls into", () => {
    expect(rankedGroups(rankScores([0.9, 0.1], Uint8Array.of(1, 0)), tenths).reduce((sum, { customers }) => sum + customers, 0)).toBe(2);
  });
});

describe("curves", () => {
  it("go from nothing to everything and never fall", () => {
    const gain = gainCurve(ranking);
    expect([gain[0], gain.at(-1)]).toEqual([
      { share: 0, gain: 0 },
      { share: 1, gain: 1 },
    ]);
    gain.forEach((point, index) => expect(point.gain).toBeGreaterThanOrEqual(gain[index - 1]?.gain ?? 0));
    expect(rocCurve(ranking).at(-1)).toEqual({ falsePositive: 1, truePositive: 1 });
  });

  it("take their share of a tie", () => expect(eventsWithin(rankScores([1, 1, 1, 1], Uint8Array.of(1, 0, 1, 0)), 2)).toBe(1));
});

describe("profitByShare()", () => {
  const terms = { saveValue: 100, contactCost: 10, contactSuccess: 0.5 };

  it("is best where the running sum of gains and costs is highest", () => {
    const sorted = sampleScores.map((score, row) => ({ score, event: sampleOutcome[row] ?? 0 })).sort((a, b) => b.score - a.score);
    let [sum, best] = [0, 0];
    sorted.forEach(({ score, event }, place) => {
      sum += event * 50 - 10;
      if (score !== sorted[place + 1]?.score) best = Math.max(best, sum);
    });
    const found = profitByShare(ranking, terms);
    expect(found.best.profit).toBeCloseTo(best, 9);
    expect(found.everyone).toBeCloseTo(ranking.events * 50 - 400, 9);
    expect(found.breakEven).toBeCloseTo(0.2, 12);
    expect(found.best.interval[0]).toBeLessThan(found.best.profit);
  });

  it("contacts nobody when no contact pays, and everybody when contacts cost nothing", () => {
    const never = profitByShare(ranking, { ...terms, contactCost: 60 });
    expect(never.best).toMatchObject({ share: 0, contacts: 0, profit: 0, threshold: 1 });
    expect(never).not.toHaveProperty("breakEven");
    expect(profitByShare(ranking, { ...terms, contactCost: 0 }).best.events).toBe(ranking.events);
  });
});
