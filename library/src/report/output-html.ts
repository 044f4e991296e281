import { resultMimeType } from "../display.js";
import { escapeHtml } from "../escape-html.js";
import { sourceText } from "../templates/source.js";
import type { Output } from "../templates/template.js";
import { markdownHtml } from "./markdown.js";
import { sanitise, sanitiseResult } from "./sanitise.js";

type Writer = (content: string) => string;

const image =
  (type: string): Writer =>
  (content) =>
    /^[\w+/=\s]+$/.test(content) ? `<img alt="" src="data:${type};base64,${content.replaceAll(/\s/g, "")}">` : "";
const preformatted: Writer = (content) => (content.trim() === "" ? "" : `<pre>${escapeHtml(content.trimEnd())}</pre>`);

/** What a report can show, the best first. */
const writers: readonly (readonly [type: string, write: Writer])[] = [
  ["image/svg+xml", (content) => `<figure class="chart">${sanitise(content)}</figure>`],
  ["text/html", (content) => sanitise(content)],
  ["text/markdown", markdownHtml],
  ["image/png", image("image/png")],
  ["image/jpeg", image("image/jpeg")],
  ["text/plain", preformatted],
];

const textOf = (content: unknown): string => (typeof content === "string" || Array.isArray(content) ? sourceText(content) : "");

/** One output as harmless HTML: the richest form that needs neither scripts nor a network. */
export function outputHtml(output: Output): string {
  if (output.output_type === "stream") return output.name === "stdout" ? preformatted(sourceText(output.text)) : "";
  if (output.output_type === "error") {
    return `<div class="failed"><b>${escapeHtml(output.ename)}</b>: ${escapeHtml(output.evalue)}</div>`;
  }
  if (resultMimeType in output.data) return sanitiseResult(textOf(output.data["text/html"]));
  for (const [type, write] of writers) {
    const content = textOf(output.data[type]);
    if (content !== "") return write(content);
  }
  return "";
}
