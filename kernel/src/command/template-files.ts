import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { templateMetadata, type Notebook, type TemplateMetadata } from "marklab/templates";
import { packageFolder } from "../built-file.js";

/** The templates lie in the package, or beside it in the repository. */
const templatesFolder = (): string =>
  [join(packageFolder(), "templates"), join(packageFolder(), "..", "templates")].find(existsSync) ?? "templates";

export interface TemplateFile {
  readonly notebook: Notebook;
  readonly metadata: TemplateMetadata;
}

/** All templates, by id. */
export async function readTemplates(): Promise<Map<string, TemplateFile>> {
  const folder = templatesFolder();
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ipynb")).toSorted();
  const notebooks = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8")) as Notebook));
  return new Map(
    notebooks.flatMap((notebook) => {
      const metadata = templateMetadata(notebook);
      return metadata ? [[metadata.id, { notebook, metadata }] as const] : [];
    }),
  );
}
