import { languages, type Text } from "../language/language.js";
import { kernelspec, languageInfo } from "./kernel-metadata.js";
import { problem, type Problem } from "./problem.js";
import type { Notebook, TemplateMetadata } from "./template.js";

const isSame = (value: unknown, expected: object): boolean =>
  JSON.stringify(Object.entries(value ?? {}).toSorted()) === JSON.stringify(Object.entries(expected).toSorted());

/** The format's version, and what the notebook says of its kernel. */
export function lintKernelMetadata({ metadata, nbformat, nbformat_minor }: Notebook): Problem[] {
  const problems: Problem[] = [];
  if (nbformat !== 4 || nbformat_minor < 5) {
    problems.push(problem("format", { en: "The notebook is not of format 4.5.", "zh-CN": "笔记本不是 4.5 版格式。" }));
  }
  for (const [name, expected] of Object.entries({ kernelspec, language_info: languageInfo })) {
    if (isSame(metadata[name], expected)) continue;
    problems.push(
      problem("kernel-metadata", {
        en: `“${name}” differs from what the kernel reports, so the notebook would open as changed.`,
        "zh-CN": `“${name}”与内核报告的不一致，打开时会显示为已修改。`,
      }),
    );
  }
  return problems;
}

const textsOf = (template: TemplateMetadata): [string, Partial<Text> | undefined][] => [
  ...(["title", "description", "question", "decision", "category"] as const).map((name): [string, Text] => [name, template[name]]),
  ...template.sections.map((text, index): [string, Text] => [`sections[${index}]`, text]),
  ...Object.entries(template.roles).map(([name, role]): [string, Text] => [`roles.${name}`, role.description]),
  ...Object.entries(template.parameters.properties).flatMap(([name, { "x-text": text }]): [string, Text | undefined][] => [
    [`parameters.${name}.title`, text?.title],
    [`parameters.${name}.description`, text?.description],
  ]),
];

/** Whether each text about the template exists in each language, and its names are well formed. */
export function lintTemplateMetadata(template: TemplateMetadata): Problem[] {
  const problems = textsOf(template).flatMap(([name, text]) =>
    languages
      .filter((language) => !text?.[language]?.trim())
      .map((language) =>
        problem("text-missing", { en: `“${name}” has no text in ${language}.`, "zh-CN": `“${name}”缺少 ${language} 文本。` }),
      ),
  );
  const names: [boolean, string][] = [
    [/^[a-z][a-z0-9-]*$/.test(template.id), "id"],
    [/^\d+\.\d+\.\d+$/.test(template.version), "version"],
    [template.sample.startsWith("sample:"), "sample"],
  ];
  const malformed = names.filter(([isGood]) => !isGood).map(([, name]) => name);
  return [
    ...problems,
    ...malformed.map((name) => problem("metadata-malformed", { en: `“${name}” is malformed.`, "zh-CN": `“${name}”格式不正确。` })),
  ];
}
