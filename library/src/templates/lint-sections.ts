import type { Language } from "../language/language.js";
import { languages } from "../language/language.js";
import { problem, type Problem } from "./problem.js";
import { sourceText } from "./source.js";
import type { Cell, Notebook, TemplateMetadata } from "./template.js";

const sectionCount = 6;

const textOf = (cell: Cell, language: Language): string =>
  language === "en" ? sourceText(cell.source) : (cell.metadata.marklab?.[language] ?? "");

/** The headings of second level without their numbers. */
const headings = ({ cells }: Notebook, language: Language): string[] =>
  cells
    .filter((cell) => cell.cell_type === "markdown")
    .flatMap((cell) => [...textOf(cell, language).matchAll(/^## (?:\d+\.?\s*)?(.+)$/gm)].map(([, heading = ""]) => heading.trim()));

/** The six sections stand in order, in each language, under the names that the metadata gives. */
export function lintSections(notebook: Notebook, { sections }: TemplateMetadata): Problem[] {
  const wrong = languages.filter(
    (language) => JSON.stringify(headings(notebook, language)) !== JSON.stringify(sections.map((section) => section[language])),
  );
  const problems = wrong.map((language) =>
    problem("sections", {
      en: `The headings in ${language} are not the sections of the metadata, in order.`,
      "zh-CN": `${language} 标题与元数据中的章节名称或顺序不一致。`,
    }),
  );
  if (sections.length === sectionCount) return problems;
  return [...problems, problem("section-count", { en: "A template has six sections.", "zh-CN": "模板应有六个章节。" })];
}
