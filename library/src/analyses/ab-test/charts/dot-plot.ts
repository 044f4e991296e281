/** One line of a dot plot: a heading, or a name with a point, its interval and the texts beside it. */
export interface DotRow {
  readonly label: string;
  readonly isHeading?: boolean;
  readonly value?: number | undefined;
  readonly interval?: readonly [number, number] | undefined;
  readonly look: "accent" | "base" | "pale";
  /** Filled points are clear, hollow ones are not. */
  readonly isClear: boolean;
  /** The value as a text, and what stands behind it where there is room. */
  readonly text: string;
  readonly note: string;
}

export interface DotPlot {
  readonly rows: readonly DotRow[];
  readonly unit: "percent" | "number";
  readonly axisTitle: string;
  /** A line at no effect. */
  readonly hasZero: boolean;
  /** A dashed line, such as the effect over all segments. */
  readonly reference?: number | undefined;
  /** Headings of the tooltip: name, value, interval. */
  readonly words: { readonly name: string; readonly value: string; readonly interval: string };
}
