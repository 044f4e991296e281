import type { Random } from "../random.js";
import { archetypeCounts, archetypes, type Archetype } from "./archetypes.js";

/** Days that the sample covers; its last day is day 0 counted backwards. */
export const coveredDays = 730;

/** One order before it has its lines. */
export interface PlannedOrder {
  /** Nothing for a guest. */
  readonly customer: string | undefined;
  readonly archetype: string | undefined;
  /** Minutes before the end of the data. */
  readonly minutesBeforeEnd: number;
  readonly cents: number;
}

const minutesPerDay = 1440;
const guestShare = 0.04;

const between = (random: Random, [low, high]: readonly [number, number]): number => random.between(low, high);

/** Orders are placed between 8:00 and 22:00. */
const atDay = (random: Random, daysBeforeEnd: number): number => daysBeforeEnd * minutesPerDay - random.between(8 * 60, 22 * 60);

/** Orders of one customer: the last one where the kind puts it, the others spread over the months before. */
function ordersOf(random: Random, customer: string, kind: Archetype): PlannedOrder[] {
  const last = between(random, kind.lastOrderDays);
  return Array.from({ length: between(random, kind.orders) }, (_, index) => ({
    customer,
    archetype: kind.id,
    minutesBeforeEnd: atDay(random, index === 0 ? last : random.between(last, Math.min(coveredDays, last + 420))),
    cents: between(random, kind.orderCents),
  }));
}

/** All orders, from the oldest to the newest, guests among them. */
export function planOrders(random: Random, customers: number): PlannedOrder[] {
  const kinds = archetypeCounts(customers).flatMap((count, index) => Array.from({ length: count }, () => archetypes[index] as Archetype));
  const shuffled = shuffle(random, kinds);
  const known = shuffled.flatMap((kind, index) => ordersOf(random, String(100_001 + index), kind));
  const guests = Array.from({ length: Math.round(known.length * guestShare) }, () => ({
    customer: undefined,
    archetype: undefined,
    minutesBeforeEnd: atDay(random, random.between(1, coveredDays)),
    cents: random.between(1_500, 9_000),
  }));
  return [...known, ...guests].sort((one, other) => other.minutesBeforeEnd - one.minutesBeforeEnd);
}

/** Fisher–Yates, so that ids say nothing about the kind. */
function shuffle<Item>(random: Random, items: readonly Item[]): Item[] {
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = random.below(index + 1);
    [shuffled[index], shuffled[other]] = [shuffled[other] as Item, shuffled[index] as Item];
  }
  return shuffled;
}
