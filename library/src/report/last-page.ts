import { escapeHtml } from "../escape-html.js";
import { format, missing } from "../language/format.js";
import type { Language } from "../language/language.js";
import { datesOf, rowWord } from "./first-page.js";
import { reportTexts } from "./report-texts.js";
import type { ResultFacts, Section, Story } from "./story.js";

type Row = readonly [name: string, value: string];

const rows = (list: readonly Row[]): string =>
  `<dl>${list.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`).join("")}</dl>`;
const part = (title: string, body: string): string => `<section class="part"><h3>${escapeHtml(title)}</h3>${body}</section>`;
const list = (items: readonly string[], name = "plain"): string =>
  `<ul class="${name}">${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

function valueText(value: unknown, language: Language): string {
  if (value === undefined || value === null || value === "") return missing;
  if (typeof value === "number") return format(language).exact(value);
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}

function dataRows(result: ResultFacts, language: Language): Row[] {
  const { date, period, count } = format(language);
  const { input } = result;
  const dates = datesOf(result);
  const columns = `${count(input.columns.length)} ${language === "zh-CN" ? "列" : input.columns.length === 1 ? "column" : "columns"}`;
  const size = `${count(input.rows)} ${rowWord(input.rows, language)} × ${columns}`;
  return [
    [reportTexts.file[language], input.name],
    [reportTexts.size[language], size],
    ...(dates.period ? [[reportTexts.period[language], period(...dates.period)] as const] : []),
    ...(dates.asOf === undefined ? [] : [[reportTexts.asOf[language], date(dates.asOf)] as const]),
    [reportTexts.fingerprint[language], input.sha256],
    [reportTexts.made[language], `Marklab · ${result.analysis} ${result.version}`],
  ];
}

function warningsPart({ warnings }: ResultFacts, language: Language): string {
  const items = warnings.map(({ level, text }) => {
    const mark = level === "blocks" ? "●" : "○";
    return `<span class="${level}">${mark} ${reportTexts[level][language]}</span> ${escapeHtml(text)}`;
  });
  return part(reportTexts.checks[language], items.length === 0 ? `<p>${reportTexts.noWarnings[language]}</p>` : list(items, "checks"));
}

const appendixPart = ({ title, blocks }: Section): string => part(title, blocks.join("\n"));

function resultParts(result: ResultFacts, language: Language): string[] {
  const parameters = Object.entries(result.parameters).map(([name, value]): Row => [name, valueText(value, language)]);
  return [
    part(reportTexts.data[language], rows(dataRows(result, language))),
    part(reportTexts.parameters[language], rows(parameters)),
    part(reportTexts.assumptions[language], list(result.assumptions.map(escapeHtml))),
    warningsPart(result, language),
  ];
}

/** The page that carries the proof: data, parameters, definitions, method, assumptions, checks. Empty where there is nothing to prove. */
export function lastPage({ result, appendix, language }: Story): string {
  const parts = [...appendix.map(appendixPart), ...(result ? resultParts(result, language) : [])];
  return parts.length === 0 ? "" : `<section class="page last"><h2>${reportTexts.about[language]}</h2>\n${parts.join("\n")}</section>`;
}
