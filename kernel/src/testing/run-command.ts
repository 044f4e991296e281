import { execFileSync, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const command = fileURLToPath(new URL("../../bin/marklab.mjs", import.meta.url));

/** Brings the built command up to date with the sources; quick when it is. */
export function buildCommand(): void {
  execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "--build", `${root}library`, `${root}kernel`], {
    stdio: "inherit",
  });
  for (const name of ["library", "kernel"]) execFileSync(process.execPath, [`${root}${name}/build.mjs`], { stdio: "inherit" });
}

export interface CommandRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs the real `marklab` as a child process, in English unless the call says otherwise. */
export function runCommand(words: readonly string[], { cwd = root, env = {} }: CommandOptions = {}): Promise<CommandRun> {
  const inherited = { ...process.env, MARKLAB_LANGUAGE: "en", ...env };
  const child = spawn(process.execPath, [command, ...words], { cwd, env: inherited, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
