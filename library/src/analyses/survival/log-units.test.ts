import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countTimes } from "../../statistics/survival/time-counts.js";
import { analyse } from "../../testing/survival-results.js";

const log = fc.array(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 20 });
const rowsOf = (customers: readonly (readonly number[])[]) =>
  customers.flatMap((days, index) => days.map((day) => ({ customer: `c${index}`, date: new Date(Date.UTC(2024, 0, 1 + day)), amount: 5 })));
const sorted = (days: readonly number[]) => [...new Set(days)].sort((one, other) => one - other);

interface Unit {
  readonly duration: number;
  readonly happened: 0 | 1;
}

/** The first silence longer than `days`, or the end of watching. */
function lifetime(active: readonly number[], last: number, days: number): Unit {
  const [first = 0] = active;
  const lapse = active.find((day, index) => (active[index + 1] ?? last + 1) - day > days);
  return lapse === undefined ? { duration: last - first, happened: 0 } : { duration: lapse + days - first, happened: 1 };
}

const secondVisit = ([first = 0, second]: readonly number[], last: number): Unit =>
  second === undefined ? { duration: last - first, happened: 0 } : { duration: second - first, happened: 1 };

const expected = (units: readonly Unit[]) => {
  const { times, events, atRisk } = countTimes(
    units.map(({ duration }) => duration),
    units.map(({ happened }) => happened),
  );
  return { times: [...times], events: [...events], atRisk: [...atRisk] };
};

const found = async (customers: readonly (readonly number[])[], options: Readonly<Record<string, unknown>>) => {
  const { table } = await analyse(rowsOf(customers), options);
  const column = (name: string) => [...(table.array(name) as number[])];
  return { times: column("time"), events: column("events"), atRisk: column("atRisk") };
};

describe("logUnits()", () => {
  it("times losses as counting customer by customer does, for any definition", async () => {
    await fc.assert(
      fc.asyncProperty(log, fc.integer({ min: 1, max: 60 }), async (customers, days) => {
        const last = Math.max(...customers.flat());
        expect(await found(customers, { days })).toEqual(expected(customers.map((own) => lifetime(sorted(own), last, days))));
      }),
      { numRuns: 25, seed: 12 },
    );
  });

  it("times the second active day as counting customer by customer does", async () => {
    await fc.assert(
      fc.asyncProperty(log, async (customers) => {
        const last = Math.max(...customers.flat());
        expect(await found(customers, { from: "first-to-second" })).toEqual(
          expected(customers.map((own) => secondVisit(sorted(own), last))),
        );
      }),
      { numRuns: 20, seed: 13 },
    );
  });
});
