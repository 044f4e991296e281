import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Sources with sentences for users. Made-up product names of the samples are data and look like exports, brackets and all. */
const sources = ["library/src", "kernel/src", "extension/src"]
  .flatMap((folder) => readdirSync(root + folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.suite\.ts$|\/testing\/|\/teaching\/orders\//.test(path));

/** The texts that a source holds, piece by piece where values stand between them. */
function texts(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(root + path, "utf8"), ts.ScriptTarget.Latest, false));
  return found;
}

const halfWidth = /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}|\p{Script=Han}\(\p{Script=Han}|\p{Script=Han}\)/u;

describe("Chinese sentences", () => {
  const chinese = sources
    .flatMap((path) => texts(path).map((text) => ({ path, text })))
    .filter(({ text }) => /\p{Script=Han}/u.test(text) && !text.includes("(?:"));

  it("are found", () => expect(chinese.length).toBeGreaterThan(100));

  it("use full-width punctuation", () => {
    expect(chinese.filter(({ text }) => halfWidth.test(text)).map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
  });
});
