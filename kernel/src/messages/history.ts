/** One cell that ran: its execution number and its source. */
export interface HistoryEntry {
  readonly line: number;
  readonly input: string;
}

/** The cells that this session ran, oldest first. */
export class History {
  readonly #entries: HistoryEntry[] = [];

  add(line: number, input: string): void {
    this.#entries.push({ line, input });
  }

  tail(count: number): HistoryEntry[] {
    return count > 0 ? this.#entries.slice(-count) : [];
  }

  /** Lines from `start` up to but without `stop`. */
  range(start: number, stop: number): HistoryEntry[] {
    return this.#entries.filter(({ line }) => line >= start && line < stop);
  }

  /** Inputs that a pattern matches as a whole; `*` stands for any text, `?` for one character. */
  search(pattern: string, count: number, isUnique: boolean): HistoryEntry[] {
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
