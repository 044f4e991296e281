import type { ResultJson } from "../analyses/result.js";
import { resultMimeType } from "../display.js";
import type { Language } from "../language/language.js";
import { notebookLanguage } from "../templates/localise.js";
import { sourceText } from "../templates/source.js";
import type { Cell, Notebook, Output } from "../templates/template.js";
import { markdownHtml } from "./markdown.js";
import { outputHtml } from "./output-html.js";
import { sanitise } from "./sanitise.js";

/** What the result of a notebook says of itself, without its table. */
export type ResultFacts = Omit<ResultJson, "table">;

export interface Section {
  readonly title: string;
  /** Whether there is more than text in it. */
  readonly hasOutputs: boolean;
  readonly blocks: readonly string[];
}

/** A notebook as a report tells it. */
export interface Story {
  readonly language: Language;
  readonly title: string;
  readonly result: ResultFacts | undefined;
  /** The main chart of the result, as SVG. */
  readonly chart: string | undefined;
  readonly sections: readonly Section[];
  /** Sections whose cells say `report: "appendix"`: they go to the last page. */
  readonly appendix: readonly Section[];
}

type Place = "show" | "hide" | "appendix";
interface Draft {
  title: string;
  place: Place;
  hasOutputs: boolean;
  blocks: string[];
}

const placeOf = (cell: Cell): Place => cell.metadata.marklab?.report ?? "show";
const dataOf = (output: Output): Record<string, unknown> => ("data" in output ? output.data : {});
const outputsOf = ({ cells }: Notebook): Output[] => cells.flatMap((cell) => cell.outputs ?? []);

const heading = (markdown: string, level: string): string | undefined =>
  new RegExp(`^${level} (.+)$`, "m")
    .exec(markdown)?.[1]
    ?.replace(/^\d+\.\s*/, "")
    .replace(/\s*#*$/, "");

/** Adds the text of one cell; each heading of second level opens a section. */
function addMarkdown(drafts: Draft[], markdown: string, place: Place): void {
  for (const part of markdown.split(/^(?=## )/m)) {
    const title = heading(part, "##");
    const text = part.replace(/^##? .+$/m, "").trim();
    if (title !== undefined) drafts.push({ title, place, hasOutputs: false, blocks: [] });
    if (text) drafts.at(-1)?.blocks.push(`<div class="text">${markdownHtml(text)}</div>`);
  }
}

function addOutputs(drafts: Draft[], outputs: readonly Output[]): void {
  const shown = outputs.map(outputHtml).filter((html) => html !== "");
  const last = drafts.at(-1);
  if (last === undefined || shown.length === 0) return;
  last.blocks.push(...shown.map((html) => `<div class="output">${html}</div>`));
  last.hasOutputs = true;
}

function draftSections({ cells }: Notebook): Draft[] {
  const drafts: Draft[] = [{ title: "", place: "show", hasOutputs: false, blocks: [] }];
  for (const cell of cells) {
    const place = placeOf(cell);
    if (place === "hide") continue;
    if (cell.cell_type === "markdown") addMarkdown(drafts, sourceText(cell.source), place);
    if (cell.cell_type === "code") addOutputs(drafts, cell.outputs ?? []);
  }
  return drafts.filter(({ blocks }) => blocks.length > 0);
}

/** The output that shows the result that the notebook is about: that of its own template, or else the first. */
function mainOutput(notebook: Notebook): Output | undefined {
  const about = notebook.metadata.marklab;
  const id = about && ("template" in about ? about.template : about.id);
  const shown = outputsOf(notebook).filter((output) => resultMimeType in dataOf(output));
  return shown.find((output) => (dataOf(output)[resultMimeType] as ResultFacts).analysis === id) ?? shown[0];
}

function chartOf(output: Output): string | undefined {
  const html = dataOf(output)["text/html"];
  const found = /<svg[\s\S]*?<\/svg>/.exec(sourceText((html as string | string[] | undefined) ?? ""))?.[0];
  return found && sanitise(found);
}

/** The heading that a notebook opens with; empty where it has none. */
export const firstHeading = ({ cells }: Notebook): string =>
  cells
    .filter((cell) => cell.cell_type === "markdown")
    .map((cell) => heading(sourceText(cell.source), "#"))
    .find(Boolean) ?? "";

/** Reads an executed notebook as the story that a report tells; code is left behind. */
export function readStory(notebook: Notebook): Story {
  const drafts = draftSections(notebook);
  const output = mainOutput(notebook);
  return {
    language: notebookLanguage(notebook),
    title: firstHeading(notebook),
    result: output && (dataOf(output)[resultMimeType] as ResultFacts),
    chart: output && chartOf(output),
    sections: drafts.filter(({ place }) => place === "show"),
    appendix: drafts.filter(({ place }) => place === "appendix"),
  };
}
