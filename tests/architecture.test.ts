import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.suite\.ts$|\/testing\//.test(path));

interface Import {
  from: string;
  to: string;
}

/** Every import of a file; ours as paths from the root, others as they are written. */
const importsOf = (from: string): Import[] =>
  ts.preProcessFile(readFileSync(join(root, from), "utf8"), true, true).importedFiles.map(({ fileName }) => ({
    from,
    to: fileName.startsWith(".") ? normalize(join(dirname(from), fileName)).replace(/\.js$/, ".ts") : fileName,
  }));

const imports = ["library/src", "kernel/src", "extension/src"].flatMap(sources).flatMap(importsOf);
const within = (folder: string) => imports.filter(({ from }) => from.startsWith(folder));
const show = ({ from, to }: Import) => `${from} → ${to}`;
const isNode = (name: string) => name.startsWith("node:") || builtinModules.includes(name.split("/")[0] ?? "");
const isOurs = (name: string) => /^(marklab|@marklab\/)/.test(name);
const staysInside = (folder: string) =>
  within(folder).filter(({ to }) => /^(library|kernel|extension)\//.test(to) && !to.startsWith(folder));

describe("imports go one way", () => {
  it("finds the sources", () => expect(imports.length).toBeGreaterThan(100));

  it.each(["library/src", "kernel/src", "extension/src"])("%s reaches the other packages by name only", (folder) =>
    expect(staysInside(folder).map(show)).toEqual([]),
  );

  it("the library imports nothing of ours", () =>
    expect(
      within("library/src")
        .filter(({ to }) => isOurs(to))
        .map(show),
    ).toEqual([]));

  it("of the kernel, only its command imports the library", () =>
    expect(
      within("kernel/src")
        .filter(({ from, to }) => isOurs(to) && !from.startsWith("kernel/src/command/"))
        .map(show),
    ).toEqual([]));

  it("the extension imports the library's report, language and templates only", () =>
    expect(
      within("extension/src")
        .filter(({ to }) => isOurs(to) && !["marklab/report", "marklab/language", "marklab/templates"].includes(to))
        .map(show),
    ).toEqual([]));

  it("of the library, only data, engine and teaching import Node's modules, so the rest runs in a browser", () =>
    expect(
      within("library/src")
        .filter(({ from, to }) => isNode(to) && !/^library\/src\/(data|engine|teaching)\//.test(from))
        .map(show),
    ).toEqual([]));
});

describe("import cycles", () => {
  const graph = new Map<string, string[]>();
  for (const { from, to } of imports) graph.set(from, [...(graph.get(from) ?? []), to]);

  /** The first cycle that a depth-first walk meets, as a path; types count too, since a cycle of types is one idea in two files. */
  function findCycle(): string[] | undefined {
    const done = new Set<string>();
    const walk = (file: string, path: string[]): string[] | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const next of graph.get(file) ?? []) {
        const cycle = walk(next, [...path, file]);
        if (cycle) return cycle;
      }
      done.add(file);
      return undefined;
    };
    for (const file of graph.keys()) {
      const cycle = walk(file, []);
      if (cycle) return cycle.map((name) => relative(".", name));
    }
    return undefined;
  }

  it("there is none", () => expect(findCycle()).toBeUndefined());
});
