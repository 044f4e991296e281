import type { z } from "zod";
import { resolveColumns } from "../data/roles.js";
import type { Column, Dataset, Role } from "../data/dataset.js";
import type { Sql } from "../engine/sql.js";
import type { Analysis, AnalysisFacts, ColumnsOf, Definition, RoleNeeds, Settings, TypedAnalysis } from "./analysis.js";
import { checkColumns } from "./check-columns.js";
import { checkOptions } from "./check-options.js";
import { commonOptions } from "./common-options.js";
import { createResult } from "./create-result.js";
import { checkNamedColumns } from "./named-columns.js";
import { dataWarnings } from "./data-warnings.js";
import { columnsMissing, notADataset } from "./errors.js";
import { shownValue } from "./option-needs.js";
import { optionsSchema } from "./options-schema.js";
import type { Result } from "./result.js";

type Given = Readonly<Record<string, unknown>>;

/**
 * Makes an analysis of its definition: the one function that notebooks call, with all that forms, the command, docs and tests read.
 *
 * Each call goes the same way: *check* (options, columns, types), *reduce* (SQL only), *model* (pure), *result* (frozen).
 *
 * @throws RangeError when an option has the name of a role or of a common option
 */
export function defineAnalysis<const Needs extends RoleNeeds, Schema extends z.ZodObject, Reduced, Values>(
  definition: Definition<Needs, Schema, Reduced, Values>,
): TypedAnalysis<Needs, Schema, Values> {
  const facts = factsOf(definition);
  const analyse = (data: Dataset<object>, given?: Given) => run(definition, facts, { data, given });
  const untyped: Analysis = Object.freeze(Object.assign((...call: Parameters<typeof analyse>) => analyse(...call), facts));
  return Object.freeze(Object.assign(analyse, facts, { untyped })) as TypedAnalysis<Needs, Schema, Values>;
}

function factsOf<Needs extends RoleNeeds, Schema extends z.ZodObject, Reduced, Values>(
  definition: Definition<Needs, Schema, Reduced, Values>,
): AnalysisFacts {
  const { id, version, title, description, roles, oneOf = [] } = definition;
  const taken = [...Object.keys(roles), ...Object.keys(commonOptions.shape), "signal"];
  const clash = Object.keys(definition.options.shape).find((name) => taken.includes(name));
  if (clash) throw new RangeError(`The option "${clash}" of "${id}" has the name of a column or of a common option.`);
  const options = commonOptions.extend(definition.options.shape);
  const charts = Object.keys(definition.charts);
  return { id, version, title, description, roles, oneOf, options, schema: optionsSchema(roles, options), charts };
}

interface Call {
  readonly data: Dataset<object>;
  readonly given: Given | undefined;
}

async function run<Needs extends RoleNeeds, Schema extends z.ZodObject, Reduced, Values>(
  definition: Definition<Needs, Schema, Reduced, Values>,
  facts: AnalysisFacts,
  { data, given }: Call,
): Promise<Result<Values>> {
  const { title } = definition;
  if (!isDataset(data)) throw notADataset({ analysis: title, found: shownValue(data) });
  const checked = checkOptions(facts, given);
  checkNamedColumns(data.columns, facts.schema, checked.options);
  const query = (sql: Sql) => data.engine.query(sql, checked.signal ? { signal: checked.signal } : {});
  const found = await resolveColumns(data, definition.roles, checked.columns);
  const options = checked.options as Settings<Schema>;
  const chosen = chooseAlternative(facts, data, { found, given: checked.columns });
  const columns = without(chosen, definition.unused?.(chosen, options) ?? []);
  const read = await checkColumns({ analysis: title, dataset: data, query }, columns);
  const { engine, relation: source } = data;
  const reduced = await definition.reduce({
    dataset: data,
    source,
    dialect: engine.dialect,
    columns: columns as ColumnsOf<Needs>,
    values: read,
    options,
    query,
  });
  const modelled = definition.model(reduced, options);
  const { values } = modelled;
  const warnings = [...definition.checks.flatMap((check) => check({ values, reduced, options }) ?? []), ...dataWarnings(data, columns)];
  const parameters = { ...columnNames(columns), ...checked.options, ...modelled.parameters };
  return createResult({ ...definition, ...modelled, analysis: definition.id, input: data.input, parameters, warnings });
}

const isDataset = (data: unknown): data is Dataset<object> =>
  typeof data === "object" && data !== null && "relation" in data && "engine" in data && "columns" in data;

type Found = Partial<Record<Role, Column>>;

/** The columns that were used, by role, as a call would name them. */
const columnNames = (columns: Found): Record<string, string> =>
  Object.fromEntries(Object.entries(columns).flatMap(([role, column]) => (column ? [[role, column.name]] : [])));

interface Choice {
  readonly found: Found;
  readonly given: Partial<Record<Role, string>>;
}

/**
 * Where a definition asks for one of several groups of columns: the group that the call names in full, else the first that is there in full;
 * columns of the other groups are not used.
 */
function chooseAlternative(facts: AnalysisFacts, data: Dataset<object>, { found, given }: Choice): Found {
  const { oneOf } = facts;
  if (oneOf.length === 0) return found;
  const isFull = (columns: Partial<Record<Role, unknown>>) => (group: readonly Role[]) => group.every((role) => columns[role]);
  const chosen = oneOf.find(isFull(given)) ?? oneOf.find(isFull(found));
  if (!chosen) throw missingAlternatives(facts, data);
  const unused = oneOf.flat().filter((role) => !chosen.includes(role));
  return without(found, unused);
}

const without = (found: Found, unused: readonly Role[]): Found =>
  Object.fromEntries(Object.entries(found).filter(([role]) => !unused.includes(role as Role)));

function missingAlternatives({ title, oneOf, roles }: AnalysisFacts, data: Dataset<object>): Error {
  const words = (group: readonly Role[]) => ({
    en: group.map((role) => `a column of ${roles[role]?.title.en.toLowerCase() ?? role}`).join(" and "),
    "zh-CN": group.map((role) => `“${roles[role]?.title["zh-CN"] ?? role}”列`).join("和"),
  });
  return columnsMissing({
    analysis: title,
    columns: data.columns.map(({ name }) => name),
    alternatives: oneOf.map(words),
    option: oneOf[0]?.[0] ?? "",
  });
}
