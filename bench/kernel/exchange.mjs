/**
 * One request and what a kernel answered to it. Times are milliseconds since it was sent; `outputs` grows further when messages arrive late.
 *
 * @typedef {{ sentAt: number, reply?: any, repliedAt?: number, idleAt?: number, outputs: Output[], changed: () => void }} Exchange
 * @typedef {{ type: string, content: any, at: number }} Output
 */

/** @returns {Exchange} */
export const newExchange = () => ({ sentAt: performance.now(), outputs: [], changed: () => undefined });

/** Enters a message of the shell socket. */
export function takeReply(exchange, message, at) {
  exchange.reply = message.content;
  exchange.repliedAt = at;
}

/** Enters a message of the iopub socket. */
export function takeOutput(exchange, message, at) {
  if (message.type !== "status") exchange.outputs.push({ type: message.type, content: message.content, at });
  else if (message.content.execution_state === "idle") exchange.idleAt ??= at;
}

export const hasReplied = ({ repliedAt }) => repliedAt !== undefined;

/** True when reply and idle are both there; their order is free. */
export const isAnswered = ({ repliedAt, idleAt }) => repliedAt !== undefined && idleAt !== undefined;

/** Resolves to whether `isDone` came to hold in time; it is asked again whenever a message arrives. */
export function settle(exchange, isDone, within) {
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
