import { funnel } from "../analyses/funnel/funnel.js";
import type { FunnelValues } from "../analyses/funnel/values.js";
import type { Result } from "../analyses/result.js";
import { load } from "../data/index.js";

/** One event as the tests of funnels write it. */
export interface EventRow {
  user: string | null;
  event: string | null;
  time: Date | string | null;
  [property: string]: unknown;
}

/** Midnight of 1 January 2024, from which the tests count. */
export const start = Date.UTC(2024, 0, 1);

/** An event of a user some minutes after the start. */
export const at = (user: string, event: string, minutes: number, properties: object = {}): EventRow => ({
  user,
  event,
  time: new Date(start + minutes * 60_000),
  ...properties,
});

/** The events of a user, one a minute: `chain("u", "abc")` does a, b and c. */
export const chain = (user: string, events: string, properties: object = {}): EventRow[] =>
  [...events].map((event, minute) => at(user, event, minute, properties));

type Options = Parameters<typeof funnel>[1] & object;

/** The funnel of these rows. */
export async function run(rows: readonly EventRow[], options: Options): Promise<Result<FunnelValues>> {
  return funnel(await load([...rows]), { customer: "user", date: "time", event: "event", ...options } as never);
}

/** Units at each step. */
export const counts = ({ values }: Result<FunnelValues>): number[] => values.steps.map(({ count }) => count);

/** Units at each step of the funnel of these rows. */
export const countsOf = async (rows: readonly EventRow[], options: Options): Promise<number[]> => counts(await run(rows, options));

/** A hundred users who visit, of whom 60 add to the cart, 30 pay; one user a minute, steps an hour apart. */
export const shop = Array.from({ length: 100 }, (_, index) => {
  const steps = index % 10 < 3 ? 3 : index % 10 < 6 ? 2 : 1;
  return ["visit", "cart", "pay"].slice(0, steps).map((event, step) =>
    at(`u${String(index).padStart(3, "0")}`, event, index * 30 + step * 60, {
      device: index % 2 === 0 ? "phone" : "desk",
      amount: event === "pay" ? 10 + (index % 3) : null,
    }),
  );
}).flat();
export const shopSteps = { steps: ["visit", "cart", "pay"], window: 1 };
