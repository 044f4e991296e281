/** Runs a computation at the first call and gives the same answer at every other. */
export function once<Value>(compute: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | undefined;
  return () => (answer ??= compute());
}
