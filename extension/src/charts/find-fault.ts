import type { Text } from "marklab/language";
import { catalogue } from "../language/catalogue.js";
import type { ChartGrammar } from "./mime-types.js";
import { nearestName } from "marklab/templates";

type Json = Record<string, unknown>;

const marks = [
  "arc",
  "area",
  "bar",
  "boxplot",
  "circle",
  "errorband",
  "errorbar",
  "geoshape",
  "image",
  "line",
  "point",
  "rect",
  "rule",
  "square",
  "text",
  "tick",
  "trail",
];
const types = ["quantitative", "temporal", "ordinal", "nominal", "geojson"];
const lists = ["layer", "hconcat", "vconcat", "concat"] as const;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

function nameOf(value: unknown): Text {
  if (value === null || value === undefined || value === "") return catalogue.nothing();
  if (Array.isArray(value)) return catalogue.list();
  return typeof value === "string" ? catalogue.plainText() : catalogue.plainValue();
}

function notObject(path: string, value: unknown): Text {
  const name = nameOf(value);
  return { en: catalogue.chartNotObject(path, name.en).en, "zh-CN": catalogue.chartNotObject(path, name["zh-CN"])["zh-CN"] };
}

const unknownWord = (path: string, value: unknown, known: readonly string[]): Text | undefined =>
  typeof value === "string" && !known.includes(value)
    ? catalogue.chartUnknownValue(path, value, nearestName(value, known) ?? "")
    : undefined;

function encodingFault(encoding: unknown, path: string): Text | undefined {
  for (const [channel, definition] of Object.entries(isObject(encoding) ? encoding : {})) {
    const fault = isObject(definition) ? unknownWord(`${path}.encoding.${channel}.type`, definition["type"], types) : undefined;
    if (fault) return fault;
  }
  return undefined;
}

function markFault(mark: unknown, path: string): Text | undefined {
  return isObject(mark) ? unknownWord(`${path}.mark.type`, mark["type"], marks) : unknownWord(`${path}.mark`, mark, marks);
}

function viewFault(view: unknown, path: string): Text | undefined {
  if (!isObject(view)) return notObject(path, view);
  for (const name of lists.filter((list) => list in view)) {
    const views = view[name];
    if (!Array.isArray(views)) return catalogue.chartNotList(`${path}.${name}`);
    const fault = views.map((child, index) => viewFault(child, `${path}.${name}[${index}]`)).find(Boolean);
    if (fault) return fault;
  }
  if ("spec" in view) return viewFault(view["spec"], `${path}.spec`);
  if (!("mark" in view) && !lists.some((list) => list in view)) return catalogue.chartWithoutView(path);
  return markFault(view["mark"], path) ?? encodingFault(view["encoding"], path);
}

/**
 * What is wrong with a specification and where, as far as its structure shows it; undefined when nothing is. The path starts at `spec`, such as
 * `spec.layer[1].mark`. vega-lite itself stops with texts such as "Cannot read properties of undefined", or draws an empty frame; Vega names what it
 * stumbles over, so of its specifications only the outside is looked at.
 */
export function findFault(spec: unknown, grammar: ChartGrammar): Text | undefined {
  if (grammar === "vega") return isObject(spec) ? undefined : notObject("spec", spec);
  return viewFault(spec, "spec");
}
