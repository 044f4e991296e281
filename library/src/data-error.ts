import { currentLanguage, type Text } from "./language/language.js";

/** By this mark notebooks know that the message is for the person who wrote the cell: they show it without the library's inside. */
const userError: unique symbol = Symbol.for("marklab.userError");

export interface DataErrorOptions {
  cause?: unknown;
  /** The text of the query that failed. */
  sql?: string;
}

/**
 * The data (not the code) is the problem: a missing file, a wrong column, a value that is no date.
 * The message is in the language of the session; `text` holds every language; `code` and `data` are for programs.
 */
export class DataError extends Error {
  override readonly name = "DataError";
  readonly sql: string | undefined;

  constructor(
    readonly code: string,
    readonly text: Text,
    readonly data: Readonly<Record<string, unknown>>,
    { cause, sql }: DataErrorOptions = {},
  ) {
    super(text[currentLanguage()], cause === undefined ? undefined : { cause });
    this.sql = sql;
  }

  get [userError](): true {
    return true;
  }
}

/**
 * One entry of a room's catalogue of errors (`errors.ts`): a function that makes the error.
 * Form: Cannot <action>: <what was found>, <what is needed>. Try <one fix>.
 */
export const defineError =
  <Data extends Readonly<Record<string, unknown>>>(code: string, text: (data: Data) => Text) =>
  (data: Data, options?: DataErrorOptions): DataError =>
    new DataError(code, text(data), data, options);
