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

function rangeText({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: OptionSchema): Text {
  const isWhole = (bound: unknown): bound is number => typeof bound === "number" && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  const low = [minimum, exclusiveMinimum].find(isWhole);
  const high = [maximum, exclusiveMaximum].find(isWhole);
  const [above, below] = [isWhole(minimum) ? "from" : "above", isWhole(maximum) ? "to" : "below"];
  const [chineseAbove, chineseBelow] = [isWhole(minimum) ? "不小于" : "大于", isWhole(maximum) ? "不大于" : "小于"];
  if (low !== undefined && high !== undefined && isWhole(minimum) && isWhole(maximum)) {
    return { en: ` from ${low} to ${high}`, "zh-CN": ` ${low} 到 ${high} 的` };
  }
  const english = [low === undefined ? "" : ` ${above} ${low}`, high === undefined ? "" : ` ${below} ${high}`].join("");
  const chinese = [low === undefined ? [] : [`${chineseAbove} ${low}`], high === undefined ? [] : [`${chineseBelow} ${high}`]].flat();
  return { en: english, "zh-CN": chinese.length === 0 ? "" : `${chinese.join("且")} 的` };
}

const anyOf = (forms: readonly OptionSchema[]): Text => {
  const needs = forms.map(neededValue);
  return { en: needs.map(({ en }) => en).join(" or "), "zh-CN": needs.map((need) => need["zh-CN"].trim()).join("或") };
};

/** A list, by one of its elements; of texts where nothing else is said. */
function listOf({ items }: OptionSchema): Text {
  const element = neededValue((items ?? { type: "string" }) as OptionSchema);
  return { en: `a list, each element ${element.en}`, "zh-CN": `列表（每个元素为${element["zh-CN"].trim()}）` };
}

function objectWith({ properties = {}, required = [] }: OptionSchema): Text {
  const names = Object.keys(properties as object);
  const needed = required as readonly string[];
  const shown = (needed.length > 0 ? needed : names).slice(0, 6);
  return { en: `an object with ${shown.join(", ")}`, "zh-CN": `含 ${shown.join("、")} 的对象` };
}

/** What one option takes, in words: from its schema, so that the words cannot differ from what is checked. */
export function neededValue(schema: OptionSchema): Text {
  const { type, enum: choices, format } = schema;
  if (choices?.length === 1) return quoted(String(choices[0]));
  if (choices)
    return {
      en: `one of ${choices.map((one) => `"${String(one)}"`).join(", ")}`,
      "zh-CN": choices.map((one) => `“${String(one)}”`).join("、"),
    };
  if (format === "date") return { en: "a date such as 2024-01-31", "zh-CN": "形如 2024-01-31 的日期" };
  if (schema["anyOf"]) return anyOf(schema["anyOf"] as readonly OptionSchema[]);
  if (type === "array") return listOf(schema);
  if (type === "object") return objectWith(schema);
  if (type === "boolean") return { en: "true or false", "zh-CN": "true 或 false" };
  if (type === "string") return { en: "a text", "zh-CN": "文本" };
  const range = rangeText(schema);
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
  const [example] = (schema["examples"] ?? []) as readonly unknown[];
  if (example !== undefined) return same(JSON.stringify(example));
  return schema.default === undefined ? { en: "leaving it out", "zh-CN": "默认值（去掉该选项）" } : same(JSON.stringify(schema.default));
}
