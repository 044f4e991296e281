import type { Notebook } from "./template.js";
import { templateMetadata } from "./instantiate.js";
import { lintCells, lintMarkdown } from "./lint-cells.js";
import { lintKernelMetadata, lintTemplateMetadata } from "./lint-metadata.js";
import { lintParameters } from "./lint-parameters.js";
import { lintSections } from "./lint-sections.js";
import { problem, type Problem } from "./problem.js";

/**
 * Is a notebook a template that everyone can use?
 *
 * Checks that it is nbformat 4.5 with unique ids and no stored output, that its metadata is complete and names the kernel as the kernel does,
 * that each text exists in both languages with the same shape, that the six sections stand in order, and that the parameters cell fits its schema.
 *
 * @returns what is wrong, in the order of the notebook; empty when nothing is
 *
 * @example lintTemplate(JSON.parse(await readFile("templates/rfm.ipynb", "utf8"))); // []
 */
export function lintTemplate(notebook: Notebook): Problem[] {
  const template = templateMetadata(notebook);
  if (template === undefined) {
    return [
      problem("metadata-missing", {
        en: "The metadata has no template under “marklab”.",
        "zh-CN": "元数据中没有 marklab 模板信息。",
      }),
    ];
  }
  return [
    ...lintKernelMetadata(notebook),
    ...lintTemplateMetadata(template),
    ...lintCells(notebook),
    ...lintMarkdown(notebook),
    ...lintSections(notebook, template),
    ...lintParameters(notebook, template),
  ];
}
