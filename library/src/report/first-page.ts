import type { KeyNumber } from "../analyses/key-number.js";
import { keyNumbers } from "../analyses/key-numbers.js";
import { escapeHtml } from "../escape-html.js";
import { format } from "../language/format.js";
import type { Language } from "../language/language.js";
import { reportTexts } from "./report-texts.js";
import type { ResultFacts, Story } from "./story.js";

const number = ({ value, label, note }: KeyNumber): string =>
  `<li><strong>${escapeHtml(value)}</strong><span>${escapeHtml(label)}</span><small>${escapeHtml(note)}</small></li>`;

/** The period and the day of a result, as far as its values name them. */
export function datesOf({ values }: ResultFacts): { period?: readonly [from: string, to: string]; asOf?: string } {
  const { asOf, period } = values as { asOf?: unknown; period?: { from?: unknown; to?: unknown } };
  return {
    ...(typeof period?.from === "string" && typeof period.to === "string" && { period: [period.from, period.to] as const }),
    ...(typeof asOf === "string" && { asOf }),
  };
}

/** "row", "rows" or their Chinese counterpart. */
export const rowWord = (count: number, language: Language): string => (language === "zh-CN" ? "行" : count === 1 ? "row" : "rows");

function sourceLine(result: ResultFacts, language: Language): string {
  const { date, period, count } = format(language);
  const dates = datesOf(result);
  const rows = `${count(result.input.rows)} ${rowWord(result.input.rows, language)}`;
  const days = dates.period ? [period(...dates.period)] : [];
  const asOf = dates.asOf === undefined ? [] : [`${reportTexts.asOf[language]} ${date(dates.asOf)}`];
  const parts = [...(result.input.name === "" ? [] : [result.input.name, rows]), ...days, ...asOf];
  return escapeHtml(parts.join(" · "));
}

/** Blocking warnings belong beside the headline: nobody should act without having read them. */
const alarms = ({ warnings }: ResultFacts): string =>
  warnings
    .filter(({ level }) => level === "blocks")
    .map(({ text }) => `<p class="alarm">● ${escapeHtml(text)}</p>`)
    .join("");

/** The page that is a decision: the finding, three numbers, one chart, the next step. */
export function firstPage({ title, result, chart, language }: Story): string {
  if (result === undefined) return `<header class="page first"><h1>${escapeHtml(title)}</h1></header>`;
  const [finding = title, ...others] = result.reading;
  const next = others.at(-1);
  const headline = withoutBrackets(finding);
  const between = [...(headline === finding ? [] : [finding]), ...others.slice(0, -1)];
  const numbers = keyNumbers(result).map(number).join("");
  return `<header class="page first">
<p class="kicker">${escapeHtml(title)}</p>
<h1>${escapeHtml(headline)}</h1>
${alarms(result)}${numbers && `<ul class="numbers">${numbers}</ul>`}
${chart ? `<figure class="chart">${chart}</figure>` : ""}
${between.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join("\n")}
${next ? `<aside class="next"><b>${reportTexts.next[language]}</b><p>${escapeHtml(withoutLead(next))}</p></aside>` : ""}
<p class="source">${sourceLine(result, language)}</p>
</header>`;
}

/** A headline says the finding, without a full stop; intervals and counts stand in the sentence below. */
const withoutBrackets = (sentence: string): string =>
  sentence
    .replace(/\s*\([^()]*\)/g, "")
    .replace(/\uff08[^\uff08\uff09]*\uff09/g, "")
    .replace(/[.。]$/, "");

/** The box already says that this is the next step. */
const withoutLead = (sentence: string): string => {
  const text = sentence.replace(/^(next( step)?|下一步)\s*[:\uff1a]\s*/i, "");
  return text.charAt(0).toUpperCase() + text.slice(1);
};
