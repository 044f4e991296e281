import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const portNames = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"];

/** Five ports that are free now: all are held open at once, so that no two are equal. */
async function freePorts() {
  const servers = portNames.map(() => createServer());
  const ports = await Promise.all(
    servers.map((server) => new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server.address().port)))),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return Object.fromEntries(portNames.map((name, index) => [name, ports[index]]));
}

/** What a client writes for a kernel before it starts it. */
export async function connectionFile() {
  const folder = await mkdtemp(join(tmpdir(), "marklab-bench-"));
  const connection = { transport: "tcp", ip: "127.0.0.1", key: randomUUID(), signature_scheme: "hmac-sha256", ...(await freePorts()) };
  const path = join(folder, "connection.json");
  await writeFile(path, JSON.stringify(connection));
  return { connection, path, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Starts a kernel as its kernelspec says, in a process group of its own.
 *
 * @returns {{ pid: number, ended: Promise<string>, kill: () => Promise<void> }} `ended` tells how it ended and what it last wrote to standard error
 */
export function startProcess(argv, connectionPath, { cwd, env }) {
  const [program, ...words] = argv.map((word) => word.replace("{connection_file}", connectionPath));
  const child = spawn(program, words, { cwd, env: { ...process.env, ...env }, detached: true, stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (chunk) => (complaint = (complaint + chunk).slice(-2000)));
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve(`could not be started: ${error.message}`));
    child.on("exit", (code, signal) => resolve(`ended with ${signal ?? `code ${code}`}: ${complaint.trim()}`));
  });
  return { pid: child.pid, ended, kill: () => killGroup(child.pid, ended) };
}

async function killGroup(pid, ended) {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
  await ended;
}
