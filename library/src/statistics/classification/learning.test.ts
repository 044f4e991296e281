import { describe, expect, it } from "vitest";
import { makeRandom } from "../../teaching/random.js";
import { numberFeature, type Feature } from "../regression/feature.js";
import { areaUnderCurve } from "./auc.js";
import { boostedProbabilities, boostingDefaults } from "./boosting.js";
import { drawRows } from "./boosting-bins.js";
import { stratifiedFolds } from "./folds.js";
import { baseRateLearner, outOfFold } from "./out-of-fold.js";
import { stabilityIndex } from "./stability-index.js";

const random = makeRandom(4);
const rows = 1200;
const x = Float64Array.from({ length: rows }, () => random.normal());
const y = Float64Array.from({ length: rows }, () => random.normal());
const colour = Uint8Array.from({ length: rows }, () => 1 + random.below(3));
const features: Feature[] = [
  numberFeature("x", x),
  numberFeature(
    "y",
    y.map((value, row) => (row % 11 === 0 ? Number.NaN : value)),
  ),
  { kind: "category", name: "colour", codes: colour, levels: ["red", "green", "blue"] },
];
/** Only together do x and y matter, which a plain logistic regression cannot see. */
const together = Uint8Array.from({ length: rows }, (_, row) =>
  Number(random.chance((x[row] as number) * (y[row] as number) > 0 ? 0.8 : 0.2)),
);

describe("boostedProbabilities()", () => {
  const foldOf = stratifiedFolds(together, { folds: 4, seed: 1 });
  const learn = (include: Uint8Array) => boostedProbabilities({ features, outcome: together, include });

  it("finds what two columns say together only", () => expect(areaUnderCurve(outOfFold(foldOf, learn), together)).toBeGreaterThan(0.7));

  it("finds nothing where there is nothing", () => {
    const chance = Uint8Array.from({ length: rows }, () => Number(random.chance(0.4)));
    const found = outOfFold(foldOf, (include) => boostedProbabilities({ features, outcome: chance, include }));
    expect(Math.abs(areaUnderCurve(found, chance) - 0.5)).toBeLessThan(0.06);
  });

  it("tells levels apart, and gives the same for the same seed", () => {
    const byColour = Uint8Array.from(colour, (code) => Number(code === 2));
    const include = new Uint8Array(rows).fill(1).fill(0, 0, 300);
    const options = { ...boostingDefaults, mostRows: 400, seed: 3 };
    const found = boostedProbabilities({ features, outcome: byColour, include }, options);
    for (let row = 0; row < 300; row += 1) expect((found[row] as number) > 0.5).toBe(byColour[row] === 1);
    expect(boostedProbabilities({ features, outcome: byColour, include }, options)).toEqual(found);
  });

  it("gives the base rate when every column is constant", () => {
    const flat = [numberFeature("flat", new Float64Array(rows).fill(3))];
    const include = new Uint8Array(rows).fill(1).fill(0, 0, 10);
    const [first] = boostedProbabilities({ features: flat, outcome: together, include });
    expect(first).toBeCloseTo(together.subarray(10).reduce((sum, one) => sum + one, 0) / (rows - 10), 2);
  });
});

describe("stratifiedFolds()", () => {
  it("gives every fold nearly the same share of events, by the seed alone", () => {
    const foldOf = stratifiedFolds(together, { folds: 5, seed: 9 });
    const counts = [0, 1, 2, 3, 4].map((fold) => foldOf.reduce((sum, one, row) => sum + (one === fold ? (together[row] as number) : 0), 0));
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(stratifiedFolds(together, { folds: 5, seed: 9 })).toEqual(foldOf);
    expect(stratifiedFolds(together, { folds: 5, seed: 10 })).not.toEqual(foldOf);
  });

  it("keeps the rows of a group together", () => {
    const groups = Uint32Array.from({ length: rows }, (_, row) => Math.floor(row / 3));
    const foldOf = stratifiedFolds(together, { folds: 5, seed: 1, groups });
    for (let row = 0; row < rows; row += 3) expect(new Set(foldOf.subarray(row, row + 3)).size).toBe(1);
  });
});

describe("outOfFold()", () => {
  it("asks for each row a model that has not seen it", () => {
    const foldOf = Uint8Array.from({ length: 10 }, (_, row) => row % 3);
    const seen = outOfFold(foldOf, (include) => Float64Array.from(include));
    expect([...seen]).toEqual(new Array(10).fill(0));
  });

  it("knows the base rate of the others", () => {
    const outcome = Uint8Array.of(1, 1, 0, 0);
    expect([...outOfFold(Uint8Array.of(0, 1, 0, 1), baseRateLearner(outcome))]).toEqual([0.5, 0.5, 0.5, 0.5]);
  });
});

describe("drawRows()", () => {
  it("takes all when there are few, else as many as asked, ascending and by the seed", () => {
    const include = Uint8Array.from({ length: 100 }, (_, row) => row % 2);
    expect(drawRows(include, 100, 1)).toHaveLength(50);
    const drawn = drawRows(include, 20, 1);
    expect(drawn).toHaveLength(20);
    expect([...drawn]).toEqual([...new Set(drawn)].sort((a, b) => a - b));
    expect(drawn.every((row) => row % 2 === 1)).toBe(true);
    expect(drawRows(include, 20, 2)).not.toEqual(drawn);
  });
});

describe("stabilityIndex()", () => {
  it("is near 0 for the same distribution and large for another", () => {
    const other = numberFeature(
      "x",
      Float64Array.from({ length: rows }, () => random.normal()),
    );
    expect(stabilityIndex(numberFeature("x", x), other)).toBeLessThan(0.05);
    expect(
      stabilityIndex(
        numberFeature("x", x),
        numberFeature(
          "x",
          other.values.map((value) => value + 1.5),
        ),
      ),
    ).toBeGreaterThan(0.25);
  });

  it("sees levels move, and values that come to be missing", () => {
    const level = (code: number): Feature => ({ kind: "category", name: "c", codes: new Uint8Array(500).fill(code), levels: ["a", "b"] });
    expect(stabilityIndex(level(1), level(1))).toBeCloseTo(0, 12);
    expect(stabilityIndex(level(1), level(2))).toBeGreaterThan(1);
    expect(stabilityIndex(numberFeature("x", x), numberFeature("x", new Float64Array(500).fill(Number.NaN)))).toBeGreaterThan(1);
  });
});
