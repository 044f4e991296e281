import { rfm } from "../analyses/rfm/rfm.js";
import { DataError } from "../data-error.js";
import { load } from "../data/index.js";

/** One row of orders as the tests of RFM write them. */
export interface Order {
  customer: string | null;
  date: string | null;
  amount: number | null;
  order?: string;
}

export const order = (customer: string | null, date: string | null, amount: number | null, id?: string): Order =>
  id === undefined ? { customer, date, amount } : { customer, date, amount, order: id };

/** The columns of these rows, as options. */
export const columns = { customer: "customer", date: "date", amount: "amount" } as const;
export const withOrders = { ...columns, order: "order" } as const;

/** Sixty customers who differ in all three measures: customer i bought i times, last i days before 29 February 2024. */
export const varied = Array.from({ length: 60 }, (_, index) => index + 1).flatMap((rank) =>
  Array.from({ length: rank }, (_, time) =>
    order(
      `c${String(rank).padStart(2, "0")}`,
      new Date(Date.UTC(2024, 1, 29) - (rank + time * 7) * 864e5).toISOString().slice(0, 10),
      rank,
    ),
  ),
);

/** RFM of these rows. */
export const run = async (rows: readonly Order[], options: Parameters<typeof rfm<Order>>[1] = columns) =>
  rfm(await load<Order>(rows), options);

/** The DataError that a promise ends with; anything else is the test's failure. */
export const failure = async (promise: Promise<unknown>): Promise<DataError> => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DataError) return error;
  throw new Error(`No DataError but ${String(error)}`);
};
