import { escapeHtml } from "../escape-html.js";
import { format, type Language } from "../language/index.js";
import type { Result } from "./result.js";

const words = {
  en: {
    fold: "Method, assumptions and data",
    assumptions: "Assumptions",
    parameters: "Columns and options",
    data: "Data",
    file: "Name",
    size: "Size",
    hash: "SHA-256",
    cite: "Cite as",
    missing: "not set",
    comma: ", ",
  },
  "zh-CN": {
    fold: "方法、假设与数据",
    assumptions: "假设",
    parameters: "所用的列与选项",
    data: "数据",
    file: "名称",
    size: "规模",
    hash: "SHA-256",
    cite: "引用格式",
    missing: "未设置",
    comma: "，",
  },
};

/** An option as a user would write it. */
function optionText(value: unknown, language: Language): string {
  if (value === undefined || value === null) return words[language].missing;
  if (typeof value === "number") return format(language).exact(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

const definitions = (entries: readonly (readonly [string, string])[]) =>
  `<dl>${entries.map(([term, text]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd>`).join("")}</dl>`;

/** Columns that were used and options, each under the name that a call gives it. */
const parameterEntries = ({ parameters }: Result, language: Language) =>
  Object.entries(parameters).map(([name, value]) => [name, optionText(value, language)] as const);

function dataEntries({ analysis, version, title, input }: Result, language: Language): (readonly [string, string])[] {
  const { count } = format(language);
  const word = words[language];
  const rows = count(input.rows);
  const columns = count(input.columns.length);
  return [
    [word.file, input.name],
    [word.size, language === "en" ? `${rows} rows × ${columns} columns` : `${rows} 行 × ${columns} 列`],
    [word.hash, input.sha256],
    [word.cite, [`Marklab ${analysis} ${version}`, title[language], input.name].join(word.comma)],
  ];
}

/** What stands folded below a result: assumptions, the columns and options of the call, and the data it was made from. */
export function detailsHtml(result: Result, language: Language): string {
  const word = words[language];
  const assumptions = result.assumptions.map((text) => `<li>${escapeHtml(text[language])}</li>`).join("");
  return (
    `<details><summary>${word.fold}</summary>` +
    (assumptions && `<h4>${word.assumptions}</h4><ul>${assumptions}</ul>`) +
    `<h4>${word.parameters}</h4>${definitions(parameterEntries(result, language))}` +
    `<h4>${word.data}</h4>${definitions(dataEntries(result, language))}</details>`
  );
}
