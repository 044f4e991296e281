import { escapeHtml } from "../escape-html.js";
import type { Notebook } from "../templates/template.js";
import { firstPage } from "./first-page.js";
import { lastPage } from "./last-page.js";
import { reportStyle } from "./report-style.js";
import { readStory, type Section } from "./story.js";

/** Forbids scripts, forms and every request; styles and pictures stand in the file itself. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

const sectionHtml = ({ title, blocks }: Section): string => `${title && `<h2>${escapeHtml(title)}</h2>\n`}${blocks.join("\n")}`;

/** One question a page; sections of text alone share the page of the next one. */
function pages(sections: readonly Section[]): string[] {
  const pages: Section[][] = [];
  for (const section of sections) {
    const current = pages.at(-1);
    if (current && !current.some(({ hasOutputs }) => hasOutputs)) current.push(section);
    else pages.push([section]);
  }
  return pages.map((page) => `<section class="page">${page.map(sectionHtml).join("\n")}</section>`);
}

/**
 * A report of an executed notebook: one HTML file that needs nothing from outside and holds no code.
 *
 * Page one is the decision: headline, three numbers with their intervals, one chart, the next step. Then come the notebook's sections, one
 * question a page; cells whose metadata say `marklab.report: "hide"` are left out, `"appendix"` go to the last page, which holds data,
 * parameters, method, assumptions and checks. Everything that comes from data is escaped or reduced to harmless HTML.
 *
 * @param notebook a notebook that has been run; without a result in it the report starts with its title
 * @returns the text of the file; the same notebook gives the same bytes
 *
 * @example await writeFile("rfm.html", makeReport(notebook));
 */
export function makeReport(notebook: Notebook): string {
  const story = readStory(notebook);
  const { language, title, sections } = story;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Marklab">
<title>${escapeHtml(title || "Marklab")}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
${[firstPage(story), ...pages(sections), lastPage(story)].filter((page) => page !== "").join("\n")}
</main>
</body>
</html>
`;
}
