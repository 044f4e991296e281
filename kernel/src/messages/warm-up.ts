import type { Kernel } from "./kernel.js";

/** The type service is prepared while nobody waits: this long after a cell, when no other one is in line. */
const idleMs = 300;
const timers = new WeakMap<Kernel, NodeJS.Timeout>();
const warm = new WeakSet<Kernel>();

/** Prepares the type service step by step; a cell that comes in between goes first. */
export function warmWhenIdle(kernel: Kernel): void {
  if (warm.has(kernel)) return;
  clearTimeout(timers.get(kernel));
  const timer = setTimeout(() => void step(kernel), idleMs);
  timers.set(kernel, timer.unref());
}

async function step(kernel: Kernel): Promise<void> {
  if (!kernel.cells.isEmpty) return;
  const isReady = await kernel.language.ask({ type: "warm" }).catch(() => true);
  if (isReady) warm.add(kernel);
  else await step(kernel);
}
