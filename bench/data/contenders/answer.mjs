import { readFileSync } from "node:fs";

/** The most memory that this process ever held, in MB; what Linux calls its high-water mark, else what the platform reports. */
function peakMegabytes() {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

const now = () => performance.now() / 1000;

/** The median time of a step that is repeated for a second, up to twenty times, and its last answer. */
async function repeat(run) {
  const times = [];
  const began = now();
  let found;
  do {
    const started = now();
    found = await run();
    times.push(now() - started);
  } while (times.length < 20 && now() - began < 1);
  return { seconds: times.sort((one, other) => one - other)[Math.floor(times.length / 2)], found };
}

/**
 * Runs one contender's task and prints its answer with the time from just before the data is opened until the answer is there. Where a task gives
 * back a function, what came before was preparation: the function is what is timed, and repeated.
 *
 * @param {Record<string, (path: string) => Promise<unknown>>} tasks
 */
export async function answer(tasks) {
  const [task, path] = process.argv.slice(2);
  const started = now();
  const first = await tasks[task](path);
  const { seconds, found } = typeof first === "function" ? await repeat(first) : { seconds: now() - started, found: first };
  console.log(JSON.stringify({ seconds, peakMegabytes: peakMegabytes(), answer: found }));
  process.exit(0);
}
