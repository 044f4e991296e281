import type { Text } from "../language/language.js";
import type { OptionSchema } from "./analysis.js";
import { nearestName } from "./nearest-name.js";

const same = (text: string): Text => ({ en: text, "zh-CN": text });
const quoted = (text: string): Text => ({ en: `"${text}"`, "zh-CN": `“${text}”` });

/** A value as an error text may show it: short, and never a bare `[object Object]`. */
export function shownValue(value: unknown): Text {
  if (typeof value === "string") return quoted(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  if (Array.isArray(value)) return { en: "a list", "zh-CN": "一个列表" };
  if (value === null || value === undefined) return { en: "empty", "zh-CN": "空值" };
  if (typeof value === "number" && !Number.isFinite(value)) return { en: "no finite number", "zh-CN": "非有限数值" };
  if (["number", "boolean", "bigint"].includes(typeof value)) return same(String(value));
  return typeof value === "function" ? { en: "a function", "zh-CN": "一个函数" } : { en: "an object", "zh-CN": "一个对象" };
}

/** What one option takes, in words: from its schema, so that the words cannot differ from what is checked. */
export function neededValue(schema: OptionSchema): Text {
  const { type, enum: choices, minimum, maximum, format } = schema;
  if (choices?.length === 1) return quoted(String(choices[0]));
  if (choices)
    return {
      en: `one of ${choices.map((one) => `"${String(one)}"`).join(", ")}`,
      "zh-CN": choices.map((one) => `“${String(one)}”`).join("、"),
    };
  if (format === "date") return { en: "a date such as 2024-01-31", "zh-CN": "形如 2024-01-31 的日期" };
  if (type === "boolean") return { en: "true or false", "zh-CN": "true 或 false" };
  if (type === "string") return { en: "a text", "zh-CN": "文本" };
  const range =
    minimum === undefined || maximum === undefined
      ? same("")
      : { en: ` from ${minimum} to ${maximum}`, "zh-CN": ` ${minimum} 到 ${maximum} 的` };
  return type === "integer"
    ? { en: `a whole number${range.en}`, "zh-CN": `${range["zh-CN"]}整数` }
    : { en: `a number${range.en}`, "zh-CN": `${range["zh-CN"]}数值` };
}

/** One value that would do: the choice most like what was given, the end of the range, the default. */
export function fittingValue(schema: OptionSchema, given: unknown): Text {
  const { enum: choices, minimum, maximum } = schema;
  if (choices) return quoted(nearestName(String(given), choices.map(String)) ?? "");
  if (schema.format === "date") return quoted("2024-01-31");
  if (typeof given === "number" && maximum !== undefined && given > maximum) return same(String(maximum));
  if (typeof given === "number" && minimum !== undefined && given < minimum) return same(String(minimum));
  return schema.default === undefined ? { en: "leaving it out", "zh-CN": "默认值（去掉该选项）" } : same(JSON.stringify(schema.default));
}
