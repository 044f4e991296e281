/** A value that travels beside the SQL text as a parameter. */
export type SqlValue = string | number | bigint | boolean | Date | null;

/** A piece of SQL: text with the values that belong to it. Only `sql`, `column` and `raw` make one, so no value is ever pasted into text. */
export class Sql {
  /** `strings` has one more element than `values`. */
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly SqlValue[],
  ) {}

  /** The text with numbered parameters, as DuckDB takes it: `$1`, `$2` … */
  get text(): string {
    return this.strings.reduce((text, part, index) => (index === 0 ? part : `${text}$${index}${part}`), "");
  }
}

/** SQL with its values kept apart: nested pieces are joined, everything else becomes a parameter. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | SqlValue)[]): Sql {
  const texts = [strings[0] ?? ""];
  const values: SqlValue[] = [];
  const append = (text: string) => texts.push((texts.pop() ?? "") + text);
  parts.forEach((part, index) => {
    if (part instanceof Sql) {
      append(part.strings[0] ?? "");
      part.values.forEach((value, position) => {
        values.push(value);
        texts.push(part.strings[position + 1] ?? "");
      });
    } else {
      values.push(part);
      texts.push("");
    }
    append(strings[index + 1] ?? "");
  });
  return new Sql(texts, values);
}

/** A quoted identifier; every name that comes from data goes through here: ``sql`SELECT ${column('金额(元)')}` ``. */
export const column = (...path: readonly string[]): Sql => raw(path.map((name) => `"${name.replaceAll('"', '""')}"`).join("."));

/** Text that is SQL as it stands. Never for anything that came from data or a user. */
export const raw = (text: string): Sql => new Sql([text], []);

/** Pieces with a separator between them: ``join(names.map((name) => column(name)), ", ")``. */
export const join = (pieces: readonly Sql[], separator: string): Sql =>
  pieces.reduce((joined, piece, index) => (index === 0 ? piece : sql`${joined}${raw(separator)}${piece}`), raw(""));

/** Text as SQL writes it, for the few places where an engine takes no parameter: the columns of a file, the source of a view. */
export const literal = (text: string): Sql => raw(`'${text.replaceAll("'", "''")}'`);
