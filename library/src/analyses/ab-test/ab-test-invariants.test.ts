import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparisonOf, runTest, type UnitRow } from "../../testing/ab-test-rows.js";

/** Between 60 and 120 units with an arm, a yes or no, an amount and a segment. */
const unit = fc.record({
  arm: fc.constantFrom("A", "B"),
  bought: fc.boolean(),
  spent: fc.integer({ min: 0, max: 10_000 }).map((cents) => cents / 100),
  place: fc.constantFrom("north", "south"),
});
const units = fc
  .array(unit, { minLength: 60, maxLength: 120 })
  .filter((rows) => ["A", "B"].every((arm) => rows.filter((row) => row.arm === arm).length > 5)) as fc.Arbitrary<UnitRow[]>;

const options = { metrics: ["bought", "spent"], control: "A" };
const few = { numRuns: 12, seed: 4 };

describe("abTest() whatever the data", () => {
  it("does not mind the order of the rows", () =>
    fc.assert(
      fc.asyncProperty(units, async (rows) => {
        const [one, other] = [await runTest(rows, options), await runTest(rows.toReversed(), options)];
        expect(other.values).toEqual(one.values);
      }),
      few,
    ));

  it("turns the sign when the arms change places", () =>
    fc.assert(
      fc.asyncProperty(units, async (rows) => {
        const [one, other] = [await runTest(rows, options), await runTest(rows, { ...options, control: "B" })];
        for (const metric of [0, 1]) {
          const [found, turned] = [comparisonOf(one, metric), comparisonOf(other, metric)];
          expect(turned.p).toBeCloseTo(found.p ?? Number.NaN, 9);
          expect(turned.absolute?.value).toBeCloseTo(-(found.absolute?.value ?? Number.NaN), 9);
          expect(turned.absolute?.interval[0]).toBeCloseTo(-(found.absolute?.interval[1] ?? Number.NaN), 9);
        }
      }),
      few,
    ));

  it("keeps relative lifts and p-values when the unit of an amount changes", () =>
    fc.assert(
      fc.asyncProperty(units, async (rows) => {
        const cents = rows.map((row) => ({ ...row, spent: Number(row["spent"]) * 100 }));
        const [one, other] = [comparisonOf(await runTest(rows, options), 1), comparisonOf(await runTest(cents, options), 1)];
        expect(other.p).toBeCloseTo(one.p ?? Number.NaN, 8);
        expect(other.relative?.value).toBeCloseTo(one.relative?.value ?? Number.NaN, 8);
        expect(other.absolute?.value).toBeCloseTo(100 * (one.absolute?.value ?? Number.NaN), 5);
      }),
      few,
    ));

  it("has segments that add up to the whole", () =>
    fc.assert(
      fc.asyncProperty(units, async (rows) => {
        const { values } = await runTest(rows, { ...options, segment: "place" });
        const own = values.segments?.effects.filter(({ metric }) => metric === "bought") ?? [];
        expect(own.reduce((sum, one) => sum + one.units.control, 0)).toBe(values.arms[0]?.units);
        expect(own.reduce((sum, one) => sum + one.units.arm, 0)).toBe(values.arms[1]?.units);
        const conversions = own.reduce((sum, one) => sum + one.units.arm * (one.levels.arm ?? 0), 0);
        expect(conversions).toBeCloseTo(values.metrics[0]?.levels[1]?.conversions ?? Number.NaN, 6);
      }),
      few,
    ));

  it("finds a segment that is there twice to have the same effect both times", () =>
    fc.assert(
      fc.asyncProperty(units, async (rows) => {
        const twice = ["north", "south"].flatMap((place) => rows.map((row) => ({ ...row, place })));
        const { segments } = (await runTest(twice, { ...options, segment: "place" })).values;
        for (const metric of ["bought", "spent"]) {
          const [north, south] = segments?.effects.filter((one) => one.metric === metric) ?? [];
          expect(north?.absolute).toEqual(south?.absolute);
          const test = segments?.tests.find((one) => one.metric === metric);
          expect(test?.interaction?.statistic ?? 0).toBeCloseTo(0, 9);
          expect(test?.standardised).toBeCloseTo(test?.plain ?? Number.NaN, 9);
        }
      }),
      few,
    ));

  it("says the same of a summary as of the units it sums up", () =>
    fc.assert(
      fc.asyncProperty(units, async (rows) => {
        const summary = ["A", "B"].map((arm) => {
          const own = rows.filter((row) => row.arm === arm).map((row) => Number(row["spent"]));
          return {
            arm,
            users: own.length,
            conversions: rows.filter((row) => row.arm === arm && row["bought"] === true).length,
            sum: own.reduce((total, value) => total + value, 0),
            sum_squares: own.reduce((total, value) => total + value * value, 0),
          };
        });
        const [from, of] = [await runTest(summary, { control: "A" }), await runTest(rows, options)];
        for (const metric of [0, 1]) {
          expect(comparisonOf(from, metric).absolute?.value).toBeCloseTo(comparisonOf(of, metric).absolute?.value ?? Number.NaN, 7);
          expect(comparisonOf(from, metric).p).toBeCloseTo(comparisonOf(of, metric).p ?? Number.NaN, 7);
        }
      }),
      few,
    ));
});
