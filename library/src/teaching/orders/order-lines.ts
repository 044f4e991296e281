import type { Random } from "../random.js";
import type { PlannedOrder } from "./plan-orders.js";
import { prices } from "./words.js";

/** One row of the sample, its product and channel by position. */
export interface OrderLine {
  readonly order: string;
  readonly customer: string | undefined;
  readonly archetype: string | undefined;
  readonly time: Date;
  readonly product: number;
  readonly quantity: number;
  readonly cents: number;
  readonly channel: number;
  readonly isCancelled: boolean;
}

/** The day after the last order. */
export const endOfData = Date.UTC(2025, 0, 1);

const millisecondsPerMinute = 60_000;
const twoLineShare = 0.3;
const cancelledShare = 0.03;
const outlierCents = 480_000;

const timeOf = (minutesBeforeEnd: number): Date => new Date(endOfData - minutesBeforeEnd * millisecondsPerMinute);

/** What an order holds: one product, now and then two. Discounts of 5 % make amounts that no price list shows. */
function linesOf(random: Random, planned: PlannedOrder, order: string): OrderLine[] {
  const parts = random.chance(twoLineShare) ? 2 : 1;
  const first = random.below(prices.length);
  const step = random.between(1, prices.length - 1);
  const channel = random.below(3);
  const share = random.chance(0.2) ? 95 : 100;
  return Array.from({ length: parts }, (_, line) => {
    const product = (first + line * step) % prices.length;
    const price = prices[product] as number;
    const quantity = Math.max(1, Math.round(planned.cents / parts / price));
    return {
      order,
      customer: planned.customer,
      archetype: planned.archetype,
      time: timeOf(planned.minutesBeforeEnd),
      product,
      quantity,
      cents: Math.round((price * quantity * share) / 100),
      channel,
      isCancelled: false,
    };
  });
}

/** The same line taken back one to nine days later, under the order's id with a C before it. */
const takenBack = (random: Random, line: OrderLine): OrderLine => ({
  ...line,
  order: `C${line.order}`,
  time: new Date(line.time.getTime() + random.between(1, 9) * 24 * 60 * millisecondsPerMinute),
  quantity: -line.quantity,
  cents: -line.cents,
  isCancelled: true,
});

/** All rows in order of time: sales, what was taken back, and one bulk order of a champion far above all others. */
export function orderLines(random: Random, planned: readonly PlannedOrder[]): OrderLine[] {
  const sales = planned.flatMap((order, index) => linesOf(random, order, String(700_001 + index)));
  const bulk = sales.findIndex(({ archetype }) => archetype === "champions");
  const withOutlier = sales.map((line, index) => (index === bulk ? asBulk(line) : line));
  const latest = endOfData - 10 * 24 * 60 * millisecondsPerMinute;
  const cancelled = withOutlier
    .filter(
      ({ time, customer }, index) => index !== bulk && customer !== undefined && time.getTime() < latest && random.chance(cancelledShare),
    )
    .map((line) => takenBack(random, line));
  return [...withOutlier, ...cancelled].sort((one, other) => one.time.getTime() - other.time.getTime());
}

function asBulk(line: OrderLine): OrderLine {
  const price = prices[line.product] as number;
  const quantity = Math.round(outlierCents / price);
  return { ...line, quantity, cents: price * quantity };
}
