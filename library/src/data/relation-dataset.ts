import type { ColumnTable } from "arquero";
import { displaySymbol, type MimeBundle } from "../display.js";
import type { Engine, QueryOptions } from "../engine/engine.js";
import { column, join, raw, sql, type Sql } from "../engine/sql.js";
import { describeColumns } from "./columns.js";
import { datasetBundle } from "./dataset-display.js";
import type { Column, Dataset, Input } from "./dataset.js";
import { columnMissing } from "./errors.js";
import { nearestName } from "./nearest-name.js";
import type { Note } from "./notes.js";
import { guessRoles } from "./roles/guess-roles.js";
import { rowInFile, type FileRows } from "./typing/file-rows.js";

interface Facts {
  readonly engine: Engine;
  readonly relation: Sql;
  readonly input: Input;
  readonly columns: readonly Column[];
  readonly notes: readonly Note[];
}

/** Where the rows of a data set stand in their file, for messages that name a row; only known to data sets that were loaded from one. */
export interface Origin extends FileRows {
  readonly relation: Sql;
}

const origins = new WeakMap<object, Origin>();

/**
 * The row of the file, as a spreadsheet counts, that holds the row of a data set at `place` (counted from 1).
 * Data that came from no file, and rows that `where` has picked, keep their own count.
 */
export function fileRow(dataset: Pick<Dataset<object>, "relation">, place: number): number {
  const origin = origins.get(dataset);
  return origin && origin.relation === dataset.relation ? rowInFile(place - 1, origin) : place;
}

const rowsShown = 10;

/** A data set over a table or view of an engine. */
class RelationDataset<Row extends object> implements Dataset<Row> {
  readonly engine: Engine;
  readonly relation: Sql;
  readonly input: Input;
  readonly columns: readonly Column[];
  readonly notes: readonly Note[];

  constructor(facts: Facts, origin: Origin | undefined) {
    this.engine = facts.engine;
    this.relation = facts.relation;
    this.input = facts.input;
    this.columns = facts.columns;
    this.notes = facts.notes;
    if (origin) origins.set(this, origin);
  }

  async rows(limit = 1000, options?: QueryOptions): Promise<Row[]> {
    if (!Number.isInteger(limit) || limit < 0) throw new RangeError(`rows() takes a whole number of rows from 0, not ${limit}.`);
    return (await this.engine.query(sql`SELECT * FROM ${this.relation} LIMIT ${raw(String(limit))}`, options)).objects() as Row[];
  }

  async count(options?: QueryOptions): Promise<number> {
    return (await this.engine.query(sql`SELECT count(*) AS n FROM ${this.relation}`, options)).get("n", 0) as number;
  }

  where(condition: Sql): Dataset<Row> {
    return this.#with({ relation: sql`(SELECT * FROM ${this.relation} WHERE ${condition})` });
  }

  select<Name extends keyof Row & string>(...names: Name[]): Dataset<Pick<Row, Name>> {
    const known = this.columns.map(({ name }) => name);
    const columns = names.map((name) => {
      const found = this.columns.find((one) => one.name === name);
      if (!found) throw columnMissing({ name, columns: known, nearest: nearestName(name, known) });
      return found;
    });
    const list = join(
      names.map((name) => column(name)),
      ", ",
    );
    return this.#with({ relation: sql`(SELECT ${list} FROM ${this.relation})`, columns }) as unknown as Dataset<Pick<Row, Name>>;
  }

  toArquero(options?: QueryOptions): Promise<ColumnTable> {
    return this.engine.query(sql`SELECT * FROM ${this.relation}`, options);
  }

  async [displaySymbol](): Promise<MimeBundle> {
    const [head, rowCount] = await Promise.all([this.rows(rowsShown), this.count()]);
    return datasetBundle({
      name: this.input.name,
      columns: this.columns,
      rowCount,
      head: head as Record<string, unknown>[],
      notes: this.notes,
    });
  }

  #with(change: Partial<Facts>): RelationDataset<Row> {
    return new RelationDataset<Row>({ ...this, ...change }, origins.get(this));
  }
}

export interface DatasetFacts {
  readonly engine: Engine;
  readonly relation: Sql;
  readonly name: string;
  readonly sha256: string;
  readonly notes: readonly Note[];
  readonly origin?: Origin | undefined;
}

/** Makes a data set: asks the engine for columns and rows, and guesses what the columns are about. */
export async function relationDataset<Row extends object>(facts: DatasetFacts, options?: QueryOptions): Promise<Dataset<Row>> {
  const { engine, relation, name, sha256, notes, origin } = facts;
  const [columns, counted] = await Promise.all([
    describeColumns(engine, relation, options),
    engine.query(sql`SELECT count(*) AS n FROM ${relation}`, options),
  ]);
  const rows = counted.get("n", 0) as number;
  const input: Input = { name, sha256, rows, columns: columns.map((one) => one.name) };
  const guessed = await guessRoles(engine, { relation, columns }, options);
  return new RelationDataset<Row>({ engine, relation, input, columns: guessed, notes }, origin);
}
