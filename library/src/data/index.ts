export type { Column, ColumnType, Dataset, Input, Role, RoleGuess } from "./dataset.js";
export { load, type LoadOptions } from "./load.js";
export type { Note } from "./notes.js";
