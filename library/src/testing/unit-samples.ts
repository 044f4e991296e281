import type { ArmSums } from "../statistics/experiments/arm.js";
import { makeRandom, type Random } from "../teaching/random.js";

/** Units drawn from a seed, each with its columns. */
export function unitSamples(seed: number, units: number, draw: (random: Random) => number[]): number[][] {
  const random = makeRandom(seed);
  return Array.from({ length: units }, () => draw(random));
}

/** What an engine would sum up over units with these columns. */
export function sumsOf(rows: readonly (readonly number[])[]): ArmSums {
  const columns = rows[0]?.map((_, column) => column) ?? [];
  const total = (of: (row: readonly number[]) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  return {
    units: rows.length,
    sums: columns.map((column) => total((row) => row[column] as number)),
    products: columns.map((one) => columns.map((other) => total((row) => (row[one] as number) * (row[other] as number)))),
  };
}
