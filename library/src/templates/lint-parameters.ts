import { DataError } from "../data-error.js";
import { checkParameter } from "./check-parameter.js";
import type { ParameterLine } from "./parameter-line.js";
import { parameterLines, schemaOfLine } from "./parameters.js";
import { problem, type Problem } from "./problem.js";
import { hasTag, parametersCell } from "./source.js";
import type { Notebook, ParameterSchema, TemplateMetadata } from "./template.js";

const kind = ({ type }: ParameterSchema): string => (type === "integer" ? "number" : type);

function lintLine(line: ParameterLine, schema: ParameterSchema, cell: string): Problem[] {
  const { name } = line;
  if (!line.isLiteral || line.type === "") {
    const text = {
      en: `“${name}” is not of the form let name: Type = literal;`,
      "zh-CN": `“${name}”不是 let name: Type = literal; 的写法。`,
    };
    return [problem("parameter-form", text, cell)];
  }
  const ofLine = schemaOfLine(line);
  const isSame =
    kind(ofLine) === kind(schema) && JSON.stringify(ofLine.enum ?? []) === JSON.stringify(line.type.includes("|") ? schema.enum : []);
  const isDefault = JSON.stringify(schema.default) === JSON.stringify(line.value);
  if (!isSame || !isDefault) {
    const text = { en: `“${name}” differs from the schema in type or default.`, "zh-CN": `“${name}”的类型或默认值与 schema 不一致。` };
    return [problem("parameter-schema", text, cell)];
  }
  try {
    checkParameter(name, line.value, schema);
    return [];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return [problem("parameter-default", error.text, cell)];
  }
}

/** There is one parameters cell; its lines and the schema name the same parameters in the same order, with the same types and defaults. */
export function lintParameters(notebook: Notebook, { parameters }: TemplateMetadata): Problem[] {
  const cell = parametersCell(notebook);
  if (cell === undefined || notebook.cells.filter((each) => hasTag(each, "parameters")).length !== 1) {
    return [
      problem("parameters-cell", {
        en: "One code cell has the tag “parameters”.",
        "zh-CN": "应有且仅有一个带 parameters 标签的代码单元格。",
      }),
    ];
  }
  const lines = parameterLines(notebook);
  const names = Object.keys(parameters.properties);
  if (JSON.stringify(lines.map(({ name }) => name)) !== JSON.stringify(names)) {
    const text = {
      en: "The parameters cell and the schema name different parameters.",
      "zh-CN": "参数单元格与 schema 的参数名称或顺序不一致。",
    };
    return [problem("parameter-names", text, cell.id)];
  }
  return lines.flatMap((line) => lintLine(line, parameters.properties[line.name] as ParameterSchema, cell.id));
}
