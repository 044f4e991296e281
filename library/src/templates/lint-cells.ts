import { problem, type Problem } from "./problem.js";
import { sourceText } from "./source.js";
import type { Cell, Notebook } from "./template.js";

const cjk = /\p{Script=Han}/u;

/** Ids are there, well formed and unique; nothing that a run leaves behind is stored. */
export function lintCells({ cells }: Notebook): Problem[] {
  const ids = cells.map(({ id }) => id);
  const badId = ({ id }: Cell, index: number) => !/^[\w-]{1,64}$/.test(id) || ids.indexOf(id) !== index;
  const hasRun = ({ outputs, execution_count }: Cell) => (outputs ?? []).length > 0 || typeof execution_count === "number";
  return [
    ...cells
      .filter(badId)
      .map(({ id }) => problem("cell-id", { en: "The cell's id is malformed or taken.", "zh-CN": "单元格 id 格式不正确或重复。" }, id)),
    ...cells
      .filter(hasRun)
      .map(({ id }) => problem("stored-output", { en: "The cell holds a stored run.", "zh-CN": "单元格保存了运行结果。" }, id)),
  ];
}

/** What must be the same in both languages: headings, list items, table rows and inline code. */
const shape = (markdown: string): string =>
  JSON.stringify([
    markdown.match(/^#+(?= )/gm),
    markdown.match(/^\s*([-*]|\d+\.)(?= )/gm)?.length,
    markdown.match(/^\|/gm)?.length,
    (markdown.match(/`[^`\n]+`/g) ?? []).toSorted(),
  ]);

function lintTranslation({ id, source, metadata }: Cell): Problem[] {
  const english = sourceText(source);
  const chinese = metadata.marklab?.["zh-CN"] ?? "";
  if (!cjk.test(chinese)) {
    return [problem("translation-missing", { en: "The cell has no Chinese text.", "zh-CN": "单元格缺少中文文本。" }, id)];
  }
  const problems: Problem[] = [];
  if (!english.trim() || cjk.test(english)) {
    problems.push(problem("not-english", { en: "The cell's text is not English.", "zh-CN": "单元格正文应为英文。" }, id));
  }
  if (shape(english) !== shape(chinese)) {
    const text = {
      en: "Headings, lists, tables or code differ between the languages.",
      "zh-CN": "两种语言的标题、列表、表格或代码不一致。",
    };
    problems.push(problem("translation-differs", text, id));
  }
  return problems;
}

/** Every text cell exists in both languages, and says the same in the same order. */
export const lintMarkdown = ({ cells }: Notebook): Problem[] =>
  cells.filter((cell) => cell.cell_type === "markdown").flatMap(lintTranslation);
