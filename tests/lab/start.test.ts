import { spawn } from "node:child_process";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { startLab } from "./start-lab.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** `npm start -- …`, to its end. */
function npmStart(...words: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn("npm", ["start", "--", ...words], { cwd: root, shell: process.platform === "win32" });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, output })));
}

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(Boolean(socket.destroy())));
    socket.once("error", () => resolve(false));
  });

/** Starts a kernel through the server, as a browser does, and gives back the server's account of it. */
async function startKernel(url: string, token: string): Promise<{ id: string; name: string }> {
  const headers = { Authorization: `token ${token}` };
  const answer = await fetch(`${url}/api/kernels`, { method: "POST", headers, body: JSON.stringify({ name: "marklab" }) });
  return (await answer.json()) as { id: string; name: string };
}

describe("npm start", () => {
  it("hands the words after -- to JupyterLab and keeps its exit code", async () => {
    const { code, output } = await npmStart("--version");
    expect(output).toMatch(/^4\.6\.\d+$/m);
    expect(code).toBe(0);
    expect((await npmStart("--port=none")).code).toBe(1);
  });

  it("builds and installs nothing the second time, and is ready within seconds", async () => {
    const started = performance.now();
    const lab = await startLab();
    const seconds = (performance.now() - started) / 1000;
    await lab.stop();
    expect(lab.log()).not.toMatch(/Installing|Building/);
    expect(seconds).toBeLessThan(15);
  });

  it("ends cleanly on Ctrl-C, with its kernels, and frees its port", async () => {
    const lab = await startLab();
    expect((await startKernel(lab.url, lab.token)).name).toBe("marklab");
    expect(await lab.stop("SIGINT")).toBe(0);
    expect(await isListening(Number(new URL(lab.url).port))).toBe(false);
    expect(lab.log()).toMatch(/Shutting down 1 kernel/);
  });

  it.skipIf(process.platform === "win32")("leaves nothing running when npm is ended", async () => {
    const lab = await startLab({ byNpm: true });
    await lab.stop("SIGTERM");
    expect(await isListening(Number(new URL(lab.url).port))).toBe(false);
    expect(lab.log()).toMatch(/received signal 15, stopping/);
  });
});
