import type { ColumnTable } from "arquero";
import type { Engine, QueryOptions } from "../engine/engine.js";
import type { Sql } from "../engine/sql.js";
import type { Displayable } from "../display.js";
import type { Note } from "./notes.js";

/** What the result was made from. `sha256` is of the file's bytes, or of the rows when there was no file. */
export interface Input {
  readonly name: string;
  readonly sha256: string;
  readonly rows: number;
  readonly columns: readonly string[];
}

/** The types a column can have, whatever the engine calls them. */
export type ColumnType = "text" | "number" | "integer" | "boolean" | "date" | "timestamp" | "other";

/** What a column is about; found by name (English and Chinese synonyms) and by content. */
export type Role =
  | "customer"
  | "order"
  | "date"
  | "amount"
  | "quantity"
  | "price"
  | "product"
  | "channel"
  | "campaign"
  | "cost"
  | "event"
  | "variant"
  | "outcome"
  | "session"
  | "duration"
  | "text";

export interface RoleGuess {
  readonly role: Role;
  /** From 0 to 1; below 0.5 a column is never chosen without being named. */
  readonly confidence: number;
  /** Why: the name matched, the content matched, or both. */
  readonly by: "name" | "content" | "name and content";
}

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly roles: readonly RoleGuess[];
}

/** A typed relation in an engine. Nothing is read from it before a method asks. `Row` is the type of one row. */
export interface Dataset<Row extends object = Record<string, unknown>> extends Displayable {
  readonly input: Input;
  readonly engine: Engine;
  /** What a query names after FROM. */
  readonly relation: Sql;
  readonly columns: readonly Column[];
  /** What loading noticed and the user should know: encoding, delimiter, columns kept as text, rows set aside. */
  readonly notes: readonly Note[];
  rows(limit?: number, options?: QueryOptions): Promise<Row[]>;
  count(options?: QueryOptions): Promise<number>;
  /** Keeps the rows for which a SQL condition holds, such as ``where(sql`${column("Country")} = ${"France"}`)``. */
  where(condition: Sql): Dataset<Row>;
  select<Name extends keyof Row & string>(...names: Name[]): Dataset<Pick<Row, Name>>;
  toArquero(options?: QueryOptions): Promise<ColumnTable>;
}
