import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyses, analysisPage, calculations } from "marklab";
import { describe, expect, it } from "vitest";
import { presets, semanticsNames, type Rules } from "../library/src/analyses/funnel/semantics.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const pages = [".", "docs", "bench"]
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  .filter((path) => path.endsWith(".md"));
const text = (page: string) => readFileSync(join(root, page), "utf8");

/** Links and pictures of a page that lead to a file of ours, without their anchors. */
const links = (page: string) =>
  [...text(page).matchAll(/\]\(([^)\s]+)\)|<img[^>]+src="([^"]+)"/g)]
    .map((match) => (match[1] ?? match[2] ?? "").replace(/#.*/, ""))
    .filter((link) => link !== "" && !/^[a-z]+:/.test(link));

/** TypeScript examples; each runs as a module of its own. */
const examples = pages.flatMap((page) =>
  [...text(page).matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match, index) => ({ page, index, code: match[1] ?? "" })),
);

describe.each(pages)("%s", (page) => {
  it("links to files that exist", () => expect(links(page).filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]));
});

describe("examples run", () => {
  it("there are some", () => expect(examples.length).toBeGreaterThan(0));

  it.each(examples)("$page, example $index", async ({ page, index, code }) => {
    const folder = join(root, ".cache/examples");
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${page.replaceAll(/\W/g, "-")}-${index}.ts`);
    writeFileSync(file, `${code}\nexport {};\n`);
    await expect(import(/* @vite-ignore */ file)).resolves.toBeDefined();
  });
});

describe.each([...analyses.values(), ...calculations.values()])("the reference page of $id", (analysis) => {
  it.each([
    ["en", ""],
    ["zh-CN", ".zh-CN"],
  ] as const)("is what `npm run docs` writes, in %s", (language, suffix) =>
    expect(text(`docs/${analysis.id}${suffix}.md`)).toBe(`${analysisPage(analysis, language)}\n`),
  );
});

describe.each(["docs/funnel-semantics.md", "docs/funnel-semantics.zh-CN.md"])("%s", (page) => {
  const rules = Object.keys(presets.posthog) as (keyof Rules)[];

  it.each(rules)("gives what each product does about %s", (rule) => {
    const row = text(page)
      .split("\n")
      .find((line) => line.startsWith("|") && line.includes(`\`${rule}\``));
    expect(
      row
        ?.split("|")
        .slice(2, -1)
        .map((cell) => cell.trim()),
    ).toEqual(semanticsNames.map((name) => String(presets[name][rule])));
  });
});
