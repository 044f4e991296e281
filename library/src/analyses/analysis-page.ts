import type { Language, Text } from "../language/language.js";
import type { AnalysisFacts, OptionSchema } from "./analysis.js";
import { optionValues } from "./option-values.js";

const headings = {
  columns: { en: "Columns", "zh-CN": "列" },
  columnsHead: { en: "| column | needed | what it holds |", "zh-CN": "| 列 | 是否必需 | 内容 |" },
  required: { en: "yes", "zh-CN": "必需" },
  optional: { en: "no", "zh-CN": "可选" },
  oneOf: { en: "Needed besides, one of: ", "zh-CN": "此外需要以下之一：" },
  options: { en: "Options", "zh-CN": "选项" },
  optionsHead: { en: "| option | values | default | meaning |", "zh-CN": "| 选项 | 取值 | 默认值 | 含义 |" },
  charts: { en: "Charts", "zh-CN": "图表" },
} as const satisfies Record<string, Text>;

/**
 * The reference page of an analysis, in Markdown: its columns, options and charts, all from the definition.
 *
 * @example
 * analysisPage(rfm, "en");
 */
export function analysisPage({ title, description, roles, oneOf, schema, charts }: AnalysisFacts, language: Language): string {
  const say = (text: Text) => text[language];
  const columns = Object.entries(roles).map(
    ([role, need]) => `| \`${role}\` | ${say(need.required ? headings.required : headings.optional)} | ${say(need.description)} |`,
  );
  const options = Object.entries(schema.properties).filter(([, { "x-role": role }]) => role === undefined);
  return [
    `# ${say(title)}`,
    say(description),
    ...(columns.length > 0 ? [`## ${say(headings.columns)}`, [say(headings.columnsHead), "|---|---|---|", ...columns].join("\n")] : []),
    ...(oneOf.length > 0 ? [`${say(headings.oneOf)}${oneOf.map((group) => group.map(code).join(" + ")).join(" / ")}`] : []),
    `## ${say(headings.options)}`,
    [say(headings.optionsHead), "|---|---|---|---|", ...options.map(([name, option]) => optionRow(name, option, language))].join("\n"),
    `## ${say(headings.charts)}`,
    charts.map(code).join(" · "),
  ].join("\n\n");
}

/** A bar would end the cell of the table. */
const code = (word: unknown) => `\`${(typeof word === "object" ? JSON.stringify(word) : String(word)).replaceAll("|", "\\|")}\``;

function optionRow(name: string, option: OptionSchema, language: Language): string {
  const { description } = option["x-text"] as { description: Text };
  const initial = option.default === undefined ? "–" : code(option.default);
  return `| ${code(name)} | ${optionValues(option).map(code).join(", ")} | ${initial} | ${description[language]} |`;
}
