import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const read = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

/** True where Linux tells what each process holds; elsewhere memory is not measured. */
export const canMeasureMemory = read("/proc/self/smaps_rollup") !== "";

/** The process and all that it started, directly or not. */
function tree(pid) {
  const tasks = read(`/proc/${pid}/status`) === "" ? [] : readdirSync(`/proc/${pid}/task`);
  const children = tasks.flatMap((task) => read(`/proc/${pid}/task/${task}/children`).trim().split(" ").filter(Boolean).map(Number));
  return [pid, ...children.flatMap(tree)];
}

/** Proportional set size of a process tree in MB: memory shared between processes counts once. */
export const treeMemory = (pid) =>
  tree(pid).reduce((sum, each) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${each}/smaps_rollup`))?.[1] ?? 0), 0) / 1024;

/** Processor time that a tree has used so far, in clock ticks. */
const ticks = (pid) =>
  tree(pid).reduce((sum, each) => {
    const fields = read(`/proc/${each}/stat`).split(") ")[1]?.split(" ") ?? [];
    return sum + Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  }, 0);

/** Waits until a kernel has done its work in the background: at most one tick of processor time in half a second, 20 s at the longest. */
export async function untilQuiet(pid) {
  for (let round = 0; round < 40; round++) {
    const before = ticks(pid);
    await pause(500);
    if (ticks(pid) - before <= 1) return;
  }
}
