import type { CommanderError } from "commander";
import type { Text } from "marklab/language";
import { nearestName } from "marklab/templates";
import { problemTexts } from "./command-texts.js";

/** What a command knows: words to compare a mistyped one with, and a call that works. */
export interface KnownWords {
  readonly commands: readonly string[];
  readonly options: readonly string[];
  readonly example: string;
}

const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? "";
const isAnalyse = ({ example }: KnownWords) => example.startsWith("marklab analyse");

/** A wrong use of the command line in the words of this project; the parser's own speak English only. */
export function usageProblem({ code, message }: CommanderError, known: KnownWords): Text {
  const word = quoted(message);
  switch (code) {
    case "commander.unknownCommand":
      return problemTexts.unknownWord(isAnalyse(known) ? "analysis" : "command", word, nearestName(word, known.commands) ?? known.example);
    case "commander.unknownOption":
      return problemTexts.unknownWord("option", word, nearestName(word, known.options) ?? known.example);
    case "commander.excessArguments":
      return problemTexts.tooMany(known.example);
    default:
      return problemTexts.missing(word || "<…>", known.example);
  }
}
