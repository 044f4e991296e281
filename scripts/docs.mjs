/** `npm run docs`: writes the reference page of each analysis, in both languages, from its definition. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { analyses, analysisPage, calculations } from "marklab";

const pages = { en: "", "zh-CN": ".zh-CN" };
for (const analysis of [...analyses.values(), ...calculations.values()]) {
  for (const [language, suffix] of Object.entries(pages)) {
    writeFileSync(fileURLToPath(new URL(`../docs/${analysis.id}${suffix}.md`, import.meta.url)), `${analysisPage(analysis, language)}\n`);
  }
}
