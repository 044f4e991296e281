import { wordStart } from "../language/words.js";
import { toCodePoints, toUnits } from "../wire/code-points.js";
import type { Handler } from "./handler.js";

/** `complete_request`: what types know, or else what the run-time value answers to. */
export const complete: Handler = async (kernel, request, channel) => {
  const code = String(request.content["code"] ?? "");
  const offset = toUnits(code, Number(request.content["cursor_pos"] ?? code.length));
  const { start, end, entries, receiver } = await kernel.language.ask({ type: "complete", source: code, offset });
  const found = receiver === undefined ? entries : [...entries, ...(await runTimeEntries(receiver))];
  const cursor_start = toCodePoints(code, start);
  const cursor_end = toCodePoints(code, end);
  kernel.reply(channel, request, "complete_reply", {
    status: "ok",
    matches: found.map(({ text }) => text),
    cursor_start,
    cursor_end,
    metadata: {
      _jupyter_types_experimental: found.map(({ text, type }) => ({ start: cursor_start, end: cursor_end, text, type, signature: "" })),
    },
  });

  async function runTimeEntries(expression: string) {
    const prefix = code.slice(wordStart(code, offset), offset).toLowerCase();
    const properties = await kernel.session.properties(expression);
    return properties
      .filter(({ name }) => name.toLowerCase().startsWith(prefix) && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name))
      .map(({ name, kind }) => ({ text: name, type: kind }));
  }
};
