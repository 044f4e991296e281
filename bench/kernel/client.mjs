import { Dealer, Subscriber } from "zeromq";
import { connectionFile, startProcess } from "./process.mjs";
import { decode, encode } from "./wire.mjs";

/**
 * What a kernel answered to one request. Times are milliseconds since it was sent; `outputs` grows further when messages arrive late.
 *
 * @typedef {{ reply?: any, repliedAt?: number, idleAt?: number, outputs: { type: string, content: any, at: number }[] }} Exchange
 */

/** The longest that any kernel may take for one answer. */
export const patience = 30_000;

/** A kernel that hung, died or answered nonsense; the message is what the table shows. */
export class KernelFailure extends Error {}

/**
 * Starts a kernel and speaks to it as a front end would: signed messages, the whole of iopub, nothing dropped on our side.
 *
 * @param {{ name: string, argv: string[], env?: Record<string, string> }} kernel
 * @param {string} cwd the folder that it works in
 */
export async function startKernel(kernel, cwd) {
  const file = await connectionFile();
  const { connection } = file;
  const shell = new Dealer({ reconnectInterval: 1, linger: 0 });
  const iopub = new Subscriber({ reconnectInterval: 1, linger: 0, receiveHighWaterMark: 0 });
  iopub.subscribe();
  shell.connect(`tcp://${connection.ip}:${connection.shell_port}`);
  iopub.connect(`tcp://${connection.ip}:${connection.iopub_port}`);
  /** @type {Map<string, Exchange & { sentAt: number, changed: () => void }>} */
  const exchanges = new Map();

  const listen = async (socket, take) => {
    for await (const frames of socket) {
      const at = performance.now();
      const message = decode(connection.key, frames);
      const exchange = exchanges.get(message.parent);
      if (!exchange) continue;
      take(exchange, message, at - exchange.sentAt);
      exchange.changed();
    }
  };
  const started = performance.now();
  const process = startProcess(kernel.argv, file.path, { cwd, env: kernel.env });
  const broken = Promise.race([listen(shell, takeReply), listen(iopub, takeOutput), process.ended]).then((reason) => {
    throw new KernelFailure(`${kernel.name} ${reason ?? "closed its sockets"}`);
  });
  broken.catch(() => undefined);

  const send = async (type, content) => {
    const { id, frames } = encode(connection.key, type, content);
    const exchange = { sentAt: performance.now(), outputs: [], changed: () => undefined };
    exchanges.set(id, exchange);
    await shell.send(frames);
    return exchange;
  };
  /** Waits for more of an exchange's messages; true when `isDone` held in time. */
  const waitFor = (exchange, isDone, within = patience) => Promise.race([broken, settle(exchange, isDone, within)]);
  /** Sends a request and waits for its answer. */
  const request = async (type, content, isDone = isAnswered) => {
    const exchange = await send(type, content);
    if (await waitFor(exchange, isDone)) return exchange;
    throw new KernelFailure(`${kernel.name} gave no answer within ${patience / 1000} s`);
  };
  return {
    pid: process.pid,
    started,
    request,
    waitFor,
    send: (code) => send("execute_request", executeContent(code)),
    execute: (code) => request("execute_request", executeContent(code)),
    close: async () => {
      await process.kill();
      shell.close();
      iopub.close();
      await file.remove();
    },
  };
}

const executeContent = (code) => ({
  code,
  silent: false,
  store_history: true,
  user_expressions: {},
  allow_stdin: false,
  stop_on_error: true,
});

/** True when reply and idle are both there; their order is free. */
export const isAnswered = (exchange) => exchange.repliedAt !== undefined && exchange.idleAt !== undefined;

function takeReply(exchange, message, at) {
  exchange.reply = message.content;
  exchange.repliedAt = at;
}

function takeOutput(exchange, message, at) {
  if (message.type !== "status") exchange.outputs.push({ type: message.type, content: message.content, at });
  else if (message.content.execution_state === "idle") exchange.idleAt ??= at;
}

/** Resolves to whether `isDone` came to hold; it is asked again whenever a message arrives. */
function settle(exchange, isDone, within) {
  return new Promise((resolve) => {
    const clock = setTimeout(() => resolve(false), within).unref();
    exchange.changed = () => {
      if (!isDone(exchange)) return;
      clearTimeout(clock);
      resolve(true);
    };
    exchange.changed();
  });
}
