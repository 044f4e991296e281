import { sizes, type Layers } from "../../../charts/index.js";
import { across, down } from "./pixels.js";
import type { RowsAsked, RowsPlaced } from "./row-layout.js";

const line = Math.round(sizes.label * sizes.lineHeight);

/** One text at a place in pixels. */
interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly text: readonly string[];
}

/** Texts of one style at their places; nothing where there are none. */
function textLayer(
  values: readonly PlacedText[],
  style: string,
  place: { align: "left" | "right" | "center"; baseline: "middle" | "bottom"; extent: readonly [number, number] },
): Layers {
  const { align, baseline, extent } = place;
  if (values.length === 0) return [];
  return [
    {
      data: { values: [...values] },
      mark: { type: "text" as const, style, align, baseline, lineHeight: line, tooltip: null },
      encoding: { x: across("x", extent[0]), y: down("y", extent[1]), text: { field: "text", type: "nominal" as const } },
    },
  ];
}

/** Names, figures and headings of a chart of rows; rows that are singled out have strong texts. */
export function rowTexts({ names, columns, width }: RowsAsked, placed: RowsPlaced, strongRows: readonly number[] = []): Layers {
  const extent = [width, placed.height] as const;
  const left = { align: "left", baseline: "middle", extent } as const;
  const right = { ...left, align: "right" } as const;
  const rows = names.map((_, index) => index);
  const name = (index: number): PlacedText => {
    const { lines = [], middle = 0 } = placed.rows[index] ?? {};
    return { x: 0, y: middle - ((lines.length - 1) * line) / 2, text: lines };
  };
  const figures = (index: number): PlacedText[] =>
    columns.map(({ texts }, column) => ({
      x: placed.columnEdges[column] ?? width,
      y: placed.rows[index]?.middle ?? 0,
      text: [texts[index] ?? ""],
    }));
  const isStrong = (index: number) => strongRows.includes(index);
  const headings = placed.headings.map((lines, column): PlacedText => ({
    x: placed.columnEdges[column] ?? width,
    y: placed.headingHeight - 6 - (lines.length - 1) * line,
    text: lines,
  }));
  return [
    ...textLayer(rows.filter((index) => !isStrong(index)).map(name), "value", left),
    ...textLayer(rows.filter(isStrong).map(name), "strong", left),
    ...textLayer(rows.filter((index) => !isStrong(index)).flatMap(figures), "value", right),
    ...textLayer(rows.filter(isStrong).flatMap(figures), "strong", right),
    ...textLayer(headings, "heading", { ...right, baseline: "bottom" }),
  ];
}

/** Lines of text below rows or elsewhere in the drawing. */
export const notes = (
  values: readonly PlacedText[],
  extent: readonly [number, number],
  align: "left" | "right" | "center" = "left",
): Layers => textLayer(values, "note", { align, baseline: "middle", extent });
