import { optionValues, type AnalysisFacts } from "marklab";
import { currentLanguage, type Text } from "marklab/language";
import { helpTexts } from "./command-texts.js";

type Property = AnalysisFacts["schema"]["properties"][string];

const textOf = (property: Property): { title?: Text; description?: Text } =>
  (property["x-text"] ?? {}) as { title?: Text; description?: Text };
const isColumn = (property: Property): boolean => property["x-role"] !== undefined;

const shown = (value: unknown): string => (typeof value === "object" ? JSON.stringify(value) : String(value));

function line(name: string, property: Property): string {
  const language = currentLanguage();
  const left = `  ${name}=${isColumn(property) ? (language === "en" ? "<column>" : "<列名>") : optionValues(property).join("|")}`;
  const { description } = textOf(property);
  const initial = property.default === undefined ? "" : ` [${shown(property.default)}]`;
  return `${left.padEnd(34)} ${description?.[language] ?? ""}${initial}`;
}

/** The part of `marklab analyse <analysis> --help` that comes from the definition: its settings and columns. */
export function analyseHelp({ schema, description }: AnalysisFacts): string {
  const language = currentLanguage();
  const properties = Object.entries(schema.properties).filter(([name]) => name !== "asOf");
  const part = (title: Text, wanted: boolean) => [
    title[language],
    ...properties.filter(([, property]) => isColumn(property) === wanted).map(([name, property]) => line(name, property)),
  ];
  const columns = properties.some(([, property]) => isColumn(property)) ? [...part(helpTexts.columns, true), ""] : [];
  return ["", description[language], "", ...part(helpTexts.settings, false), "", ...columns].join("\n");
}
