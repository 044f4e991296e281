import type { Handler } from "./handler.js";

/** `shutdown_request`: ends the session, tells everybody, and then the kernel itself. A restart is the client's to do. */
export const shutdown: Handler = (kernel, request, channel) => {
  const content = { status: "ok", restart: request.content["restart"] === true };
  kernel.reply(channel, request, "shutdown_reply", content);
  kernel.sockets.publish("shutdown_reply", content, request);
  setImmediate(() => void kernel.shutdown());
};
