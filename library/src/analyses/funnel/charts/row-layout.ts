import { shorten, sizes, textWidth, wrapText } from "../../../charts/index.js";

const label = { size: sizes.label };
const strong = { size: sizes.label, isBold: true };
const line = Math.round(sizes.label * sizes.lineHeight);
const mostNameLines = 2;
const smallestPlot = 90;

/** Names on the left, a plot in the middle and columns of figures on the right, one row for each name. */
export interface RowsAsked {
  readonly names: readonly string[];
  /** Figures from left to right, each with the heading of its column. */
  readonly columns: readonly { readonly heading: string; readonly texts: readonly string[] }[];
  readonly width: number;
  /** Room below a row for a line of its own, by its position. */
  readonly notedRows?: readonly number[];
}

export interface RowPlace {
  readonly lines: readonly string[];
  readonly middle: number;
  /** Where the row ends; a line of its own stands below. */
  readonly bottom: number;
}

export interface RowsPlaced {
  readonly rows: readonly RowPlace[];
  /** Where the plot begins and ends, and the right edge of each column. */
  readonly plotLeft: number;
  readonly plotRight: number;
  readonly columnEdges: readonly number[];
  /** Headings on as many lines as they need, of which the last stands right above the rows. */
  readonly headings: readonly (readonly string[])[];
  readonly headingHeight: number;
  readonly noteHeight: number;
  readonly height: number;
}

const widest = (texts: readonly string[], style: { size: number; isBold?: boolean }): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, style)));

/** A name on one or two lines; the last one is shortened where even two are too few. */
function nameLines(name: string, width: number): string[] {
  const lines = wrapText(name, width, label);
  if (lines.length <= mostNameLines) return lines;
  const [first = ""] = lines;
  return [first, shorten(`${name.slice(first.length).trimStart()}`, width, label)];
}

/** Narrower drawings break the headings of their columns. */
const narrow = 560;

/** Columns are as wide as their figures and their heading, or its longest word. */
const columnWidth = ({ heading, texts }: RowsAsked["columns"][number], isNarrow: boolean): number =>
  Math.max(widest(isNarrow ? heading.split(" ") : [heading], strong), widest(texts, strong)) + 2;

/** Where every name, figure and bar of a chart of rows stands, so that nothing overlaps and nothing is cut. */
export function placeRows({ names, columns, width, notedRows = [] }: RowsAsked): RowsPlaced {
  const columnWidths = columns.map((column) => columnWidth(column, width < narrow));
  const taken = columnWidths.reduce((sum, each) => sum + each + sizes.inset, 0);
  const mostForNames = Math.max(60, Math.min(width * 0.34, width - taken - smallestPlot - sizes.inset));
  const nameWidth = Math.min(widest(names, label) + 2, mostForNames);
  const columnEdges = columnWidths.map(
    (_, index) => width - columnWidths.slice(index + 1).reduce((sum, each) => sum + each + sizes.inset, 0),
  );
  const headings = columns.map(({ heading }, index) => wrapText(heading, (columnWidths[index] ?? 0) + 1, strong));
  const headingHeight = Math.max(0, ...headings.map(({ length }) => length)) * line + 4;
  let top = headingHeight;
  const rows = names.map((name, index): RowPlace => {
    const lines = nameLines(name, nameWidth);
    const height = Math.max(sizes.step, lines.length * line + 10);
    const place = { lines, middle: top + height / 2, bottom: top + height };
    top += height + (notedRows.includes(index) ? line : 0);
    return place;
  });
  const plotLeft = nameWidth + sizes.inset;
  return { rows, plotLeft, plotRight: width - taken - sizes.inset, columnEdges, headings, headingHeight, noteHeight: line, height: top };
}
