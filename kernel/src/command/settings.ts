import { currentLanguage, languages, nearestLanguage, setLanguage, type Language } from "marklab/language";
import { problemTexts } from "./command-texts.js";
import { CommandError, exitCode } from "./exit-codes.js";

/** The language of a call: the one it names, or else that of the environment. */
export function chooseLanguage(named: string | undefined, env: NodeJS.ProcessEnv = process.env): Language {
  const fromEnvironment = nearestLanguage(env["MARKLAB_LANGUAGE"] || env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"]);
  setLanguage(fromEnvironment);
  if (named === undefined) return fromEnvironment;
  const language = languages.find((each) => each === named);
  if (language === undefined) throw new CommandError(exitCode.usage, problemTexts.language(named)[currentLanguage()]);
  setLanguage(language);
  return language;
}

/** One more `--set name=value` of the command line. */
export function collectSetting(text: string, earlier: Readonly<Record<string, string>>): Record<string, string> {
  const split = text.indexOf("=");
  if (split < 1) throw new CommandError(exitCode.usage, problemTexts.setForm(text)[currentLanguage()]);
  return { ...earlier, [text.slice(0, split).trim()]: text.slice(split + 1) };
}
