import { makeRandom } from "../teaching/random.js";

/** A customer with a known chance of leaving: short tenure and monthly contracts go with it, region does not. */
export interface ChurnCustomer {
  readonly customer: string;
  readonly tenure: number;
  readonly contract: string;
  readonly region: string;
  readonly churned: string | null;
}

const contracts = ["monthly", "yearly"] as const;
const regions = ["north", "east", "south"] as const;

/** Seeded customers: log odds −0.4 − 0.08 · tenure + 1.2 · monthly. */
export function churnCustomers(count: number, seed = 1): ChurnCustomer[] {
  const random = makeRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const tenure = random.between(0, 40);
    const contract = random.pick(contracts);
    const logOdds = -0.4 - 0.08 * tenure + (contract === "monthly" ? 1.2 : 0);
    const churned = random.chance(1 / (1 + Math.exp(-logOdds))) ? "Yes" : "No";
    return { customer: `c${String(index).padStart(5, "0")}`, tenure, contract, region: random.pick(regions), churned };
  });
}

/** The same customers with a further column. */
export const withColumn = <Name extends string>(
  rows: readonly ChurnCustomer[],
  name: Name,
  value: (row: ChurnCustomer, index: number) => unknown,
) => rows.map((row, index) => ({ ...row, [name]: value(row, index) }) as ChurnCustomer & Record<Name, unknown>);
