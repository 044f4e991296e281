import { defineError } from "../data-error.js";
import type { Text } from "../language/language.js";

const listed = (names: readonly string[]): string => (names.length === 0 ? "–" : names.join(", "));

/** A parameter is named that the notebook does not have. */
export const parameterUnknown = defineError(
  "parameter-unknown",
  ({ name, known, nearest }: { name: string; known: readonly string[]; nearest: string }): Text => ({
    en: `Cannot set parameter "${name}": the notebook has no parameter of this name, one of its own is needed (${listed(known)}). Try "${nearest}".`,
    "zh-CN": `无法设置参数“${name}”：笔记本中没有这个参数，可用的参数有 ${listed(known)}。请试试“${nearest}”。`,
  }),
);

/** A parameter has a value of another type, or one that is out of range. */
export const parameterMismatch = defineError(
  "parameter-mismatch",
  ({ name, found, needed, fix }: { name: string; found: string; needed: Text; fix: string }): Text => ({
    en: `Cannot set parameter "${name}": ${found} was given, ${needed.en} is needed. Try ${fix}.`,
    "zh-CN": `无法设置参数“${name}”：给出的是 ${found}，需要的是${needed["zh-CN"]}。请试试 ${fix}。`,
  }),
);

/** The line of a parameter computes its value, so that a value cannot be put in its place. */
export const parameterNotLiteral = defineError("parameter-not-literal", ({ name }: { name: string }): Text => ({
  en: `Cannot set parameter "${name}": its line in the parameters cell is not a plain value, a text, number, boolean or list on one line is needed. Try let ${name} = "value";.`,
  "zh-CN": `无法设置参数“${name}”：参数单元格中这一行不是简单的值，需要写成单行的文本、数字、布尔值或列表。请试试 let ${name} = "value";。`,
}));

/** The notebook has no cell tagged `parameters`. */
export const parametersCellMissing = defineError("parameters-cell-missing", ({ names }: { names: readonly string[] }): Text => ({
  en: `Cannot set parameters (${listed(names)}): the notebook has no parameters cell, a code cell with the tag "parameters" is needed. Try adding the tag to the cell with the values.`,
  "zh-CN": `无法设置参数（${listed(names)}）：笔记本中没有参数单元格，需要一个带 “parameters” 标签的代码单元格。请试试为存放参数的单元格添加该标签。`,
}));
