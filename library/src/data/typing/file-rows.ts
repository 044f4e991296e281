/** Where the rows of a table stand in the file they came from. */
export interface FileRows {
  readonly firstRow: number;
  readonly rowsSetAside: readonly number[];
}

/** The row of the file, as a spreadsheet counts, that holds the row of a table at `place` (from 0). */
export function rowInFile(place: number, { firstRow, rowsSetAside }: FileRows): number {
  let row = firstRow + place;
  for (const aside of rowsSetAside) {
    if (aside > row) break;
    row++;
  }
  return row;
}
