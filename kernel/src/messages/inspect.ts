import { toUnits } from "../wire/code-points.js";
import type { Handler } from "./handler.js";

/** `inspect_request`: the type, documentation or signature at the cursor. */
export const inspect: Handler = async (kernel, request, channel) => {
  const code = String(request.content["code"] ?? "");
  const offset = toUnits(code, Number(request.content["cursor_pos"] ?? code.length));
  const found = await kernel.language.ask({ type: "inspect", source: code, offset });
  const data = found ? { "text/plain": found.plain, "text/markdown": found.markdown } : {};
  kernel.reply(channel, request, "inspect_reply", { status: "ok", found: found !== undefined, data, metadata: {} });
};
