import { checkParameter } from "./check-parameter.js";
import { parameterNotLiteral, parametersCellMissing, parameterUnknown } from "./errors.js";
import { nearestName } from "../analyses/nearest-name.js";
import { parseParameterLine, writeParameterLine, type ParameterLine } from "./parameter-line.js";
import { parametersCell, sourceLines, sourceText } from "./source.js";
import type { Notebook, ParameterSchema, TemplateMetadata } from "./template.js";

export type Parameters = Readonly<Record<string, unknown>>;

const linesOf = (notebook: Notebook): string[] => sourceText(parametersCell(notebook)?.source ?? "").split(/\r?\n/);

/** The lines of the parameters cell that declare a parameter, in their order. */
export const parameterLines = (notebook: Notebook): ParameterLine[] => linesOf(notebook).flatMap((line) => parseParameterLine(line) ?? []);

/**
 * Which values does a notebook start from?
 *
 * Reads the cell tagged `parameters`; a line that computes its value is left out.
 *
 * @example readParameters(notebook); // { data: "sample:orders", groups: 5 }
 */
export const readParameters = (notebook: Notebook): Record<string, unknown> =>
  Object.fromEntries(parameterLines(notebook).flatMap((line) => (line.isLiteral ? [[line.name, line.value]] : [])));

const unnamed = { title: { en: "", "zh-CN": "" }, description: { en: "", "zh-CN": "" } };
const simpleTypes = ["string", "number", "boolean"] as const;

const choices = (type: string): readonly unknown[] | undefined => {
  const members = type.split("|").map((member) => member.trim());
  return members.every((member) => /^("[^"]*"|-?\d+(\.\d+)?)$/.test(member)) ? members.map((member) => JSON.parse(member)) : undefined;
};

/** The schema that a line's own TypeScript type and value speak of; for notebooks that bring no schema. */
export function schemaOfLine({ type, value }: ParameterLine): ParameterSchema {
  const plain = type.replace(/^readonly\s+/, "");
  const simple = simpleTypes.find((name) => plain.startsWith(name)) ?? (typeof value as (typeof simpleTypes)[number]);
  const list = plain.endsWith("[]") || Array.isArray(value);
  if (list)
    return { type: "array", ...(simpleTypes.includes(simple) && { items: { type: simple, "x-text": unnamed } }), "x-text": unnamed };
  const options = choices(plain);
  const kind = options === undefined ? simple : (typeof options[0] as (typeof simpleTypes)[number]);
  return { type: simpleTypes.includes(kind) ? kind : "string", ...(options && { enum: options }), "x-text": unnamed };
}

/** What each parameter of a notebook takes: as the template's schema says, or else as its line in the cell does. */
export const parameterSchemas = (notebook: Notebook, schema?: TemplateMetadata["parameters"]): Record<string, ParameterSchema> =>
  Object.fromEntries(parameterLines(notebook).map((line) => [line.name, schema?.properties[line.name] ?? schemaOfLine(line)]));

function checkAll(notebook: Notebook, values: Parameters, schema?: TemplateMetadata["parameters"]): void {
  const lines = parameterLines(notebook);
  if (parametersCell(notebook) === undefined) throw parametersCellMissing({ names: Object.keys(values) });
  const schemas = new Map(Object.entries(parameterSchemas(notebook, schema)));
  for (const [name, value] of Object.entries(values)) {
    const known = [...schemas.keys()];
    const found = schemas.get(name);
    if (found === undefined) throw parameterUnknown({ name, known, nearest: nearestName(name, known) ?? "–" });
    if (!lines.some((line) => line.name === name && line.isLiteral)) throw parameterNotLiteral({ name });
    checkParameter(name, value, found);
  }
}

/**
 * The notebook with other values in its parameters cell; types, comments and the order of lines stay.
 *
 * Values are written as JSON literals on one line, so that no text can become code. Nothing is changed when one value does not fit.
 *
 * @param values by name; parameters that are not named keep their value
 * @param schema what each takes; without it the TypeScript types of the cell count
 * @throws DataError `parameter-unknown` (with the nearest name), `parameter-mismatch`, `parameter-not-literal`, `parameters-cell-missing`
 *
 * @example setParameters(notebook, { data: "orders.csv", groups: 4 });
 */
export function setParameters(notebook: Notebook, values: Parameters, schema?: TemplateMetadata["parameters"]): Notebook {
  const copy = structuredClone(notebook);
  if (Object.keys(values).length === 0) return copy;
  checkAll(notebook, values, schema);
  const cell = parametersCell(copy);
  const rewrite = (text: string) => {
    const line = parseParameterLine(text);
    return line && Object.hasOwn(values, line.name) ? writeParameterLine(line, values[line.name]) : text;
  };
  if (cell) cell.source = sourceLines(linesOf(notebook).map(rewrite).join("\n"));
  const about = copy.metadata.marklab;
  if (about && "template" in about) about.parameters = { ...about.parameters, ...values };
  return copy;
}

const jsonOr = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** What a text is to become: the part of a JSON Schema that says it. */
interface ValueSchema {
  readonly type?: string;
  readonly items?: { readonly type?: string };
}

/** Elements between commas; texts stay texts, numbers and choices are read as what they are. */
const listFromText = (text: string, { items }: ValueSchema): unknown[] =>
  text.split(",").map((item) => (["number", "integer", "boolean"].includes(items?.type ?? "") ? jsonOr(item) : item.trim()));

/** The value that a text of the command line or of a form means for a parameter; a text that fits nothing is returned as it is, for the check to refuse. */
export function parameterFromText(text: string, schema: ValueSchema): unknown {
  if (schema.type === "string") return text;
  if (schema.type === "array" && !text.trimStart().startsWith("[")) return text.trim() === "" ? [] : listFromText(text, schema);
  return jsonOr(text);
}
