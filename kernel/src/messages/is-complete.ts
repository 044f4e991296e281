import type { Handler } from "./handler.js";

/** `is_complete_request`: would Enter run this text? */
export const isComplete: Handler = async (kernel, request, channel) => {
  const source = String(request.content["code"] ?? "");
  kernel.reply(channel, request, "is_complete_reply", { ...(await kernel.language.ask({ type: "completeness", source })) });
};
