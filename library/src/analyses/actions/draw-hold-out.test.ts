import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawHoldOut, holdOutSize } from "./draw-hold-out.js";

describe("holdOutSize()", () => {
  it.each([
    [100, 0.1, 10],
    [104, 0.1, 10],
    [105, 0.1, 11],
    [3, 0.1, 0],
    [1, 0.5, 0],
    [0, 0.5, 0],
    [1000, 0, 0],
  ])("of %d customers at %d is %d", (customers, share, size) => expect(holdOutSize(customers, share)).toBe(size));
});

describe("drawHoldOut()", () => {
  it("draws as many as wanted, of the positions there are, the same ones for the same seed", () =>
    fc.assert(
      fc.property(fc.nat(2000), fc.double({ min: 0, max: 0.5, noNaN: true }), fc.nat(), (size, share, seed) => {
        const drawn = drawHoldOut(size, share, seed);
        expect(drawn.size).toBe(holdOutSize(size, share));
        for (const position of drawn) expect(position).toBeLessThan(size);
        expect([...drawHoldOut(size, share, seed)]).toEqual([...drawn]);
      }),
    ));

  it("gives every position the same chance", () => {
    const draws = 4000;
    const counts = Array.from({ length: 20 }, () => 0);
    for (let seed = 0; seed < draws; seed += 1)
      for (const position of drawHoldOut(20, 0.25, seed)) counts[position] = (counts[position] ?? 0) + 1;
    const expected = draws / 4;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / (expected * 0.75), 0) * (19 / 20);
    expect(chiSquare).toBeLessThan(43.8); // 0.1 % point of χ² with 19 degrees of freedom
  });

  it("draws others with another seed", () => expect([...drawHoldOut(1000, 0.1, 1)]).not.toEqual([...drawHoldOut(1000, 0.1, 2)]));
});
