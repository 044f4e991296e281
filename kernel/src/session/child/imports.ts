import { statSync } from "node:fs";
import { createRequire, register } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compileFunction, constants } from "node:vm";
import { builtFile } from "../../built-file.js";
import { runTime } from "../../language/run-time-names.js";
import { text } from "../../texts.js";
import { nearestName } from "./nearest-name.js";
import { tslab } from "./tslab.js";

type Namespace = Record<string, unknown>;
type Attributes = Record<string, string> | undefined;
type Importer = (specifier: string, attributes?: Attributes) => Promise<Namespace>;

/** Import as a file in this folder would do it. */
function importerIn(folder: string): Importer {
  return compileFunction("return import(specifier, attributes ? { with: attributes } : undefined)", ["specifier", "attributes"], {
    filename: join(folder, "notebook.mjs"),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }) as Importer;
}

const notebookFolder = process.cwd();
const kernelFolder = dirname(fileURLToPath(import.meta.url));
const fromNotebook = importerIn(notebookFolder);
const fromKernel = importerIn(kernelFolder);

/** A module as a cell imports it: looked for from the notebook's folder, then among the kernel's own packages. */
export async function importModule(specifier: unknown, attributes?: Attributes): Promise<Namespace> {
  const name = String(specifier);
  if (name === "tslab") return tslab;
  const kind = attributes ?? (/^\.{0,2}\/.*\.json$/.test(name) ? { type: "json" } : undefined);
  if (/^(\.{0,2}\/|file:)/.test(name)) return importFile(name, kind);
  const found = (await importIfThere(fromNotebook, name, kind)) ?? (await importIfThere(fromKernel, name, kind));
  if (!found) throw new Error(text("missingPackage", { name: packageName(name) }));
  return found;
}

async function importIfThere(importer: Importer, name: string, attributes: Attributes): Promise<Namespace | undefined> {
  try {
    return await importer(name, attributes);
  } catch (error) {
    if (isMissing(error, name)) return undefined;
    throw error;
  }
}

/** The named exports of a module, in order; `?` before a name allows it to be missing, since it may be a type. */
export async function importNames(wanted: readonly string[], specifier: string, attributes?: Attributes): Promise<unknown[]> {
  const namespace = await importModule(specifier, attributes);
  const whole = namespace["default"] as Namespace | null | undefined;
  return wanted.map((word) => {
    const name = word.replace(/^\?/, "");
    if (name in namespace) return namespace[name];
    if (whole !== null && (typeof whole === "object" || typeof whole === "function") && name in whole) return whole[name];
    if (word !== name) return undefined;
    const known = [...Object.keys(namespace), ...Object.keys(whole ?? {})];
    throw new SyntaxError(text("missingExport", { name, from: specifier, nearest: nearestName(name, known) ?? "" }));
  });
}

/** A file of the user's. It is read again when it changed since it was last imported. */
async function importFile(name: string, attributes: Attributes): Promise<Namespace> {
  const url = name.startsWith("file:") ? new URL(name) : pathToFileURL(resolve(notebookFolder, name));
  understandTypeScript();
  try {
    url.searchParams.set("changed", String(statSync(fileURLToPath(url)).mtimeMs));
  } catch {
    return fromNotebook(url.href, attributes);
  }
  return fromNotebook(url.href, attributes);
}

let isUnderstood = false;

/** Files of the user may be TypeScript; the hooks run in a thread of their own, so they start when first needed. */
function understandTypeScript(): void {
  if (isUnderstood) return;
  isUnderstood = true;
  register(pathToFileURL(builtFile("typescript-hooks", import.meta.url)));
}

function isMissing(error: unknown, name: string): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") && message.includes(`'${packageName(name)}'`);
}

function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** What cells call for `import`, and what scripts of Node expect: `require`, `__dirname`, `__filename`. */
export function defineImports(target: object): void {
  const meta = {
    url: pathToFileURL(join(notebookFolder, "notebook.ts")).href,
    dirname: notebookFolder,
    filename: join(notebookFolder, "notebook.ts"),
    resolve: (specifier: string) => pathToFileURL(requireModule.resolve(specifier)).href,
  };
  Object.defineProperty(target, runTime.import, { value: importModule });
  Object.defineProperty(target, runTime.importNames, { value: importNames });
  Object.defineProperty(target, runTime.meta, { value: meta });
  const globals = { require: requireModule, __dirname: notebookFolder, __filename: meta.filename };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  }
}

const notebookRequire = createRequire(join(notebookFolder, "notebook.js"));
const kernelRequire = createRequire(join(kernelFolder, "notebook.js"));

function requireFrom(name: string): unknown {
  if (name === "tslab") return tslab;
  try {
    return notebookRequire(name);
  } catch (error) {
    if (!isMissing(error, name)) throw error;
    return kernelRequire(name);
  }
}

const requireModule = Object.assign(requireFrom, { resolve: notebookRequire.resolve, cache: notebookRequire.cache });
