import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ICommandPalette, showErrorMessage } from "@jupyterlab/apputils";
import { IDefaultFileBrowser } from "@jupyterlab/filebrowser";
import { ILauncher } from "@jupyterlab/launcher";
import { ITranslator } from "@jupyterlab/translation";
import type { Language } from "marklab/language";
import { catalogue } from "../language/catalogue.js";
import { interfaceLanguage } from "../language/interface-language.js";
import { templateCards } from "./bundled-templates.js";
import { galleryIcon } from "./gallery-icon.js";

const openTemplate = "marklab:open-template";

interface OpenArguments {
  readonly template?: string;
  readonly cwd?: string;
  readonly isPalette?: boolean;
}

const argumentsSchema = (language: Language) => ({
  type: "object",
  properties: {
    template: { type: "string", enum: templateCards.map(({ id }) => id), description: catalogue.templateArgument()[language] },
    cwd: { type: "string", description: catalogue.folderArgument()[language] },
  },
  required: ["template"],
});

function labelOf({ template, isPalette }: OpenArguments, language: Language): string {
  const card = templateCards.find(({ id }) => id === template);
  if (!card) return catalogue.openTemplate()[language];
  return isPalette ? catalogue.newFromTemplate(card.title[language])[language] : card.title[language];
}

/** Makes the notebook and opens it; the kernel starts in the background, so neither launcher nor palette waits for it. */
async function open(app: JupyterFrontEnd, { template = "", cwd = "" }: OpenArguments, language: Language): Promise<unknown> {
  try {
    const { createNotebook } = await import("./create-notebook.js");
    const path = await createNotebook(app.serviceManager.contents, template, cwd, language);
    return await app.commands.execute("docmanager:open", { path, factory: "Notebook", kernel: { name: "marklab" } });
  } catch (error) {
    await showErrorMessage(catalogue.cannotCreateTitle()[language], error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** The templates as cards at the top of the launcher and as entries of the command palette; both call one command, which other programs may call too. */
export const galleryPlugin: JupyterFrontEndPlugin<void> = {
  id: "@marklab/extension:gallery",
  description: "Opens notebooks made from Marklab's templates, from the launcher and the command palette.",
  autoStart: true,
  optional: [ILauncher, ICommandPalette, IDefaultFileBrowser, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    launcher: ILauncher | null,
    palette: ICommandPalette | null,
    fileBrowser: IDefaultFileBrowser | null,
    translator: ITranslator | null,
  ) => {
    const language = interfaceLanguage(translator);
    app.commands.addCommand(openTemplate, {
      label: (args) => labelOf(args, language),
      caption: (args) => templateCards.find(({ id }) => id === args["template"])?.description[language] ?? "",
      icon: (args) => (args["isPalette"] ? undefined : galleryIcon),
      describedBy: { args: argumentsSchema(language) },
      execute: (args: OpenArguments) => open(app, { cwd: fileBrowser?.model.path ?? "", ...args }, language),
    });
    const category = catalogue.galleryTitle()[language];
    for (const [rank, { id: template }] of templateCards.entries()) {
      launcher?.add({ command: openTemplate, args: { template }, category, rank, categoryRank: -1 });
      palette?.addItem({ command: openTemplate, args: { template, isPalette: true }, category });
    }
  },
};
