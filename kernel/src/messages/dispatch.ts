import type { Message } from "../wire/message.js";
import type { Channel } from "../wire/sockets.js";
import { commInfo, commOpen } from "./comms.js";
import { complete } from "./complete.js";
import { execute } from "./execute.js";
import type { Handler } from "./handler.js";
import { historyRequest } from "./history-request.js";
import { inspect } from "./inspect.js";
import { interrupt } from "./interrupt.js";
import { isComplete } from "./is-complete.js";
import type { Kernel } from "./kernel.js";
import { kernelInfo } from "./kernel-info.js";
import { shutdown } from "./shutdown.js";

/** One entry per message type but for `execute_request`, which waits in line; the place where further ones join (debugging, subshells, widgets). */
const handlers: Readonly<Record<string, Handler>> = {
  kernel_info_request: kernelInfo,
  complete_request: complete,
  inspect_request: inspect,
  is_complete_request: isComplete,
  history_request: historyRequest,
  comm_info_request: commInfo,
  comm_open: commOpen,
  comm_msg: () => undefined,
  comm_close: () => undefined,
  interrupt_request: interrupt,
  shutdown_request: shutdown,
};

/** Takes a message from a socket: busy, answer, idle. Cells run in their turn; everything else is answered at once. */
export function dispatch(kernel: Kernel, channel: Channel, request: Message): void {
  if (channel === "stdin") return;
  if (request.header.msg_type === "execute_request") {
    void kernel.cells.add((isAborted) => answer(kernel, { channel, request }, () => execute(kernel, request, channel, isAborted)));
    return;
  }
  const handler = handlers[request.header.msg_type];
  if (handler) void answer(kernel, { channel, request }, () => handler(kernel, request, channel));
}

interface Arrival {
  readonly channel: Channel;
  readonly request: Message;
}

async function answer(kernel: Kernel, { channel, request }: Arrival, handle: () => Promise<void> | void): Promise<void> {
  kernel.sockets.publish("status", { execution_state: "busy" }, request);
  try {
    await handle();
  } catch (error) {
    const reply = request.header.msg_type.replace(/_request$/, "_reply");
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    const content = { status: "error", ename: name, evalue: message, traceback: (stack ?? message).split("\n") };
    if (reply !== request.header.msg_type) kernel.reply(channel, request, reply, content);
  }
  kernel.sockets.publish("status", { execution_state: "idle" }, request);
}
