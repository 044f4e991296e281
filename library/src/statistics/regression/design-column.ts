/** What one column of a design stands for. */
export interface DesignColumn {
  /** Position of the feature in the list that was encoded. */
  readonly feature: number;
  readonly kind: "number" | "level" | "missing";
  /** Code of the level, 0 for "not known"; absent for numbers and for the pooled rare levels. */
  readonly code?: number;
  /** Code of the reference level, for levels. */
  readonly reference?: number;
  /** One unit of the design is this much of the column: the standard deviation for numbers, 1 otherwise. */
  readonly unit: number;
  /** Rows of the training part that have it (a known value for numbers). */
  readonly rows: number;
}

/** The rows that choices are made on, and how few are too few. */
export interface ChoiceRows {
  readonly include: Uint8Array | undefined;
  readonly rareRows: number;
}
