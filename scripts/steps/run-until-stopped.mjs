import { spawn } from "node:child_process";
import { constants } from "node:os";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
/** How long a program may take to end after it was asked to. */
const patienceMs = 15_000;

/** npm runs us in a shell; when npm is told to end it ends that shell, which does not tell us. */
function whenShellEnds(stop) {
  const shell = process.ppid;
  const watch = process.env.npm_lifecycle_event ? setInterval(() => process.ppid !== shell && stop(), 500) : undefined;
  return () => clearInterval(watch);
}

/**
 * Runs a server until it ends by itself or is stopped, and gives back its exit code (128 + n when signal n ended it).
 *
 * The server stands in a process group of its own, so that one Ctrl-C reaches it once, through us, however many programs share the terminal. Whatever
 * stops us, the server is asked by SIGTERM: on SIGINT Jupyter asks back whether it should really stop, or leaves its kernels to themselves. One that
 * does not end within 15 seconds is ended by force.
 */
export function runUntilStopped(program, words, { cwd }) {
  const ownGroup = process.platform !== "win32";
  const child = spawn(program, words, { cwd, stdio: ["ignore", "inherit", "inherit"], detached: ownGroup });
  let deadline;
  const stop = () => {
    if (deadline !== undefined) return;
    if (ownGroup) child.kill("SIGTERM");
    deadline = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  };
  for (const signal of signals) process.on(signal, stop);
  const stopWatching = whenShellEnds(stop);
  return new Promise((resolve, reject) => {
    child.on("error", (error) => {
      stopWatching();
      reject(error);
    });
    child.on("close", (code, signal) => {
      clearTimeout(deadline);
      stopWatching();
      for (const name of signals) process.off(name, stop);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
