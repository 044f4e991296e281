import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CommanderError, type Command } from "commander";
import { DataError } from "marklab";
import { currentLanguage } from "marklab/language";
import { packageFolder } from "../built-file.js";
import { problemTexts } from "./command-texts.js";
import { CommandError, exitCode, exitCodeOf, isSystemError, type ExitCode } from "./exit-codes.js";
import { knownWords, makeProgram } from "./program.js";
import { say } from "./say.js";
import { chooseLanguage } from "./settings.js";
import { usageProblem } from "./usage-problem.js";

/** The language of help and messages is needed before the command line is understood. */
function languageWord(words: readonly string[]): string | undefined {
  const place = words.findIndex((word) => word === "--language" || word.startsWith("--language="));
  return words[place]?.split("=")[1] ?? (place < 0 ? undefined : words[place + 1]);
}

const version = async (): Promise<string> => {
  const text = await readFile(join(packageFolder(), "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
};

/** The command that a call got as far as: the deepest one whose name was given. */
function reached(program: Command, words: readonly string[]): Command {
  const next = program.commands.find((command) => command.name() === words[0]);
  return next ? reached(next, words.slice(1)) : program;
}

function explain(error: unknown): string {
  const language = currentLanguage();
  if (error instanceof DataError) return error.text[language];
  if (error instanceof CommandError) return error.message;
  if (isSystemError(error)) return problemTexts.system(error.message)[language];
  if (process.env["MARKLAB_DEBUG"]) return String(error instanceof Error ? error.stack : error);
  return problemTexts.fault(error instanceof Error ? error.message : String(error))[language];
}

/** Runs one call of the command line and answers its exit code. */
async function run(words: readonly string[]): Promise<ExitCode> {
  let program: Command | undefined;
  try {
    chooseLanguage(languageWord(words));
    program = makeProgram(await version());
    await program.parseAsync(words, { from: "user" });
    return exitCode.done;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      say(explain(error));
      return exitCodeOf(error);
    }
    if (error.exitCode === 0) return exitCode.done;
    if (program)
      say(error.code === "commander.help" ? program.helpInformation() : usageProblem(error, knownWords(reached(program, words))));
    return exitCode.usage;
  }
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? exitCode.done : exitCode.fault));
process.exitCode = await run(process.argv.slice(2));
