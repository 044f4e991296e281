import { fileURLToPath } from "node:url";
import { peerPython } from "../setup/places.mjs";

const program = (name) => fileURLToPath(new URL(`contenders/${name}`, import.meta.url));
const node = (name) => [process.execPath, program(name)];
const python = (name) => [peerPython, program(name)];

/** Whose answer every other must equal: one plain SQL text. */
export const reference = "DuckDB (Node)";

/** Ours first; each is a program that takes a task and a path and prints its answer, its time and its memory. */
export const contenders = [
  { name: "Marklab", argv: node("with-marklab.mjs") },
  { name: reference, argv: node("with-duckdb.mjs") },
  { name: "DuckDB (Python)", argv: python("with_duckdb.py") },
  { name: "polars", argv: python("with_polars.py") },
  { name: "pandas", argv: python("with_pandas.py") },
];
