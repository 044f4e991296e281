/** How one kind of customer buys; ranges are [low, high], both included. */
export interface Archetype {
  readonly id: string;
  /** Share of all customers. */
  readonly share: number;
  /** Days between the last order and the end of the data. */
  readonly lastOrderDays: readonly [number, number];
  readonly orders: readonly [number, number];
  /** What one order is worth, in cents. */
  readonly orderCents: readonly [number, number];
}

/**
 * The planted segments. Shares and ranges are laid out so that fifths of recency fall between the kinds: the most recent fifth holds the
 * champions and the new, the second the occasional, the third the loyal, the fourth those at risk and sleeping, the last the lost.
 */
export const archetypes: readonly Archetype[] = [
  { id: "champions", share: 0.12, lastOrderDays: [1, 14], orders: [14, 26], orderCents: [12_000, 26_000] },
  { id: "new", share: 0.1, lastOrderDays: [1, 24], orders: [1, 1], orderCents: [3_000, 8_000] },
  { id: "occasional", share: 0.2, lastOrderDays: [28, 58], orders: [2, 4], orderCents: [4_000, 9_000] },
  { id: "loyal", share: 0.16, lastOrderDays: [64, 118], orders: [6, 11], orderCents: [8_000, 16_000] },
  { id: "at-risk", share: 0.14, lastOrderDays: [135, 250], orders: [7, 13], orderCents: [9_000, 18_000] },
  { id: "sleeping", share: 0.08, lastOrderDays: [150, 260], orders: [1, 2], orderCents: [4_000, 7_000] },
  { id: "lost", share: 0.2, lastOrderDays: [290, 640], orders: [1, 1], orderCents: [900, 2_800] },
];

/** How many of `customers` each kind has; what rounding leaves over goes to the last. */
export function archetypeCounts(customers: number): number[] {
  const counts = archetypes.map(({ share }) => Math.round(share * customers));
  const rest = customers - counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count, index) => (index === counts.length - 1 ? count + rest : count));
}
