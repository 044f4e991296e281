import type { ColumnTable } from "arquero";

/** A list of ids that may be decoded only when one is asked for. */
export interface Ids {
  readonly length: number;
  at(index: number): string;
}

/** One entry per customer, in the order of their ids. Days are counted from 1970-01-01. */
export interface CustomerRows {
  readonly count: number;
  readonly ids: Ids;
  readonly lastDays: Float64Array;
  readonly frequencies: Float64Array;
  readonly monetary: Float64Array;
  /** The first and the last day with a sale. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Rows of the data that these customers were made from. */
  readonly rows: number;
}

export interface FoundCustomers {
  readonly customers: CustomerRows;
  readonly rowsRead: number;
  readonly rowsWithoutCustomer: number;
  /** Customers left without a sale or with nothing spent once cancellations are taken off. */
  readonly dropped: { readonly rows: number; readonly amount: number };
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
const smallest = (values: Float64Array): number => values.reduce((low, value) => Math.min(low, value), Infinity);
const largest = (values: Float64Array): number => values.reduce((high, value) => Math.max(high, value), -Infinity);

/** Numbers of a column as a typed array, shared with the table where it has one. */
function numbers(table: ColumnTable, name: string): Float64Array {
  const stored: unknown = table.data()[name];
  return stored instanceof Float64Array ? stored : (table.array(name, Float64Array) as Float64Array);
}

interface Arrays {
  readonly lastDays: Float64Array;
  readonly firstDays: Float64Array;
  readonly frequencies: Float64Array;
  readonly monetary: Float64Array;
  readonly rowCounts: Float64Array;
}

/** What the query for customers gave: the customers, and apart from them the rows that belong to none. */
export function readCustomers(table: ColumnTable): FoundCustomers {
  const arrays: Arrays = {
    lastDays: numbers(table, "last_day"),
    firstDays: numbers(table, "first_day"),
    frequencies: numbers(table, "frequency"),
    monetary: numbers(table, "monetary"),
    rowCounts: numbers(table, "row_count"),
  };
  const column = table.column("customer") as { at(index: number): unknown } | undefined;
  const idAt = (index: number): unknown => column?.at(index);
  const size = table.numRows();
  const last = idAt(size - 1);
  const isAside = size > 0 && (last === null || last === undefined || Number.isNaN(last));
  const count = isAside ? size - 1 : size;
  const { kept, dropped } = keep(arrays, count);
  return {
    customers: customerRows(arrays, { kept, count }, (index) => String(idAt(index))),
    rowsRead: total(arrays.rowCounts),
    rowsWithoutCustomer: isAside ? (arrays.rowCounts[count] as number) : 0,
    dropped,
  };
}

/** Positions of the customers who bought for more than nothing. */
function keep({ frequencies, monetary, rowCounts }: Arrays, count: number): { kept: Uint32Array; dropped: FoundCustomers["dropped"] } {
  const kept = new Uint32Array(count);
  let size = 0;
  let rows = 0;
  let amount = 0;
  for (let index = 0; index < count; index += 1) {
    if ((frequencies[index] as number) > 0 && (monetary[index] as number) > 0) kept[size++] = index;
    else {
      rows += rowCounts[index] as number;
      amount += monetary[index] as number;
    }
  }
  return { kept: kept.subarray(0, size), dropped: { rows, amount } };
}

function customerRows(
  arrays: Arrays,
  { kept, count }: { kept: Uint32Array; count: number },
  idAt: (index: number) => string,
): CustomerRows {
  const isComplete = kept.length === count;
  const gather = (values: Float64Array) =>
    isComplete ? values.subarray(0, count) : Float64Array.from(kept, (index) => values[index] as number);
  const lastDays = gather(arrays.lastDays);
  return {
    count: kept.length,
    ids: { length: kept.length, at: (index) => idAt(kept[index] as number) },
    lastDays,
    frequencies: gather(arrays.frequencies),
    monetary: gather(arrays.monetary),
    firstDay: smallest(gather(arrays.firstDays)),
    lastDay: largest(lastDays),
    rows: total(gather(arrays.rowCounts)),
  };
}
