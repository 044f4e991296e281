import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { compile, type TopLevelSpec } from "vega-lite";

const schemaFile = createRequire(import.meta.url).resolve("vega-lite/vega-lite-schema.json");
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: false }).compile(JSON.parse(readFileSync(schemaFile, "utf8")));

/** What is wrong with a specification: where it breaks the Vega-Lite schema, and what the compiler warns of. Nothing for a good one. */
export function specProblems(spec: TopLevelSpec): string[] {
  const problems: string[] = [];
  if (!validate(JSON.parse(JSON.stringify(spec))))
    problems.push(...(validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`));
  const note = (...words: readonly unknown[]) => {
    problems.push(words.map(String).join(" "));
    return logger;
  };
  const logger = { level: () => logger, error: note, warn: note, info: () => logger, debug: () => logger };
  compile(spec, { logger: logger as never });
  return problems;
}

/** What no reader may see in a drawing: values that are none, in its numbers or its words, and numbers with all their digits. */
export function unreadable(svg: string): string[] {
  const words = [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]*)</g)].map(([, text = ""]) => text);
  const broken = svg.match(/.{0,20}(NaN|undefined|null|\[object|Infinity).{0,20}/g) ?? [];
  return [...broken, ...words.filter((text) => /\.\d{5,}/.test(text))];
}
