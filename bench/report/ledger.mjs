/**
 * What one contender did in one row. A failure is a hang, a crash or a wrong answer: then nothing is claimed in that row. A flaw is an answer
 * that came incomplete (lines lost or late): the time does not count, and the flaw is told. `absent` says why a row does not apply.
 *
 * @typedef {{ values: number[], failures: string[], flaws: string[], absent?: string }} Outcome
 */

/** Everything that was measured, by row and contender. */
export class Ledger {
  /** @type {Map<string, Map<string, Outcome>>} */
  #rows = new Map();

  /** @returns {Outcome} */
  of(row, contender) {
    if (!this.#rows.has(row)) this.#rows.set(row, new Map());
    const outcomes = this.#rows.get(row);
    if (!outcomes.has(contender)) outcomes.set(contender, { values: [], failures: [], flaws: [] });
    return outcomes.get(contender);
  }

  add(row, contender, value) {
    this.of(row, contender).values.push(value);
  }

  flaw(row, contender, text) {
    this.of(row, contender).flaws.push(text);
  }

  fail(row, contender, text) {
    this.of(row, contender).failures.push(text);
  }

  absent(row, contender, reason) {
    this.of(row, contender).absent = reason;
  }

  /** Needs a contender no further round of this row? It does not apply, or went wrong three times. */
  isOut(row, contender) {
    const { absent, failures, flaws } = this.of(row, contender);
    return absent !== undefined || failures.length + flaws.length >= 3;
  }
}
