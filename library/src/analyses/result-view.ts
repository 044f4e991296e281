import { resultMimeType, type MimeBundle } from "../display.js";
import { escapeHtml } from "../escape-html.js";
import { currentLanguage, type Language } from "../language/index.js";
import { htmlTable, textTable, viewOfTable } from "../tables/index.js";
import { detailsHtml } from "./result-details.js";
import { resultStyle } from "./result-style.js";
import type { Result, ResultJson, Warning } from "./result.js";

const levels = {
  blocks: { mark: "●", en: "Settle this first", "zh-CN": "请先解决" },
  note: { mark: "○", en: "Good to know", "zh-CN": "仅供了解" },
} as const;

/** The warnings that block come first. */
const inOrder = (warnings: readonly Warning[]) => warnings.toSorted((a, b) => a.level.localeCompare(b.level));

function warningList(warnings: readonly Warning[], language: Language): string {
  if (warnings.length === 0) return "";
  const line = ({ level, text }: Warning) => {
    const { mark, [language]: meaning } = levels[level];
    return `<li class="marklab-${level}"><b role="img" aria-label="${meaning}" title="${meaning}">${mark}</b> ${escapeHtml(text[language])}</li>`;
  };
  return `<ul class="marklab-warnings">${inOrder(warnings).map(line).join("")}</ul>`;
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
    htmlTable(viewOfTable(result.table), { language, labels: result.columnLabels, mayTurn: true }) +
    `${detailsHtml(result, language)}</div>`
  );
}

function text(result: Result, language: Language): string {
  const warnings = inOrder(result.warnings).map(({ level, text }) => `${levels[level].mark} ${text[language]}`);
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
