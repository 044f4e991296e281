import { spawn } from "node:child_process";
import { Problem } from "./problem.mjs";
import { root } from "./paths.mjs";

const lastLines = (text) => text.trimEnd().split("\n").slice(-25).join("\n");

/**
 * Runs a program from the repository's root without showing its output, and gives back what it wrote to standard output.
 *
 * @param options.env variables added to the environment
 * @param options.hint what to try when it fails, in plain words
 * @throws Problem with the last lines of its output when it cannot be started or ends with another code than 0
 */
export function run(program, words, { env = {}, hint = "", shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: root, env: { ...process.env, ...env }, shell, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let everything = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      everything += chunk;
    });
    child.stderr.on("data", (chunk) => (everything += chunk));
    const fail = (reason) => reject(new Problem(`${lastLines(everything)}\n\n"${program} ${words.join(" ")}" ${reason}. ${hint}`.trim()));
    child.on("error", (error) => fail(`could not be started (${error.message})`));
    child.on("close", (code, signal) => (code === 0 ? resolve(output) : fail(`ended with ${signal ?? `exit code ${code}`}`)));
  });
}
