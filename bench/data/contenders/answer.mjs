import { readFileSync } from "node:fs";

/** The most memory that this process ever held, in MB; what Linux calls its high-water mark, else what the platform reports. */
function peakMegabytes() {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

/**
 * Runs one contender's task and prints its answer with the time from just before the data is opened until the answer is there.
 *
 * @param {Record<string, (path: string) => Promise<unknown>>} tasks
 */
export async function answer(tasks) {
  const [task, path] = process.argv.slice(2);
  const started = performance.now();
  const found = await tasks[task](path);
  const seconds = (performance.now() - started) / 1000;
  console.log(JSON.stringify({ seconds, peakMegabytes: peakMegabytes(), answer: found }));
  process.exit(0);
}
