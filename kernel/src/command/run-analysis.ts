import { load, type Analysis, type AnalysisFacts, type Calculation } from "marklab";
import { currentLanguage, type Language } from "marklab/language";
import { parameterFromText } from "marklab/templates";
import { progressTexts } from "./command-texts.js";
import { print, say } from "./say.js";

export interface AnalyseOptions {
  readonly set: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** Texts of the command line as values of the analysis's options; names that it does not know are left for it to refuse. */
export function analysisOptions(
  { schema }: Pick<AnalysisFacts, "schema">,
  { set, asOf }: Pick<AnalyseOptions, "set" | "asOf">,
): Record<string, unknown> {
  const texts = { ...set, ...(asOf !== undefined && { asOf }) };
  const value = (name: string, text: string) => parameterFromText(text, schema.properties[name] ?? { type: "string" });
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, value(name, text)]));
}

/** `marklab analyse`: loads the data, runs the analysis, prints the result. */
export async function runAnalysis(analysis: Analysis, source: string, options: AnalyseOptions): Promise<void> {
  say(progressTexts.loading(source));
  const data = await load(source);
  try {
    say(progressTexts.analysing(analysis.title));
    const result = await analysis(data, analysisOptions(analysis, options));
    await printResult(result, options);
  } finally {
    await data.engine.close();
  }
}

/** `marklab analyse` of what needs no data. */
export async function runCalculation(calculation: Calculation, options: AnalyseOptions): Promise<void> {
  await printResult(await calculation(analysisOptions(calculation, options)), options);
}

type Result = Awaited<ReturnType<Analysis>>;

async function printResult(result: Result, { json, language }: AnalyseOptions): Promise<void> {
  await print(json ? JSON.stringify(result.toJSON(language)) : await resultText(result));
}

/** A result for people at a terminal: the reading, the warnings, the table. */
async function resultText(result: Result): Promise<string> {
  const language = currentLanguage();
  const bundle = await result[Symbol.for("Jupyter.display") as keyof Result & symbol]();
  return [result.title[language], "", String(bundle["text/plain"])].join("\n");
}
