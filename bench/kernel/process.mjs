import { spawn } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const portNames = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"];

/**
 * A port that is free now, below those that systems hand out by themselves: a client that asks such a port again and again until the kernel
 * is there may be given the same number for its own end, and then talks to itself.
 */
async function freePort() {
  const port = randomInt(20_000, 32_000);
  const server = createServer();
  const isFree = await new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
  return isFree ? port : freePort();
}

async function freePorts() {
  const ports = new Set();
  while (ports.size < portNames.length) ports.add(await freePort());
  return Object.fromEntries([...ports].map((port, index) => [portNames[index], port]));
}

/** What a client writes for a kernel before it starts it. */
export async function connectionFile() {
  const folder = await mkdtemp(join(tmpdir(), "marklab-bench-"));
  const connection = { transport: "tcp", ip: "127.0.0.1", key: randomUUID(), signature_scheme: "hmac-sha256", ...(await freePorts()) };
  const path = join(folder, "connection.json");
  await writeFile(path, JSON.stringify(connection));
  return { connection, path, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Process groups that run now; a bench that is broken off leaves none behind. */
const running = new Set();
process.once("exit", () => running.forEach(killNow));
process.once("SIGINT", () => process.exit(130));

/**
 * Starts a kernel as its kernelspec says, in a process group of its own.
 *
 * @returns {{ pid: number, ended: Promise<string>, kill: () => Promise<void> }} `ended` tells how it ended and what it last wrote to standard error
 */
export function startProcess(argv, connectionPath, { cwd, env }) {
  const [program, ...words] = argv.map((word) => word.replace("{connection_file}", connectionPath));
  const child = spawn(program, words, { cwd, env: { ...process.env, ...env }, detached: true, stdio: ["ignore", "ignore", "pipe"] });
  running.add(child.pid);
  let complaint = "";
  child.stderr.on("data", (chunk) => (complaint = (complaint + chunk).slice(-2000)));
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve(`could not be started: ${error.message}`));
    child.on("exit", (code, signal) => resolve(`ended with ${signal ?? `code ${code}`}: ${complaint.trim()}`));
  });
  return { pid: child.pid, ended, kill: () => kill(child.pid, ended) };
}

async function kill(pid, ended) {
  killNow(pid);
  running.delete(pid);
  await ended;
}

function killNow(pid) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
