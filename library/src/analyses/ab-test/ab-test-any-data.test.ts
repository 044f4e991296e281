import { describe, expect, it } from "vitest";
import { DataError } from "../../data-error.js";
import { languages } from "../../language/language.js";
import { makeRandom, type Random } from "../../teaching/random.js";
import { runTest, type AbTestOptions, type UnitRow } from "../../testing/ab-test-rows.js";

const values: readonly ((random: Random) => unknown)[] = [
  () => 0,
  () => 1,
  (random) => random.normal() * 10,
  (random) => random.below(2),
  (random) => (random.chance(0.5) ? null : random.below(5)),
  (random) => -random.below(3),
  (random) => random.pick([1e9, 1e9 + 1, 0.1]),
  (random) => random.pick([0, 0, 0, 1e12]),
];

function anyRows(random: Random): UnitRow[] {
  const arms = random.pick<readonly unknown[]>([
    ["A", "B"],
    ["A", "B", "C"],
    ["control", "t1", null],
    ["A", "b", "B ", " "],
  ]);
  const value = random.pick(values);
  const count = random.pick([2, 3, 5, 20, 60, 300]);
  return Array.from({ length: count }, (_, index) => ({
    arm: random.pick(arms),
    id: random.pick([`u${index}`, `u${index >> 1}`, `u${random.below(count)}`]),
    value: value(random),
    below: random.chance(0.2) ? 0 : random.below(4),
    before: random.chance(0.1) ? null : random.normal(),
    place: random.pick(["north", "south", null, ""]),
    when: random.chance(0.05) ? null : new Date(Date.UTC(2024, 0, 1 + random.below(20))),
    yes: random.chance(0.3),
    word: random.pick(["yes", "no", null]),
  }));
}

const metrics: readonly unknown[] = [
  ["value"],
  ["value", "yes"],
  ["word"],
  [{ column: "value", denominator: "below" }],
  [{ column: "value", quantile: 0.5 }],
  [{ column: "value", denominator: "below", covariate: "before", denominatorCovariate: "below" }],
  ["value", { column: "yes", covariate: "before" }],
];

function anyOptions(random: Random): AbTestOptions {
  const some = (options: AbTestOptions): AbTestOptions => (random.chance(0.3) ? options : {});
  return {
    metrics: random.pick(metrics),
    ...some({ customer: "id" }),
    ...some({ date: "when", plannedStart: "2024-01-05" }),
    ...some({ segment: "place" }),
    ...some({ strata: "place" }),
    ...some({ covariate: "before" }),
    ...some({ winsorise: 0.9 }),
    ...some({ sequential: random.pick(["confidence-sequence", "group-sequential"]), looks: 3 }),
    ...some({ sides: "one" }),
    ...some({ scale: "relative" }),
    ...some({ guardrails: ["below"], margin: 0.05 }),
    ...some({ priorDeviation: 0.1 }),
    ...some({ plannedUnits: 100 }),
    ...some({ missing: "zero" }),
    ...some({ control: "A" }),
  };
}

const unshowable = /\bNaN\b|\bundefined\b|\bnull\b|Infinity|\[object|\d\.\d{12,}/;

describe("abTest() on any data", () => {
  it.each(Array.from({ length: 40 }, (_, index) => index + 1))("answers honestly or refuses by name (seed %i)", async (seed) => {
    const random = makeRandom(seed);
    const answer = await runTest(anyRows(random), anyOptions(random)).catch((reason: unknown) => {
      if (reason instanceof DataError) return reason;
      throw reason;
    });
    if (answer instanceof DataError) {
      expect(answer.code).not.toBe("query-failed");
      for (const language of languages) expect(answer.text[language]).not.toMatch(unshowable);
      return;
    }
    expect(JSON.stringify(answer.values)).not.toMatch(/:null|NaN|Infinity/);
    for (const language of languages) {
      const { assumptions, warnings, reading } = answer.toJSON(language);
      for (const told of [...assumptions, ...warnings.map(({ text }) => text), ...reading]) expect(told).not.toMatch(unshowable);
    }
    for (const { p, absolute, units } of answer.values.metrics.flatMap(({ comparisons }) => comparisons)) {
      if (p === undefined) continue;
      expect(p).toBeGreaterThanOrEqual(0);
      expect(p).toBeLessThanOrEqual(1);
      expect(Math.min(units.arm, units.control)).toBeGreaterThan(0);
      if (absolute) expect(absolute.interval[0]).toBeLessThanOrEqual(absolute.interval[1]);
    }
  });
});
