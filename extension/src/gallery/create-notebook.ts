import { PathExt } from "@jupyterlab/coreutils";
import type { Contents } from "@jupyterlab/services";
import type { Language } from "marklab/language";
import { instantiateTemplate, nearestName } from "marklab/templates";
import { catalogue } from "../language/catalogue.js";
import { templateCards, templateNotebook } from "./bundled-templates.js";
import { uniqueName } from "./unique-name.js";

/**
 * Writes a new notebook made from a template into a folder, under the template's title, and gives back its path.
 *
 * @throws Error with a text for the user when there is no such template or the folder does not take the file
 */
export async function createNotebook(contents: Contents.IManager, id: string, folder: string, language: Language): Promise<string> {
  const [card, template] = [templateCards.find((known) => known.id === id), await templateNotebook(id)];
  if (!card || !template) {
    const known = templateCards.map((other) => other.id);
    throw new Error(catalogue.templateMissing(id, known, nearestName(id, known) ?? "")[language]);
  }
  const content = instantiateTemplate(template, { language });
  try {
    const { content: files } = (await contents.get(folder)) as { content: Contents.IModel[] };
    const name = uniqueName(
      card.title[language],
      files.map((file) => file.name),
    );
    const { path } = await contents.save(PathExt.join(folder, name), { type: "notebook", format: "json", content });
    return path;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(catalogue.folderRefused(folder || catalogue.homeFolder()[language], reason)[language], { cause: error });
  }
}
