import type { Handler } from "./handler.js";
import type { HistoryEntry } from "./history.js";

const session = 1;

/** `history_request`: tail, range or search over what this session ran. */
export const historyRequest: Handler = ({ history, reply }, request, channel) => {
  const { content } = request;
  const number = (name: string, otherwise: number) => (typeof content[name] === "number" ? content[name] : otherwise);
  const find = (): HistoryEntry[] => {
    if (content["hist_access_type"] === "range") return history.range(number("start", 0), number("stop", Number.POSITIVE_INFINITY));
    if (content["hist_access_type"] === "search") {
      return history.search(String(content["pattern"] ?? "*"), number("n", 1000), content["unique"] === true);
    }
    return history.tail(number("n", 1000));
  };
  const withOutput = content["output"] === true;
  const entries = find().map(({ line, input }) => [session, line, withOutput ? [input, null] : input]);
  reply(channel, request, "history_reply", { status: "ok", history: entries });
};
