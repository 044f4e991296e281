import { Dealer, Subscriber } from "zeromq";
import { isAnswered, newExchange, settle, takeOutput, takeReply } from "./exchange.mjs";
import { connectionFile, startProcess } from "./process.mjs";
import { decode, encode } from "./wire.mjs";

/** The longest that any kernel may take for one answer. */
const patience = 30_000;

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
  const sockets = openSockets(file.connection);
  /** @type {Map<string, import("./exchange.mjs").Exchange>} */
  const exchanges = new Map();
  const started = performance.now();
  const child = startProcess(kernel.argv, file.path, { cwd, env: kernel.env });
  const listening = [
    listen(sockets.shell, { key: file.connection.key, exchanges, take: takeReply }),
    listen(sockets.iopub, { key: file.connection.key, exchanges, take: takeOutput }),
  ];
  const broken = Promise.race([...listening, child.ended]).then((reason) => {
    throw new KernelFailure(`${reason ?? "closed its sockets"}`);
  });
  broken.catch(() => undefined);

  /** Sends a request; what it brings is entered as it arrives. */
  const send = async (type, content) => {
    const { id, frames } = encode(file.connection.key, type, content);
    const exchange = newExchange();
    exchanges.set(id, exchange);
    await sockets.shell.send(frames);
    return exchange;
  };
  /** Waits for more of an exchange's messages; true when `isDone` held in time. */
  const waitFor = (exchange, isDone, within = patience) => Promise.race([broken, settle(exchange, isDone, within)]);
  /** Sends a request and waits for its answer. */
  const request = async (type, content, isDone = isAnswered) => {
    const exchange = await send(type, content);
    if (await waitFor(exchange, isDone)) return exchange;
    throw new KernelFailure(`gave no answer within ${patience / 1000} s`);
  };
  const close = async () => {
    await child.kill();
    for (const socket of Object.values(sockets)) socket.close();
    await file.remove();
  };
  return {
    pid: child.pid,
    started,
    request,
    waitFor,
    send: (code) => send("execute_request", cell(code)),
    execute: (code) => request("execute_request", cell(code)),
    close,
  };
}

/** The content of a request that runs a cell as JupyterLab sends it. */
const cell = (code) => ({ code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false, stop_on_error: true });

/** Sockets that wait for the kernel to appear: asked every millisecond, so that the wait does not show in its start. */
function openSockets({ ip, shell_port, iopub_port }) {
  const shell = new Dealer({ reconnectInterval: 1, linger: 0 });
  const iopub = new Subscriber({ reconnectInterval: 1, linger: 0, receiveHighWaterMark: 0 });
  iopub.subscribe();
  shell.connect(`tcp://${ip}:${shell_port}`);
  iopub.connect(`tcp://${ip}:${iopub_port}`);
  return { shell, iopub };
}

async function listen(socket, { key, exchanges, take }) {
  for await (const frames of socket) {
    const at = performance.now();
    const message = decode(key, frames);
    const exchange = exchanges.get(message.parent);
    if (!exchange) continue;
    take(exchange, message, at - exchange.sentAt);
    exchange.changed();
  }
}
