import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const megabyte = 1 << 20;
const leastMb = 110;
let limit = leastMb * megabyte;
let collect: (() => void) | undefined;

/**
 * Gives memory back when it has grown: each check of a cell leaves a program behind, and V8 lets such garbage grow to several times what is in use.
 * Runs between two questions.
 */
export function tidyWhenGrown(): void {
  if (getHeapStatistics().used_heap_size < limit) return;
  setFlagsFromString("--expose-gc");
  collect ??= runInNewContext("gc") as () => void;
  collect();
  limit = Math.max(leastMb * megabyte, getHeapStatistics().used_heap_size * 1.5);
}
