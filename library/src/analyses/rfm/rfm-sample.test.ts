import { describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { languages } from "../../language/language.js";
import { sample } from "../../teaching/samples.js";
import { rfm } from "./rfm.js";

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

/** Share of the planted customers that are found, and share of the found ones that were planted. */
function hits(found: ReadonlySet<string>, planted: ReadonlySet<string>) {
  const both = [...found].filter((customer) => planted.has(customer)).length;
  return { recall: both / planted.size, precision: both / found.size };
}

describe.each(languages)("rfm() on the known-answer orders in %s", (language) => {
  it.each(seeds)(
    "finds the planted champions and lost customers of seed %i (measured: recall and precision 1.00 on all 20)",
    async (seed) => {
      const specification = `sample:orders?seed=${seed}&language=${language}` as const;
      const { truth } = sample(specification, language);
      const { table, values } = await rfm(await load(specification));
      const rows = table.objects() as { customer: string; segment: string }[];
      const inSegment = (id: string) => new Set(rows.filter(({ segment }) => segment === id).map(({ customer }) => customer));
      const planted = (id: string) => new Set(Object.keys(truth.archetypeOf).filter((customer) => truth.archetypeOf[customer] === id));
      for (const kind of ["champions", "lost"]) {
        const { recall, precision } = hits(inSegment(kind), planted(kind));
        expect(recall, `recall of ${kind}`).toBeGreaterThanOrEqual(0.98);
        expect(precision, `precision of ${kind}`).toBeGreaterThanOrEqual(0.98);
      }
      expect(values).toMatchObject({ customers: 800, orders: truth.orders });
      expect(values.revenue).toBeCloseTo(truth.revenue, 4);
      expect(values.setAside.find(({ kind }) => kind === "cancelled")?.rows).toBe(truth.cancelledRows);
      expect(values.setAside.find(({ kind }) => kind === "missing-customer")?.rows).toBe(truth.rowsWithoutCustomer);
    },
  );
});
