import { describe, expect, it } from "vitest";
import { gaussLegendre } from "./gauss-legendre.js";

describe("gaussLegendre()", () => {
  it("gives NumPy's leggauss(5)", () => {
    const nodes = [...gaussLegendre(5)].sort((one, other) => one.at - other.at);
    [-0.90617985, -0.53846931, 0, 0.53846931, 0.90617985].forEach((at, index) => expect(nodes[index]?.at).toBeCloseTo(at, 8));
    [0.23692689, 0.47862867, 0.56888889, 0.47862867, 0.23692689].forEach((weight, index) =>
      expect(nodes[index]?.weight).toBeCloseTo(weight, 8),
    );
  });

  it.each([2, 7, 64, 96])("integrates powers below twice its degree (%d) without error", (degree) => {
    for (const power of [0, 2, 2 * degree - 2]) {
      const integral = gaussLegendre(degree).reduce((total, { at, weight }) => total + weight * at ** power, 0);
      expect(integral).toBeCloseTo(2 / (power + 1), 12);
    }
  });
});
