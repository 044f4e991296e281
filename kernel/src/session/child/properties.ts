import type { PropertyInfo } from "../protocol.js";
import { callWithoutSideEffect, evaluateWithoutSideEffect } from "./inspector.js";

/** Lists the names that a value answers to, its prototypes' included, without running a getter. */
const listProperties = `function () {
  const found = [];
  const seen = new Set();
  for (let at = Object(this); at !== null && found.length < 500; at = Object.getPrototypeOf(at)) {
    if (at === Object.prototype && found.length > 0) break;
    for (const name of Object.getOwnPropertyNames(at)) {
      if (seen.has(name) || /^\\d+$/.test(name)) continue;
      seen.add(name);
      const property = Object.getOwnPropertyDescriptor(at, name);
      found.push([name, property !== undefined && typeof property.value === "function" ? 1 : 0]);
      if (found.length >= 500) break;
    }
  }
  return found;
}`;

/** The properties of the value of an expression, as far as it can be known without side effects. */
export async function propertiesOf(expression: string): Promise<PropertyInfo[]> {
  const value = await evaluateWithoutSideEffect(expression);
  if (!value) return [];
  const boxed = value.objectId ? value : await evaluateWithoutSideEffect(`Object(${expression})`);
  if (!boxed?.objectId) return [];
  const listed = await callWithoutSideEffect(boxed.objectId, listProperties);
  if (!Array.isArray(listed)) return [];
  return (listed as [string, number][]).map(([name, isFunction]) => ({ name, kind: isFunction ? "function" : "property" }));
}
