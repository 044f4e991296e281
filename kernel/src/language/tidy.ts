import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const megabyte = 1 << 20;
const leastMb = 110;
/** How long nobody must have asked anything: collecting takes longer than most answers. */
const quietMs = 400;
let limit = leastMb * megabyte;
let collect: (() => void) | undefined;
let timer: NodeJS.Timeout | undefined;

/**
 * Gives memory back when it has grown: each check of a cell leaves a program behind, and V8 lets such garbage grow to several times what is in use.
 * Call after each answer; it happens once nobody asks any more, or at once when far too much has gathered.
 */
export function tidyWhenGrown(): void {
  clearTimeout(timer);
  const used = getHeapStatistics().used_heap_size;
  if (used < limit) return;
  if (used > 2 * limit) collectGarbage();
  else timer = setTimeout(collectGarbage, quietMs);
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  collect ??= runInNewContext("gc") as () => void;
  collect();
  limit = Math.max(leastMb * megabyte, getHeapStatistics().used_heap_size * 1.5);
}
