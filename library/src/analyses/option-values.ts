import type { OptionSchema } from "./analysis.js";

/** What an option takes, for people to read: its choices, its range, an example, or the name of its type. */
export function optionValues({ enum: choices, minimum, maximum, format, type }: OptionSchema): readonly string[] {
  if (choices) return choices.map(String);
  if (minimum !== undefined && maximum !== undefined) return [`${minimum}–${maximum}`];
  return [format === "date" ? "2024-01-31" : (type ?? "")];
}
