import { spawn, type ChildProcess } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Dealer, Request, Subscriber } from "zeromq";
import { readConnection, endpoint, type Connection } from "../wire/connection.js";
import { Codec, type Content, type Message } from "../wire/message.js";

const program = fileURLToPath(new URL("../../dist/bundle/kernel.js", import.meta.url));
const kernelFolder = fileURLToPath(new URL("../..", import.meta.url));

export type Received = Message & { readonly channel: "shell" | "control" | "iopub"; readonly at: number };

/** All that came back for one request. */
export interface Exchange {
  readonly requestId: string;
  readonly reply: Content;
  readonly outputs: Received[];
  readonly ms: number;
}

export interface StartOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Waits for kernel_info and the welcome before it resolves (default). */
  readonly waits?: boolean;
}

/** A Jupyter client of the built kernel, over real sockets. It checks signatures and keeps every message it gets. */
export class TestClient {
  readonly received: Received[] = [];
  readonly codec: Codec;
  readonly #shell = new Dealer({ routingId: randomUUID() });
  readonly #control = new Dealer({ routingId: randomUUID() });
  readonly #iopub = new Subscriber();
  readonly #listeners = new Set<() => void>();

  private constructor(
    readonly process: ChildProcess,
    readonly connection: Connection,
    readonly folder: string,
  ) {
    this.codec = new Codec(connection.key);
  }

  static async start(options: StartOptions = {}): Promise<TestClient> {
    const folder = mkdtempSync(join(tmpdir(), "marklab-kernel-"));
    const file = join(folder, "connection.json");
    const [shell_port, control_port, stdin_port, iopub_port, hb_port] = await freePorts(5);
    const fields = { transport: "tcp", ip: "127.0.0.1", key: randomUUID(), signature_scheme: "hmac-sha256" };
    writeFileSync(file, JSON.stringify({ ...fields, shell_port, control_port, stdin_port, iopub_port, hb_port }));
    const kernel = spawn(process.execPath, [program, file], {
      cwd: options.cwd ?? kernelFolder,
      env: { ...process.env, MARKLAB_LANGUAGE: "en", ...options.env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    const client = new TestClient(kernel, readConnection(file), folder);
    client.#connect();
    if (options.waits !== false) {
      client.send("kernel_info_request", {});
      await client.next((message) => message.header.msg_type === "kernel_info_reply");
      await client.next((message) => message.header.msg_type === "iopub_welcome");
    }
    return client;
  }

  /** Sends without waiting and returns the message's id. */
  send(type: string, content: Content, channel: "shell" | "control" = "shell"): string {
    const message = this.codec.create(type, content);
    void (channel === "shell" ? this.#shell : this.#control).send(this.codec.encode(message));
    return message.header.msg_id;
  }

  /** Sends raw frames on the shell channel. */
  async sendFrames(frames: Buffer[]): Promise<void> {
    await this.#shell.send(frames);
  }

  /** Sends and waits for the reply and for idle. */
  async request(type: string, content: Content, channel: "shell" | "control" = "shell"): Promise<Exchange> {
    const sentAt = performance.now();
    return this.exchange(this.send(type, content, channel), sentAt);
  }

  /** Waits for the reply and for idle of a request that was sent. */
  async exchange(requestId: string, sentAt = performance.now()): Promise<Exchange> {
    const isMine = (message: Received) => (message.parent as { msg_id?: string }).msg_id === requestId;
    const reply = await this.next((message) => isMine(message) && message.channel !== "iopub");
    await this.next((message) => isMine(message) && message.content["execution_state"] === "idle");
    const outputs = this.received.filter((message) => isMine(message) && message.channel === "iopub");
    return { requestId, reply: reply.content, outputs, ms: reply.at - sentAt };
  }

  execute(code: string, options: Content = {}): Promise<Exchange> {
    return this.request("execute_request", executeContent(code, options));
  }

  sendExecute(code: string, options: Content = {}): string {
    return this.send("execute_request", executeContent(code, options));
  }

  /** The first message that fits, of those that came and those that will. */
  next(fits: (message: Received) => boolean, withinMs = 20_000): Promise<Received> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.received.find(fits);
        if (!found) return;
        clearTimeout(timer);
        this.#listeners.delete(look);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.#listeners.delete(look);
        const seen = this.received.slice(-15).map(({ header, content }) => `${header.msg_type} ${JSON.stringify(content).slice(0, 200)}`);
        reject(new Error(`No such message came. The last were:\n${seen.join("\n")}`));
      }, withinMs);
      this.#listeners.add(look);
      look();
    });
  }

  async heartbeat(): Promise<number> {
    const socket = new Request();
    socket.connect(endpoint(this.connection, this.connection.heartbeatPort));
    const start = performance.now();
    await socket.send("beat");
    await socket.receive();
    socket.close();
    return performance.now() - start;
  }

  async close(): Promise<void> {
    const exited =
      this.process.exitCode === null && this.process.signalCode === null
        ? new Promise((resolve) => this.process.once("exit", resolve))
        : undefined;
    this.send("shutdown_request", { restart: false }, "control");
    const patience = setTimeout(() => this.process.kill("SIGKILL"), 5000);
    await exited;
    clearTimeout(patience);
    for (const socket of [this.#shell, this.#control, this.#iopub]) {
      socket.linger = 0;
      socket.close();
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  #connect(): void {
    this.#iopub.connect(endpoint(this.connection, this.connection.iopubPort));
    this.#iopub.subscribe();
    this.#shell.connect(endpoint(this.connection, this.connection.shellPort));
    this.#control.connect(endpoint(this.connection, this.connection.controlPort));
    void this.#listen("iopub", this.#iopub);
    void this.#listen("shell", this.#shell);
    void this.#listen("control", this.#control);
  }

  async #listen(channel: Received["channel"], socket: AsyncIterable<Buffer[]>): Promise<void> {
    for await (const frames of socket) {
      const message = this.codec.decode(frames);
      if (!message) throw new Error("A message came that is not signed with our key.");
      this.received.push({ ...message, channel, at: performance.now() });
      for (const listener of this.#listeners) listener();
    }
  }
}

function executeContent(code: string, options: Content): Content {
  return { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false, stop_on_error: true, ...options };
}

/** Ports below those that systems hand out by themselves, so that nobody takes one before the kernel does. */
async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** The messages of one type, without those about busy and idle. */
export function contents(exchange: Exchange, type: string): Content[] {
  return exchange.outputs.filter((message) => message.header.msg_type === type).map((message) => message.content);
}

/** All text that went to a stream. */
export function streamText(exchange: Exchange, name: "stdout" | "stderr"): string {
  const texts = contents(exchange, "stream").filter((content) => content["name"] === name);
  return texts.map((content) => String(content["text"])).join("");
}

/** The text of the cell's value. */
export function resultText(exchange: Exchange): string | undefined {
  const data = contents(exchange, "execute_result")[0]?.["data"] as Record<string, string> | undefined;
  return data?.["text/plain"];
}

/** A traceback as one text without colours. */
export function plainTraceback(content: Content | undefined): string {
  return ((content?.["traceback"] ?? []) as string[]).join("\n").replace(/\u001b\[[0-9;]*m/g, "");
}
