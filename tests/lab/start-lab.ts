import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language } from "marklab/language";

const start = fileURLToPath(new URL("../../scripts/start.mjs", import.meta.url));

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A running JupyterLab with settings, workspaces and notebooks of its own, so that nothing of this machine's user matters. */
export interface Lab {
  readonly url: string;
  readonly token: string;
  /** The folder that the file browser shows. */
  readonly notebooks: string;
  /** What the server and our start script wrote so far. */
  log(): string;
  /** Sends a signal, as Ctrl-C does; gives back the exit code when all that was started has let go of its output. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The setting that JupyterLab's language menu writes. */
function writeLanguage(settings: string, language: Language): void {
  const file = join(settings, "@jupyterlab", "translation-extension", "plugin.jupyterlab-settings");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ locale: language === "zh-CN" ? "zh_CN" : "en" }));
}

/** Settles when the server says that it runs; fails with its log when it ends before. */
function untilReady(child: ChildProcess, log: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => log().includes("is running at:") && resolve();
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
    child.once("exit", (code) => reject(new Error(`JupyterLab ended with ${String(code)} before it was ready:\n${log()}`)));
  });
}

/** Starts JupyterLab just as `npm start -- --no-browser …` does, and gives it back when it answers. */
export async function startLab({ language = "en", byNpm = false }: { language?: Language; byNpm?: boolean } = {}): Promise<Lab> {
  const home = mkdtempSync(join(tmpdir(), "marklab-lab-"));
  const at = (name: string) => join(home, name);
  const [port, token] = [await freePort(), randomBytes(16).toString("hex")];
  writeLanguage(at("settings"), language);
  const words = [
    "--no-browser",
    `--port=${port}`,
    "--ServerApp.port_retries=0",
    `--IdentityProvider.token=${token}`,
    "--expose-app-in-browser",
  ];
  const env = {
    ...process.env,
    MARKLAB_NOTEBOOKS: at("notebooks"),
    JUPYTER_CONFIG_DIR: at("config"),
    JUPYTER_DATA_DIR: at("data"),
    JUPYTER_RUNTIME_DIR: at("runtime"),
    JUPYTERLAB_SETTINGS_DIR: at("settings"),
    JUPYTERLAB_WORKSPACES_DIR: at("workspaces"),
    LANG: "C.UTF-8",
    LC_ALL: "C.UTF-8",
  };
  const [program, before] = byNpm ? ["npm", ["start", "--"]] : [process.execPath, [start]];
  const child = spawn(program, [...before, ...words], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const log = () => text;
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    const code = await ended;
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    return code;
  };
  await untilReady(child, log);
  return { url: `http://localhost:${port}`, token, notebooks: at("notebooks"), log, stop };
}
