import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleOutcome, sampleScores } from "../../testing/scored-sample.js";
import { aucDifference, aucWithInterval, areaUnderCurve } from "./auc.js";

/** The definition, pair by pair. */
function byPairs(scores: readonly number[], outcome: Uint8Array): number {
  let [won, pairs] = [0, 0];
  scores.forEach((score, row) =>
    scores.forEach((other, against) => {
      if (outcome[row] !== 1 || outcome[against] !== 0) return;
      pairs += 1;
      won += Number(score > other) + Number(score === other) / 2;
    }),
  );
  return won / pairs;
}

/** The variance of DeLong, from the definition: spread of the placements of either kind. */
function deLongVariance(scores: readonly number[], outcome: Uint8Array): number {
  const ofKind = (kind: number) => scores.filter((_, row) => outcome[row] === kind);
  const [events, others] = [ofKind(1), ofKind(0)];
  const placed = (values: readonly number[], against: readonly number[]) =>
    values.map((value) => against.reduce((sum, other) => sum + Number(value > other) + Number(value === other) / 2, 0) / against.length);
  const variance = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  };
  return variance(placed(events, others)) / events.length + variance(placed(others, events)) / others.length;
}

const scored = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()), { minLength: 4, maxLength: 60 })
  .filter((rows) => rows.filter(([, is]) => is).length > 1 && rows.filter(([, is]) => !is).length > 1)
  .map((rows) => ({ scores: rows.map(([score]) => score / 7), outcome: Uint8Array.from(rows, ([, is]) => Number(is)) }));

describe("areaUnderCurve()", () => {
  it("is what scikit-learn's roc_auc_score gives, ties and all", () => {
    expect(areaUnderCurve(sampleScores, sampleOutcome)).toBeCloseTo(0.7689393939393939, 14);
  });

  it("counts pairs, whatever the scores", () =>
    fc.assert(
      fc.property(scored, ({ scores, outcome }) => {
        expect(areaUnderCurve(scores, outcome)).toBeCloseTo(byPairs(scores, outcome), 12);
      }),
    ));

  it("is 1 when every event is above, 0.5 when all scores are equal", () => {
    expect(areaUnderCurve([1, 2, 3], Uint8Array.of(0, 0, 1))).toBe(1);
    expect(areaUnderCurve([1, 1, 1], Uint8Array.of(0, 1, 1))).toBe(0.5);
  });

  it("cannot be known without events", () => expect(areaUnderCurve([1, 2], Uint8Array.of(0, 0))).toBeNaN());
});

describe("aucWithInterval()", () => {
  it("has DeLong's standard error on the log-odds scale", () =>
    fc.assert(
      fc.property(scored, ({ scores, outcome }) => {
        const { value, interval } = aucWithInterval(scores, outcome);
        const variance = deLongVariance(scores, outcome);
        if (value <= 0 || value >= 1 || variance === 0) {
          expect(interval).toEqual([value, value]);
          return;
        }
        const logit = (share: number) => Math.log(share / (1 - share));
        const reach = (logit(interval[1]) - logit(interval[0])) / 2 / 1.959963984540054;
        expect(reach * value * (1 - value)).toBeCloseTo(Math.sqrt(variance), 9);
      }),
    ));

  it("says that nothing is known from one event", () => {
    expect(aucWithInterval([1, 2, 3], Uint8Array.of(0, 1, 0)).interval).toEqual([0, 1]);
  });
});

describe("aucDifference()", () => {
  it("turns its sign when the scores change places, and is nothing for the same scores", () => {
    const other = sampleScores.map((score, row) => score + ((row * 7) % 5) / 10);
    const there = aucDifference(sampleScores, other, sampleOutcome);
    const back = aucDifference(other, sampleScores, sampleOutcome);
    expect(back.value).toBeCloseTo(-there.value, 12);
    expect(back.p).toBeCloseTo(there.p, 12);
    expect(there.interval[0]).toBeLessThan(there.value);
    expect(aucDifference(sampleScores, sampleScores, sampleOutcome)).toEqual({ value: 0, interval: [0, 0], p: 1, n: 40 });
  });
});
