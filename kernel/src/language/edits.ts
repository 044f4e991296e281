import { lineStarts, positionAt, type PositionMap, type Segment } from "./positions.js";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly order: number;
}

/** Changes to a text, gathered in any order by offsets of the unchanged text, then made at once with a map back. */
export class Edits {
  readonly #edits: Edit[] = [];

  /** Puts `text` in place of what stands from `start` to `end`. */
  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text, order: this.#edits.length });
  }

  /** Puts `text` before what stands at `offset`. */
  insert(offset: number, text: string): void {
    this.replace(offset, offset, text);
  }

  /** Covers a range with blanks; line ends stay. */
  blank(start: number, end: number, source: string): void {
    this.replace(start, end, source.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, " "));
  }

  apply(source: string): { text: string; map: PositionMap } {
    const writer = new MappedText(source);
    let at = 0;
    for (const edit of this.#edits.toSorted((a, b) => a.start - b.start || a.end - b.end || a.order - b.order)) {
      if (edit.start < at) continue;
      writer.copy(at, edit.start);
      writer.add(edit.text, edit.start);
      at = edit.end;
    }
    writer.copy(at, source.length);
    return { text: writer.text, map: writer.map };
  }
}

/** A text under construction that remembers where each piece came from. */
class MappedText {
  text = "";
  readonly map: Segment[][] = [[]];
  #lineStart = 0;
  readonly #starts: readonly number[];

  constructor(readonly source: string) {
    this.#starts = lineStarts(source);
  }

  copy(start: number, end: number): void {
    if (end > start) this.#put(this.source.slice(start, end), (offset) => start + offset);
  }

  add(text: string, origin: number): void {
    if (text) this.#put(text, () => origin);
  }

  #put(text: string, originOf: (offset: number) => number): void {
    const starts = lineStarts(text);
    starts.forEach((start, index) => {
      if (index > 0) {
        this.map.push([]);
        this.#lineStart = this.text.length + start;
      }
      if (start === text.length && index > 0 && text.length > 0) return;
      const { line, column } = positionAt(this.#starts, originOf(start));
      this.map.at(-1)?.push([this.text.length + start - this.#lineStart, line, column]);
    });
    this.text += text;
  }
}
