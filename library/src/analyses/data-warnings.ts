import type { Column, Dataset, Role } from "../data/dataset.js";
import type { Warning } from "./result.js";

/** Roles whose values are computed with; a value there that cannot be read is lost to the result. */
const measured: readonly Role[] = ["date", "amount", "quantity", "price", "cost"];
const unread = ["mixed-column", "undecided-dates"];

/** What loading noticed that bears on a result: rows that were set aside, and values of the columns it computes with that could not be read. */
export function dataWarnings({ notes }: Dataset<object>, columns: Partial<Record<Role, Column>>): Warning[] {
  const names = measured.flatMap((role) => columns[role]?.name ?? []);
  return notes
    .filter(({ code, column }) => code === "rows-set-aside" || (unread.includes(code) && names.includes(column ?? "")))
    .map(({ code, text }) => ({ code, level: "note", text }));
}
