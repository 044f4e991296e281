import type { Text } from "../language/language.js";
import { parameterMismatch } from "./errors.js";
import { literal } from "./parameter-line.js";
import type { ParameterSchema } from "./template.js";

const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const kinds: Record<ParameterSchema["type"], Text> = {
  string: { en: "a text", "zh-CN": "文本" },
  number: { en: "a number", "zh-CN": "数字" },
  integer: { en: "a whole number", "zh-CN": "整数" },
  boolean: { en: "true or false", "zh-CN": " true 或 false" },
  array: { en: "a list", "zh-CN": "列表" },
};

const rangeText = ({ minimum, maximum }: ParameterSchema): Text => {
  if (minimum !== undefined && maximum !== undefined)
    return { en: ` from ${minimum} to ${maximum}`, "zh-CN": `（${minimum} 到 ${maximum}）` };
  if (minimum !== undefined) return { en: ` of at least ${minimum}`, "zh-CN": `（不小于 ${minimum}）` };
  return maximum === undefined ? { en: "", "zh-CN": "" } : { en: ` of at most ${maximum}`, "zh-CN": `（不大于 ${maximum}）` };
};

/** What a parameter takes, in words: "a whole number from 3 to 5". */
export function describeParameter(schema: ParameterSchema): Text {
  if (schema.enum !== undefined) {
    const values = schema.enum.map(literal).join(", ");
    return { en: `one of ${values}`, "zh-CN": `以下之一：${values}` };
  }
  if (schema.format === "date") return { en: "a date such as 2024-01-31", "zh-CN": "日期，例如 2024-01-31" };
  const range = rangeText(schema);
  return { en: kinds[schema.type].en + range.en, "zh-CN": kinds[schema.type]["zh-CN"] + range["zh-CN"] };
}

const hasType = (value: unknown, type: ParameterSchema["type"]): boolean => {
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isSafeInteger(value);
  return type === "number" ? Number.isFinite(value) : typeof value === type;
};

const inRange = (value: unknown, { minimum = -Infinity, maximum = Infinity }: ParameterSchema): boolean =>
  typeof value !== "number" || (value >= minimum && value <= maximum);

const isDate = (value: unknown): boolean =>
  value === "" || (typeof value === "string" && isoDate.test(value) && new Date(value).toISOString().startsWith(value));

const fits = (value: unknown, schema: ParameterSchema): boolean =>
  hasType(value, schema.type) &&
  inRange(value, schema) &&
  (schema.enum === undefined || schema.enum.includes(value)) &&
  (schema.format !== "date" || isDate(value)) &&
  (schema.items === undefined || (value as unknown[]).every((item) => fits(item, schema.items as ParameterSchema)));

const example = (schema: ParameterSchema): string => {
  if (schema.default !== undefined && schema.default !== "") return literal(schema.default);
  if (schema.enum !== undefined) return literal(schema.enum[0]);
  if (schema.format === "date") return '"2024-01-31"';
  const examples = { string: '"text"', number: "1.5", integer: String(schema.minimum ?? 1), boolean: "true", array: '["text"]' };
  return examples[schema.type];
};

/**
 * Refuses a value that its parameter cannot take.
 *
 * @throws DataError `parameter-mismatch`
 */
export function checkParameter(name: string, value: unknown, schema: ParameterSchema): void {
  if (fits(value, schema)) return;
  const found = value === undefined || typeof value === "function" ? typeof value : Number.isNaN(value) ? "not a number" : literal(value);
  throw parameterMismatch({ name, found, needed: describeParameter(schema), fix: example(schema) });
}
