import type { OptionSchema } from "./analysis.js";

const isBound = (bound: unknown): bound is number => typeof bound === "number" && Math.abs(bound) < Number.MAX_SAFE_INTEGER;

/** A range as people write it, as far as it has ends: `3–5`, `≥ 1`, `> 0`. */
function rangeOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: OptionSchema): string | undefined {
  if (isBound(minimum) && isBound(maximum)) return `${minimum}–${maximum}`;
  const low = isBound(minimum) ? [`≥ ${minimum}`] : isBound(exclusiveMinimum) ? [`> ${exclusiveMinimum}`] : [];
  const high = isBound(maximum) ? [`≤ ${maximum}`] : isBound(exclusiveMaximum) ? [`< ${exclusiveMaximum}`] : [];
  const ends = [...low, ...high];
  return ends.length === 0 ? undefined : ends.join(", ");
}

/** An object by the names that it takes; those it can do without are marked. */
function objectOf({ properties, required }: OptionSchema): string {
  const needed = (required ?? []) as readonly string[];
  const names = Object.keys((properties ?? {}) as object).map((name) => (needed.includes(name) ? name : `${name}?`));
  return names.length === 0 ? "{…}" : `{ ${names.join(", ")} }`;
}

/** What an option takes, for people to read: its choices, its range, an example, its form, or the name of its type. */
export function optionValues(schema: OptionSchema): readonly string[] {
  const { enum: choices, format, type, items, anyOf } = schema;
  if (choices) return choices.map(String);
  if (schema["const"] !== undefined) return [String(schema["const"])];
  if (anyOf) return [...new Set((anyOf as readonly OptionSchema[]).flatMap(optionValues))];
  if (type === "array") return [`[${items ? optionValues(items).join(" | ") : "…"}, …]`];
  if (type === "object") return [objectOf(schema)];
  const range = rangeOf(schema);
  return [range ?? (format === "date" ? "2024-01-31" : (format ?? type ?? ""))];
}
