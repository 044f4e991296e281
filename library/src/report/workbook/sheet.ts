/** A table on its way into a workbook, as plain JSON: titles and names in one language. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly string[];
  /** Dates as ISO texts with the kind below. */
  readonly rows: readonly (readonly SheetValue[])[];
  readonly kinds: readonly ("text" | "number" | "date" | "time")[];
  /** Rows of the whole table, which may be more than are here. */
  readonly rowCount: number;
}

export type SheetValue = string | number | boolean | null;

/** More rows than this are left out of files, and the file says so. */
export const mostRows = 200_000;
