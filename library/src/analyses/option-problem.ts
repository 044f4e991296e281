import type { z } from "zod";
import type { OptionSchema } from "./analysis.js";

/** Where in the options a value does not fit: the way to it, what stands there, and the schema of what should. */
export interface OptionProblem {
  /** As a user would write it: `metrics[1].type`. */
  readonly option: string;
  readonly value: unknown;
  readonly schema: OptionSchema;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Where an option may be one of several forms, the form that the value comes nearest to says what is wrong. */
function deepestPath(issue: Issue): Path {
  if (issue.code !== "invalid_union") return issue.path;
  const ways = issue.errors.flatMap((issues) => issues.slice(0, 1).map((inner) => [...issue.path, ...deepestPath(inner)]));
  return ways.reduce<Path>((deepest, way) => (way.length > deepest.length ? way : deepest), issue.path);
}

const isObject = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> => typeof value === "object" && value !== null;

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);

/** The schemas that stand at a key, through every form that is allowed. */
function schemasAt(schema: OptionSchema, key: PropertyKey): OptionSchema[] {
  const forms = (schema["anyOf"] ?? [schema]) as readonly OptionSchema[];
  return forms.flatMap((form) => {
    const { items, properties } = form as { items?: OptionSchema; properties?: Record<PropertyKey, OptionSchema> };
    const found = typeof key === "number" ? items : properties?.[key];
    return found ? [found] : [];
  });
}

function schemaAt(schema: OptionSchema, path: Path): OptionSchema {
  const found = path.reduce<readonly OptionSchema[]>((schemas, key) => schemas.flatMap((one) => schemasAt(one, key)), [schema]);
  return found.length === 1 ? (found[0] as OptionSchema) : { anyOf: found };
}

const written = (path: Path): string =>
  path.map((key, index) => (typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${String(key)}`)).join("");

/** The first thing that is wrong with the options that were given. */
export function optionProblem(error: z.ZodError, given: Readonly<Record<string, unknown>>, schema: OptionSchema): OptionProblem {
  const [issue] = error.issues;
  const path = issue ? deepestPath(issue) : [];
  return { option: written(path), value: valueAt(given, path), schema: schemaAt(schema, path) };
}
