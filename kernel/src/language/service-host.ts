import ts from "typescript";
import { globalTypes } from "./ambient.js";
import type { CellModules } from "./cell-modules.js";
import type { Files, Places } from "./files.js";

export const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.esnext.d.ts"],
  strict: true,
  noImplicitAny: false,
  skipLibCheck: true,
  esModuleInterop: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  noEmit: true,
  jsx: ts.JsxEmit.React,
  types: ["node"],
};

/** Gives TypeScript's language service the cells, the files, and packages from the notebook's folder or else the kernel's. */
export class ServiceHost implements ts.LanguageServiceHost {
  readonly #versions = new Map<string, { text: string; version: number }>();
  readonly #snapshots = new Map<string, { version: string; snapshot: ts.IScriptSnapshot }>();
  readonly #ambientPath: string;
  readonly #resolutions: ts.ModuleResolutionCache;
  readonly #settings: ts.CompilerOptions;

  constructor(
    readonly cells: CellModules,
    readonly files: Files,
    readonly places: Places,
  ) {
    cells.draft("");
    this.#ambientPath = `${places.notebook}/marklab-globals.d.ts`;
    this.#resolutions = ts.createModuleResolutionCache(places.notebook, (path) => path, compilerOptions);
    this.#settings = { ...compilerOptions, typeRoots: typeRoots(places, files) };
  }

  getModuleResolutionCache(): ts.ModuleResolutionCache {
    return this.#resolutions;
  }

  getCompilationSettings(): ts.CompilerOptions {
    return this.#settings;
  }

  getScriptFileNames(): string[] {
    return [this.#ambientPath, this.cells.draftPath];
  }

  getScriptVersion(path: string): string {
    const text = this.#virtual(path);
    if (text === undefined) return this.files.version(path);
    const known = this.#versions.get(path);
    if (known?.text === text) return String(known.version);
    const version = (known?.version ?? 0) + 1;
    this.#versions.set(path, { text, version });
    return String(version);
  }

  getScriptSnapshot(path: string): ts.IScriptSnapshot | undefined {
    const version = this.getScriptVersion(path);
    const known = this.#snapshots.get(path);
    if (known?.version === version) return known.snapshot;
    const text = this.readFile(path);
    if (text === undefined) return undefined;
    const snapshot = ts.ScriptSnapshot.fromString(text);
    this.#snapshots.set(path, { version, snapshot });
    return snapshot;
  }

  getCurrentDirectory(): string {
    return this.places.notebook;
  }

  getDefaultLibFileName(): string {
    return `${this.places.library}/lib.esnext.d.ts`;
  }

  readFile(path: string): string | undefined {
    return this.#virtual(path) ?? this.files.read(path);
  }

  fileExists(path: string): boolean {
    return this.#virtual(path) !== undefined || this.files.exists(path);
  }

  directoryExists(path: string): boolean {
    return this.files.folderExists(path);
  }

  getDirectories(path: string): string[] {
    return [...this.files.folders(path)];
  }

  readDirectory(path: string, extensions: readonly string[] = []): string[] {
    return [...this.files.list(path, extensions)];
  }

  realpath(path: string): string {
    return this.#virtual(path) === undefined ? this.files.realPath(path) : path;
  }

  resolveModuleNameLiterals(
    names: readonly ts.StringLiteralLike[],
    from: string,
    redirect: ts.ResolvedProjectReference | undefined,
    options: ts.CompilerOptions,
  ): readonly ts.ResolvedModuleWithFailedLookupLocations[] {
    const resolve = (name: string, path: string) => ts.resolveModuleName(name, path, options, this, this.#resolutions, redirect);
    return names.map(({ text }) => {
      const found = resolve(text, from);
      if (found.resolvedModule || !this.cells.get(from)) return found;
      return resolve(text, `${this.places.kernel}/from-kernel.ts`);
    });
  }

  #virtual(path: string): string | undefined {
    return path === this.#ambientPath ? globalTypes : this.cells.get(path)?.text;
  }
}

function typeRoots(places: Places, files: Files): string[] {
  const roots: string[] = [];
  for (const start of [places.notebook, places.kernel]) {
    for (let folder = start; folder.includes("/"); folder = folder.slice(0, folder.lastIndexOf("/")))
      roots.push(`${folder}/node_modules/@types`);
  }
  return roots.filter((root) => files.folderExists(root));
}
