import { load } from "../data/index.js";
import { DataError } from "../data-error.js";
import { languages } from "../language/language.js";
import { survival } from "../analyses/survival/survival.js";
import type { Result } from "../analyses/result.js";
import type { SurvivalValues } from "../analyses/survival/values.js";

export type Rows = Record<string, unknown>[];
type Options = Readonly<Record<string, unknown>>;

/** Survival of rows. */
export const analyse = async (rows: Rows, options: Options = {}) =>
  (await survival.untyped(await load(rows), options)) as Result<SurvivalValues>;
/** Codes of the warnings of a result. */
export const codes = ({ warnings }: Result) => warnings.map(({ code }) => code);
/** The error that says why the data were refused. */
export const refused = async (answer: Promise<unknown>): Promise<DataError> => {
  const error: unknown = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DataError)) throw new Error("Nothing was refused.");
  return error;
};
/** What no reader may see. */
export const unshowable = /\bNaN\b|\bundefined\b|\bnull\b|\[object|\d\.\d{12,}/;
/** Everything that a reader sees of a result in words, in both languages. */
export const told = (result: Result): string =>
  languages
    .flatMap((language) => {
      const { reading, warnings, assumptions } = result.toJSON(language);
      return [...reading, ...warnings.map(({ text }) => text), ...assumptions];
    })
    .join("\n");
