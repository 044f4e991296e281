import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface PackageFile {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  overrides?: Record<string, string>;
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const page = read("../DEPENDENCIES.md");
const packageFiles = ["../package.json", "../library/package.json", "../kernel/package.json", "../extension/package.json"];

/** A family such as `@jupyterlab/*` stands for all its members. */
const explains = (name: string) => page.includes(`\`${name}\``) || page.includes(`\`${name.split("/")[0]}/*\``);

describe.each(packageFiles)("%s", (path) => {
  const { dependencies, devDependencies, overrides } = JSON.parse(read(path)) as PackageFile;
  const pins = Object.entries({ ...dependencies, ...devDependencies, ...overrides });

  it("pins exact versions", () => expect(pins.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]));

  it("gives the reason for each package in DEPENDENCIES.md", () =>
    expect(pins.map(([name]) => name).filter((name) => !explains(name))).toEqual([]));

  it("names the version that is installed", () => {
    const rows = page.split("\n").filter((line) => /^\| `/.test(line));
    const stated = new Map(
      rows
        .map((row) => row.split("|").map((text) => text.trim().replaceAll("`", "")))
        .map(([, name = "", version = ""]) => [`${name} ${version}`, true]),
    );
    const named = pins.filter(([name]) => rows.some((row) => row.startsWith(`| \`${name}\` | `)));
    expect(named.filter(([name, version]) => !stated.has(`${name} ${version}`))).toEqual([]);
  });
});
