/** A column whose values are made when they are read. */
export interface LazyColumn<Value> {
  readonly length: number;
  at(index: number): Value;
  [Symbol.iterator](): Iterator<Value>;
}

/** A column whose values are made when they are read, so that a million customers cost no million texts. */
export function lazyColumn<Value>(length: number, at: (index: number) => Value): LazyColumn<Value> {
  return {
    length,
    at,
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index += 1) yield at(index);
    },
  };
}
