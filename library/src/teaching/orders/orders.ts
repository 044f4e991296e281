import type { Language } from "../../language/language.js";
import { makeRandom } from "../random.js";
import { archetypes } from "./archetypes.js";
import { orderLines, type OrderLine } from "./order-lines.js";
import { planOrders } from "./plan-orders.js";
import { orderWords, prices } from "./words.js";

export interface OrdersSettings {
  readonly seed: number;
  readonly customers: number;
  readonly language: Language;
}

/** What was planted: what an analysis of the sample should find. */
export interface OrdersTruth {
  readonly seed: number;
  /** The kind of each customer, by customer id. */
  readonly archetypeOf: Readonly<Record<string, string>>;
  /** Customers of each kind. */
  readonly customers: Readonly<Record<string, number>>;
  /** Share of the revenue of known customers, cancelled rows left out, that each kind brings. */
  readonly revenueShare: Readonly<Record<string, number>>;
  /** Revenue of known customers, cancelled rows left out. */
  readonly revenue: number;
  readonly orders: number;
  readonly cancelledRows: number;
  readonly rowsWithoutCustomer: number;
  /** The bulk order. */
  readonly outlier: { readonly order: string; readonly customer: string; readonly amount: number };
}

export interface OrdersSample {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly truth: OrdersTruth;
}

/**
 * Two years of orders of a tea and coffee shop, one row per order line, with planted kinds of customers.
 *
 * The same seed gives the same orders in both languages; only columns, products and channels are named differently.
 * Quirks of real exports are in it: cancelled orders (a C before the id, negative quantity and amount), guests without a customer id,
 * one bulk order, many customers with a single order.
 */
export function makeOrders({ seed, customers, language }: OrdersSettings): OrdersSample {
  const random = makeRandom(seed);
  const lines = orderLines(random, planOrders(random, customers));
  return { rows: lines.map((line) => rowOf(line, language)), truth: truthOf(lines, seed) };
}

function rowOf(line: OrderLine, language: Language): Record<string, unknown> {
  const { columns, products, channels } = orderWords[language];
  return {
    [columns.order]: line.order,
    [columns.date]: line.time,
    [columns.customer]: line.customer ?? null,
    [columns.product]: products[line.product],
    [columns.quantity]: line.quantity,
    [columns.price]: (prices[line.product] as number) / 100,
    [columns.amount]: line.cents / 100,
    [columns.channel]: channels[line.channel],
  };
}

function truthOf(lines: readonly OrderLine[], seed: number): OrdersTruth {
  const sales = lines.filter(({ isCancelled, customer }) => !isCancelled && customer !== undefined);
  const archetypeOf = Object.fromEntries(sales.map(({ customer, archetype }) => [customer, archetype as string]));
  const cents = (rows: readonly OrderLine[]) => rows.reduce((sum, line) => sum + line.cents, 0);
  const total = cents(sales);
  const largest = sales.reduce((one, other) => (other.cents > one.cents ? other : one));
  const byKind = <Value>(value: (id: string) => Value) => Object.fromEntries(archetypes.map(({ id }) => [id, value(id)]));
  return {
    seed,
    archetypeOf,
    customers: byKind((id) => Object.values(archetypeOf).filter((kind) => kind === id).length),
    revenueShare: byKind((id) => cents(sales.filter(({ archetype }) => archetype === id)) / total),
    revenue: total / 100,
    orders: new Set(sales.map(({ order }) => order)).size,
    cancelledRows: lines.filter(({ isCancelled }) => isCancelled).length,
    rowsWithoutCustomer: lines.filter(({ isCancelled, customer }) => !isCancelled && customer === undefined).length,
    outlier: { order: largest.order, customer: largest.customer as string, amount: largest.cents / 100 },
  };
}
