import type { Handler } from "./handler.js";

interface Entry {
  readonly line: number;
  readonly input: string;
}

const session = 1;

/** The cells that this session ran, oldest first. */
export class History {
  readonly #entries: Entry[] = [];

  add(line: number, input: string): void {
    this.#entries.push({ line, input });
  }

  tail(count: number): Entry[] {
    return count > 0 ? this.#entries.slice(-count) : [];
  }

  /** Lines from `start` up to but without `stop`. */
  range(start: number, stop: number): Entry[] {
    return this.#entries.filter(({ line }) => line >= start && line < stop);
  }

  /** Inputs that a pattern matches as a whole; `*` stands for any text, `?` for one character. */
  search(pattern: string, count: number, isUnique: boolean): Entry[] {
    const escaped = pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/\*/g, ".*")
      .replace(/\?/g, ".");
    const expression = new RegExp(`^${escaped}$`, "su");
    const found = this.#entries.filter(({ input }) => expression.test(input));
    const kept = isUnique ? [...new Map(found.map((entry) => [entry.input, entry])).values()] : found;
    return kept.slice(-count);
  }
}

/** `history_request`: tail, range or search over what this session ran. */
export const historyRequest: Handler = ({ history, reply }, request, channel) => {
  const { content } = request;
  const number = (name: string, otherwise: number) => (typeof content[name] === "number" ? content[name] : otherwise);
  const find = (): Entry[] => {
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
