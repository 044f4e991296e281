import { spawn } from "node:child_process";

const patience = 120_000;

/**
 * Runs one task in a fresh process.
 *
 * @returns {Promise<{ seconds: number, wallSeconds: number, peakMegabytes: number, answer: any }>} `wallSeconds` counts the process from spawn to exit
 * @throws Error with the line of its complaint that matters when it fails, or when it takes longer than two minutes
 */
export function runContender([program, ...words], task, path) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, [...words, task, path], { stdio: ["ignore", "pipe", "pipe"], timeout: patience, killSignal: "SIGKILL" });
    let output = "";
    let complaint = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (complaint += chunk));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const wallSeconds = (performance.now() - started) / 1000;
      if (code === 0) resolve({ ...JSON.parse(output), wallSeconds });
      else if (signal === "SIGKILL" && wallSeconds * 1000 >= patience) reject(new Error(`no answer within ${patience / 1000} s`));
      else reject(new Error(`ended with ${signal ?? `code ${code}`}: ${mainLine(complaint)}`));
    });
  });
}

/** The line of a complaint that says what went wrong: the first that names an error, else the last. */
function mainLine(complaint) {
  const lines = complaint.trim().split("\n");
  return lines.find((line) => /^\S*Error\b/.test(line)) ?? lines.at(-1);
}
