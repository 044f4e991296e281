import { load, type Analysis } from "marklab";
import { currentLanguage, type Language } from "marklab/language";
import { parameterFromText, type ParameterSchema } from "marklab/templates";
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
  { schema }: Pick<Analysis, "schema">,
  { set, asOf }: Pick<AnalyseOptions, "set" | "asOf">,
): Record<string, unknown> {
  const texts = { ...set, ...(asOf !== undefined && { asOf }) };
  const value = (name: string, text: string) => parameterFromText(text, { type: "string", ...schema.properties[name] } as ParameterSchema);
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, value(name, text)]));
}

/** `marklab analyse`: loads the data, runs the analysis, prints the result. */
export async function runAnalysis(analysis: Analysis, source: string, options: AnalyseOptions): Promise<void> {
  say(progressTexts.loading(source));
  const data = await load(source);
  try {
    say(progressTexts.analysing(analysis.title));
    const result = await analysis(data, analysisOptions(analysis, options));
    if (options.json) return await print(JSON.stringify(result.toJSON(options.language)));
    await print(await resultText(result));
  } finally {
    await data.engine.close();
  }
}

type Result = Awaited<ReturnType<Analysis>>;

/** A result for people at a terminal: the reading, the warnings, the table. */
async function resultText(result: Result): Promise<string> {
  const language = currentLanguage();
  const bundle = await result[Symbol.for("Jupyter.display") as keyof Result & symbol]();
  return [result.title[language], "", String(bundle["text/plain"])].join("\n");
}
