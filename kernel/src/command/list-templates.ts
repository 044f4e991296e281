import { currentLanguage } from "marklab/language";
import type { TemplateMetadata } from "marklab/templates";
import { print } from "./say.js";
import { readTemplates } from "./template-files.js";

const facts = ({ id, version, title, description, question, decision, category, roles, parameters, sample }: TemplateMetadata) => ({
  id,
  version,
  title,
  description,
  question,
  decision,
  category,
  roles,
  parameters,
  sample,
});

/** `marklab templates`: one line each, or what their metadata say as JSON. */
export async function listTemplates({ json }: { json?: boolean }): Promise<void> {
  const templates = [...(await readTemplates()).values()].map(({ metadata }) => metadata);
  if (json) return print(JSON.stringify(templates.map(facts), null, 2));
  const language = currentLanguage();
  const width = Math.max(...templates.map(({ id }) => id.length));
  return print(
    templates
      .map(({ id, title, question }) => `${id.padEnd(width)}  ${title[language]}\n${" ".repeat(width)}  ${question[language]}`)
      .join("\n"),
  );
}
