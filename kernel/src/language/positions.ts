/** A piece of generated text that comes from the cell: [column in the generated line, line and column in the cell], all from 0. */
export type Segment = readonly [generatedColumn: number, line: number, column: number];

/** Per line of the generated text, where its pieces come from, in the order of their columns. */
export type PositionMap = readonly (readonly Segment[])[];

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where in the cell does a place in the generated text come from? Text that we added belongs to what stands before it. */
export function originalPosition(map: PositionMap, { line, column }: Position): Position {
  const segments = map[line];
  if (!segments?.length) return lastBefore(map, line);
  let found: Segment = segments[0] ?? [0, 0, 0];
  for (const segment of segments) {
    if (segment[0] > column) break;
    found = segment;
  }
  return { line: found[1], column: found[2] + Math.max(0, column - found[0]) };
}

function lastBefore(map: PositionMap, line: number): Position {
  for (let index = Math.min(line, map.length) - 1; index >= 0; index -= 1) {
    const last = map[index]?.at(-1);
    if (last) return { line: last[1], column: last[2] };
  }
  return { line: 0, column: 0 };
}

/** A map of a map: what `outer` points to is itself generated, and `inner` knows where that comes from. */
export function composeMaps(outer: PositionMap, inner: PositionMap): PositionMap {
  return outer.map((segments) =>
    segments.flatMap(([generated, line, column], index): Segment[] => {
      const end = column + (segments[index + 1]?.[0] ?? Number.POSITIVE_INFINITY) - generated;
      const origin = originalPosition(inner, { line, column });
      const within = (inner[line] ?? []).filter(([start]) => start > column && start < end);
      return [
        [generated, origin.line, origin.column],
        ...within.map(([start, at, from]): Segment => [generated + start - column, at, from]),
      ];
    }),
  );
}

/** The line starts of a text, as offsets; `\r\n`, `\n` and the two Unicode line ends count. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** Offset → line and column. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, column: offset - (starts[low] ?? 0) };
}
