/** One line of a parameters cell, `let groups: number = 5;`. */
export interface ParameterLine {
  readonly name: string;
  /** The TypeScript type as written, empty where there is none. */
  readonly type: string;
  /** Whether the value is a plain literal; the value of any other expression is unknown. */
  readonly isLiteral: boolean;
  readonly value: unknown;
  /** What stands before and after the value, to be kept when it is replaced. */
  readonly before: string;
  readonly after: string;
}

const type = String.raw`(?:"[^"]*"|'[^']*'|[^"'=])+?`;
const text = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`;
const list = String.raw`\[(?:"(?:[^"\\]|\\.)*"|[^"\]])*\]`;
const scalar = String.raw`-?[0-9][0-9_.eE+-]*|true|false|null`;
const declaration = new RegExp(
  String.raw`^(\s*let\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*(?::\s*(${type}))?\s*=\s*)(${text}|${list}|${scalar}|.*?)(\s*;?\s*(?://.*)?)$`,
  "u",
);

const asJson = (source: string): string => {
  if (source.startsWith("'")) return `"${source.slice(1, -1).replace(/\\'|"/g, (found) => (found === "\\'" ? "'" : '\\"'))}"`;
  return /^-?\d/.test(source) ? source.replaceAll("_", "") : source;
};

const read = (source: string): { isLiteral: boolean; value: unknown } => {
  try {
    return { isLiteral: true, value: JSON.parse(asJson(source)) };
  } catch {
    return { isLiteral: false, value: undefined };
  }
};

/** Reads one line of a parameters cell; nothing for a comment, an empty line or any other statement. */
export function parseParameterLine(line: string): ParameterLine | undefined {
  const [, before, name, written, source, after] = declaration.exec(line) ?? [];
  if (before === undefined || name === undefined || source === undefined) return undefined;
  return { name, type: (written ?? "").trim(), ...read(source), before, after: after ?? "" };
}

const invisible = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * A JSON value as a TypeScript literal on one line. Line ends and invisible characters, also those that reverse the direction of
 * writing, are written as escapes: what a reader sees in the cell is what runs.
 */
export const literal = (value: unknown): string =>
  JSON.stringify(value).replace(invisible, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The line with another value. */
export const writeParameterLine = (line: ParameterLine, value: unknown): string => `${line.before}${literal(value)}${line.after}`;
