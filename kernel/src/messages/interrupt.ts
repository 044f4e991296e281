import type { Handler } from "./handler.js";

/** `interrupt_request`: stops the cell that runs and calls off those that wait. */
export const interrupt: Handler = (kernel, request, channel) => {
  kernel.cells.abort();
  kernel.session.interrupt();
  kernel.reply(channel, request, "interrupt_reply", { status: "ok" });
};
