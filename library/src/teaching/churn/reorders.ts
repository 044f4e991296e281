import type { Language } from "../../language/language.js";
import { orderWords, prices } from "../orders/words.js";
import { makeRandom, type Random } from "../random.js";

export interface ReorderSettings {
  readonly seed: number;
  /** How many customers. */
  readonly size: number;
  readonly language: Language;
}

/** What was planted: who stopped buying, and when. */
export interface ReorderTruth {
  readonly seed: number;
  readonly customers: number;
  readonly orders: number;
  /** The last day of the data, `2024-12-31`. */
  readonly lastDay: string;
  /** The day from which a customer buys no more, by customer id; those who stayed are not in it. */
  readonly leftOn: Readonly<Record<string, string>>;
  /** Days between two orders of a customer, on average, by customer id. */
  readonly usualGapDays: Readonly<Record<string, number>>;
  /** No customer who stayed is silent for this many days. */
  readonly longestGapDays: number;
}

export interface ReorderSample {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly truth: ReorderTruth;
}

const coveredDays = 540;
const firstDay = Date.UTC(2023, 6, 10);
const millisecondsPerDay = 86_400_000;
const lastStart = 330;
const gapRange = [8, 40] as const;
const shareWhoLeave = 0.45;
const earliestLeave = 60;

/** One customer: buys at gaps of half to one and a half times the usual one, from the first order until the day of leaving. */
interface Buyer {
  readonly id: string;
  readonly usualGap: number;
  readonly leftOn: number | undefined;
  readonly orderDays: readonly number[];
}

function drawBuyer(random: Random, index: number): Buyer {
  const start = random.below(lastStart);
  const usualGap = random.between(...gapRange);
  const leftOn = random.chance(shareWhoLeave) ? random.between(start + earliestLeave, coveredDays) : undefined;
  const orderDays: number[] = [];
  for (let day = start; day < Math.min(coveredDays, leftOn ?? coveredDays); day += nextGap(random, usualGap)) orderDays.push(day);
  return { id: String(300_017 + 3 * index), usualGap, leftOn, orderDays };
}

const nextGap = (random: Random, usualGap: number): number => Math.max(1, Math.round(usualGap * (0.5 + random.next())));
const timeOf = (day: number, minutes = 0): Date => new Date(firstDay + day * millisecondsPerDay + minutes * 60_000);
const dateOf = (day: number): string => timeOf(day).toISOString().slice(0, 10);

/**
 * Eighteen months of orders of a tea and coffee shop, one row each: customers who buy at their own rhythm, of whom some stop on a planted day.
 *
 * Nothing says that they have left but their silence. The same seed gives the same orders in both languages.
 */
export function makeReorders({ seed, size, language }: ReorderSettings): ReorderSample {
  const random = makeRandom(seed);
  const buyers = Array.from({ length: size }, (_, index) => drawBuyer(random, index));
  const orders = buyers
    .flatMap(({ id, orderDays }) =>
      orderDays.map((day) => ({
        id,
        time: timeOf(day, random.between(480, 1320)),
        product: random.below(prices.length),
        channel: random.below(3),
      })),
    )
    .toSorted((one, other) => one.time.getTime() - other.time.getTime());
  const { columns, products, channels } = orderWords[language];
  const rows = orders.map(({ id, time, product, channel }, index) => ({
    [columns.order]: String(810_001 + index),
    [columns.date]: time,
    [columns.customer]: id,
    [columns.product]: products[product],
    [columns.amount]: (prices[product] as number) / 100,
    [columns.channel]: channels[channel],
  }));
  return { rows, truth: truthOf(buyers, rows.length, seed) };
}

function truthOf(buyers: readonly Buyer[], orders: number, seed: number): ReorderTruth {
  const left = buyers.flatMap(({ id, leftOn }) => (leftOn === undefined ? [] : [[id, dateOf(leftOn)] as const]));
  return {
    seed,
    customers: buyers.length,
    orders,
    lastDay: dateOf(coveredDays - 1),
    leftOn: Object.fromEntries(left),
    usualGapDays: Object.fromEntries(buyers.map(({ id, usualGap }) => [id, usualGap])),
    longestGapDays: Math.ceil(gapRange[1] * 1.5),
  };
}
