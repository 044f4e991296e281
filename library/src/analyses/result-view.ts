import { resultMimeType, type MimeBundle } from "../display.js";
import { escapeHtml } from "../escape-html.js";
import { currentLanguage, format, type Language } from "../language/index.js";
import { htmlTable, textTable, viewOfTable } from "../tables/index.js";
import { resultStyle } from "./result-style.js";
import type { Result, ResultJson, Warning } from "./result.js";

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
    blocks: "Settle this first",
    note: "Good to know",
    missing: "not set",
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
    blocks: "请先解决",
    note: "仅供了解",
    missing: "未设置",
  },
};

const marks = { blocks: "●", note: "○" } as const;

/** The warnings that block come first. */
const inOrder = (warnings: readonly Warning[]) => warnings.toSorted((a, b) => a.level.localeCompare(b.level));

function warningList(warnings: readonly Warning[], language: Language): string {
  if (warnings.length === 0) return "";
  const line = ({ level, text }: Warning) =>
    `<li class="marklab-${level}"><b role="img" aria-label="${words[language][level]}" title="${words[language][level]}">${marks[level]}</b>${escapeHtml(text[language])}</li>`;
  return `<ul class="marklab-warnings">${inOrder(warnings).map(line).join("")}</ul>`;
}

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

function fold(result: Result, language: Language): string {
  const word = words[language];
  const assumptions = result.assumptions.map((text) => `<li>${escapeHtml(text[language])}</li>`).join("");
  return (
    `<details><summary>${word.fold}</summary>` +
    (assumptions && `<h4>${word.assumptions}</h4><ul>${assumptions}</ul>`) +
    `<h4>${word.parameters}</h4>${definitions(parameterEntries(result, language))}` +
    `<h4>${word.data}</h4>${definitions(dataEntries(result, language))}</details>`
  );
}

/** The main chart, drawn for light and for dark pages; the page shows one of them. */
async function chartHtml(result: Result, language: Language): Promise<string> {
  if (result.charts.length === 0) return "";
  const chart = result.chart(undefined, { language });
  const [light, dark] = [await chart.toSvg({ theme: "light" }), await chart.toSvg({ theme: "dark" })];
  return `<div class="marklab-light">${light}</div><div class="marklab-dark" style="display:none">${dark}</div>`;
}

async function html(result: Result, language: Language): Promise<string> {
  const [headline = result.title[language], ...more] = result.reading(language);
  return (
    `<div class="marklab-result" lang="${language}"><style>${resultStyle}</style>` +
    `<p class="marklab-headline"><strong>${escapeHtml(headline)}</strong></p>` +
    (more.length === 0 ? "" : `<p>${escapeHtml(more.join(language === "en" ? " " : ""))}</p>`) +
    (await chartHtml(result, language)) +
    warningList(result.warnings, language) +
    htmlTable(viewOfTable(result.table), { language, labels: result.columnLabels }) +
    `${fold(result, language)}</div>`
  );
}

function text(result: Result, language: Language): string {
  const warnings = inOrder(result.warnings).map(({ level, text }) => `${marks[level]} ${text[language]}`);
  const table = textTable(viewOfTable(result.table), { language, labels: result.columnLabels });
  return [result.reading(language).join("\n"), ...(warnings.length > 0 ? [warnings.join("\n")] : []), table].join("\n\n");
}

/** All of a result but the rows of its table, which may be millions. */
function json(result: Result, language: Language): ResultJson {
  const { analysis, version, input, parameters, values } = result;
  return {
    analysis,
    version,
    language,
    input,
    parameters,
    values,
    table: [],
    assumptions: result.assumptions.map((each) => each[language]),
    warnings: result.warnings.map((warning) => ({ code: warning.code, level: warning.level, text: warning.text[language] })),
    reading: result.reading(language),
  };
}

/**
 * What a notebook shows of a result, in the session's language: headline, reading, main chart, warnings, table, and a fold with method and data.
 *
 * The HTML needs nothing from outside and runs no script. Programs read the same result as JSON.
 */
export async function resultBundle(result: Result, language: Language = currentLanguage()): Promise<MimeBundle> {
  return { "text/html": await html(result, language), "text/plain": text(result, language), [resultMimeType]: json(result, language) };
}
