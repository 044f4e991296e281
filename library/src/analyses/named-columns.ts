import { columnNamed } from "../data/roles.js";
import type { Column } from "../data/dataset.js";
import type { OptionsSchema } from "./analysis.js";

/**
 * Sees that every column exists that an option names.
 *
 * @throws DataError `column-missing` with the nearest name
 */
export function checkNamedColumns(columns: readonly Column[], schema: OptionsSchema, options: Readonly<Record<string, unknown>>): void {
  for (const [name, { format }] of Object.entries(schema.properties)) {
    if (format !== "column" && format !== "columns") continue;
    for (const given of [options[name]].flat()) if (typeof given === "string") columnNamed(columns, given);
  }
}
