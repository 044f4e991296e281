import type { Handler } from "./handler.js";

/** `comm_info_request`: no target is registered, so no comm is open. */
export const commInfo: Handler = (kernel, request, channel) => {
  kernel.reply(channel, request, "comm_info_reply", { status: "ok", comms: {} });
};

/** `comm_open` for a target that nobody offers is closed at once, for all to hear. */
export const commOpen: Handler = (kernel, request) => {
  kernel.sockets.publish("comm_close", { comm_id: request.content["comm_id"] ?? "", data: {} }, request);
};
