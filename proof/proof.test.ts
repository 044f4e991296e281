import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compare, type Compared, type Figure } from "./figure.js";
import { sections } from "./figures/index.js";
import { proofPage } from "./page.js";
import { canCompute } from "./prove.js";

const computed = new Map<Figure, Compared>();

describe.each(Object.entries(sections))("published figures of %s", (_, figures) => {
  for (const figure of figures) {
    it.skipIf(!canCompute(figure))(figure.name, async () => {
      const compared = await compare(figure);
      computed.set(figure, compared);
      expect(compared.isWithin, `ours ${compared.ours.join(", ")}; expected ${String(figure.expected)}; ${figure.source}`).toBe(true);
    });
  }
});

const all = Object.values(sections).flat();

describe("docs/proof.md", () => {
  it.skipIf(!all.every(canCompute))("is what the figures give now", () => {
    const compared = new Map(
      Object.entries(sections).map(([analysis, figures]) => [analysis, figures.flatMap((figure) => computed.get(figure) ?? [])]),
    );
    expect(`${proofPage(compared, [])}\n`).toBe(readFileSync(new URL("../docs/proof.md", import.meta.url), "utf8"));
  });
});

describe("compare()", () => {
  const figure = (ours: number | readonly number[], expected: number | readonly number[], tolerance = 0.01): Figure => ({
    name: "",
    source: "",
    expected,
    tolerance,
    ours: () => ours,
  });

  it.each([
    [figure([1, 2.005], [1, 2]), true],
    [figure([1, 2.02], [1, 2]), false],
    [figure([1], [1, 2]), false],
    [figure(Number.NaN, 1), false],
    [figure(3, 3, 0), true],
  ])("holds ours to the tolerance, element by element (%#)", async (one, isWithin) => {
    expect((await compare(one)).isWithin).toBe(isWithin);
  });
});
