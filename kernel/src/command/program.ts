import { Command, Option } from "commander";
import { analyses, calculations, type Analysis, type AnalysisFacts, type Calculation } from "marklab";
import { currentLanguage, type Text } from "marklab/language";
import { analyseHelp } from "./analyse-help.js";
import { problemTexts, helpTexts, helpTitles } from "./command-texts.js";
import { CommandError, exitCode } from "./exit-codes.js";
import { installKernel, uninstallKernel, type KernelPlace } from "./install-kernel.js";
import { listTemplates } from "./list-templates.js";
import { runAnalysis, runCalculation } from "./run-analysis.js";
import { runTemplate } from "./run-template.js";
import { print, say } from "./say.js";
import { chooseLanguage, collectSetting } from "./settings.js";
import { progressTexts } from "./command-texts.js";
import type { KnownWords } from "./usage-problem.js";

type Settings = Record<string, string>;
interface Shared {
  set: Settings;
  language?: string;
  asOf?: string;
}

const words = (text: Text): string => text[currentLanguage()];
const setOption = () => new Option("--set <name=value>", words(helpTexts.set)).default({}, "–").argParser(collectSetting);
const withShared = (command: Command): Command =>
  command.addOption(setOption()).option("--language <language>", words(helpTexts.language)).option("--as-of <date>", words(helpTexts.asOf));

function addAnalysis(parent: Command, analysis: Analysis): void {
  describeAnalysis(parent, analysis)
    .argument("<data>", words(helpTexts.data))
    .action((data: string, { language, ...options }: Shared & { json?: boolean }) =>
      runAnalysis(analysis, data, { ...options, language: chooseLanguage(language) }),
    );
}

function addCalculation(parent: Command, calculation: Calculation): void {
  describeAnalysis(parent, calculation).action(({ language, ...options }: Shared & { json?: boolean }) =>
    runCalculation(calculation, { ...options, language: chooseLanguage(language) }),
  );
}

const describeAnalysis = (parent: Command, facts: AnalysisFacts): Command =>
  withShared(parent.command(facts.id).summary(words(facts.title)).description(words(facts.title)))
    .option("--json", words(helpTexts.json))
    .addHelpText("after", () => analyseHelp(facts));

function addRun(program: Command): void {
  withShared(program.command("run").description(words(helpTexts.run)))
    .argument("<template|notebook>", words(helpTexts.notebook))
    .option("--data <data>", words(helpTexts.dataOption))
    .option("--out <folder>", words(helpTexts.out))
    .action((word: string, { language, ...options }: Shared & { data?: string; out?: string }) => {
      const named = language ?? options.set["language"];
      return runTemplate(word, { ...options, language: chooseLanguage(named), isLanguageNamed: named !== undefined });
    });
}

function addKernel(program: Command): void {
  const kernel = program.command("kernel").description(words(helpTexts.kernel));
  const jobs = { install: installKernel, uninstall: uninstallKernel };
  const said = { install: progressTexts.installed, uninstall: progressTexts.uninstalled };
  for (const name of ["install", "uninstall"] as const) {
    kernel
      .command(name)
      .description(words(helpTexts[name]))
      .option("--user", words(helpTexts.user))
      .option("--prefix <folder>", words(helpTexts.prefix))
      .action(async (place: KernelPlace) => {
        if (place.user && place.prefix !== undefined) throw new CommandError(exitCode.usage, words(problemTexts.kernelPlace));
        const folder = await jobs[name](place);
        say(said[name]);
        await print(folder);
      });
  }
}

const examples: Readonly<Record<string, string>> = {
  analyse: "marklab analyse rfm orders.csv",
  rfm: "marklab analyse rfm orders.csv",
  run: "marklab run rfm --data orders.csv",
  kernel: "marklab kernel install",
};

/** What may be said to a command, for the message about a word that it does not know. */
export const knownWords = (command: Command): KnownWords => ({
  commands: command.commands.map((each) => each.name()),
  options: command.options.map(({ long }) => long ?? ""),
  example: examples[command.name()] ?? "marklab --help",
});

/** The whole command line, in the language that is set. Nothing is printed but by the commands themselves, and problems are thrown. */
export function makeProgram(version: string): Command {
  const program = new Command("marklab").description(words(helpTexts.marklab)).version(version, "-V, --version", words(helpTexts.version));
  program.helpOption("-h, --help", words(helpTexts.help)).helpCommand(false);
  program.exitOverride().configureOutput({ writeErr: () => undefined });
  program.configureHelp({ styleTitle: (title) => helpTitles[title]?.[currentLanguage()] ?? title });
  program.command("templates").description(words(helpTexts.templates)).option("--json", words(helpTexts.json)).action(listTemplates);
  const analyse = program.command("analyse").description(words(helpTexts.analyse));
  for (const analysis of analyses.values()) addAnalysis(analyse, analysis);
  for (const calculation of calculations.values()) addCalculation(analyse, calculation);
  addRun(program);
  addKernel(program);
  return program;
}
