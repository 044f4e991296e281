import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it, vi } from "vitest";
import buildWhenStale from "./testing/build-when-stale.js";
import { TestClient } from "./testing/client.js";

beforeAll(buildWhenStale, 60_000);

const program = fileURLToPath(new URL("../dist/bundle/kernel.js", import.meta.url));

describe.skipIf(process.platform === "win32")("a kernel without a client", () => {
  it("ends by itself, and its session with it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "marklab-orphan-"));
    const file = join(folder, "connection.json");
    const ports = { shell_port: 1, control_port: 2, stdin_port: 3, iopub_port: 4, hb_port: 5 };
    writeFileSync(file, JSON.stringify({ transport: "ipc", ip: join(folder, "socket"), key: "k", ...ports }));
    const starter = `
      const { existsSync } = require("node:fs");
      const { spawn } = require("node:child_process");
      spawn(process.execPath, ${JSON.stringify([program, file])}, { stdio: ["ignore", "inherit", "ignore"] });
      setInterval(() => existsSync(${JSON.stringify(join(folder, "socket-5"))}) && process.exit(), 20);`;
    const client = spawn(process.execPath, ["-e", starter], { stdio: ["ignore", "pipe", "ignore"] });
    client.stdout.resume();
    const closed = new Promise((resolve) => client.stdout.once("close", () => resolve("all processes are gone")));
    expect(await closed).toBe("all processes are gone");
    rmSync(folder, { recursive: true, force: true });
  });
});

describe("a session whose kernel was killed", () => {
  it.each([
    ["waits", "console.log(process.pid)"],
    ["is busy", "console.log(process.pid); while (true) {}"],
  ])("ends when it %s", async (_, code) => {
    const client = await TestClient.start();
    client.sendExecute(code);
    const printed = await client.next((message) => message.header.msg_type === "stream");
    const session = Number(printed.content["text"]);
    client.process.kill("SIGKILL");
    await vi.waitFor(() => expect(() => process.kill(session, 0)).toThrow("ESRCH"), { timeout: 15_000, interval: 50 });
    await client.close();
  });
});
