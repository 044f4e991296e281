import type { Message } from "../wire/message.js";
import type { Channel } from "../wire/sockets.js";
import type { Kernel } from "./kernel.js";

/** Answers one request. The kernel shows itself busy until the promise settles. */
export type Handler = (kernel: Kernel, request: Message, channel: Channel) => Promise<void> | void;
