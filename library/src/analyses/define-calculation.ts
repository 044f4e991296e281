import type { z } from "zod";
import type { DrawChart } from "../charts/chart.js";
import type { Language, Text } from "../language/language.js";
import type { ColumnLabels } from "../tables/html-table.js";
import type { AnalysisFacts, Modelled } from "./analysis.js";
import { checkOptions } from "./check-options.js";
import { createResult } from "./create-result.js";
import { optionsSchema } from "./options-schema.js";
import type { Result, Warning } from "./result.js";

interface Settled<Values, Options> {
  readonly values: Values;
  readonly options: Options;
}

/** One question that is answered from its options alone, without data, such as how large a sample has to be. */
export interface CalculationDefinition<Schema extends z.ZodObject, Values> {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly description: Text;
  readonly options: Schema;
  model(options: z.output<Schema>): Modelled<Values>;
  readonly checks: readonly ((facts: Settled<Values, z.output<Schema>>) => Warning | undefined)[];
  readonly charts: Readonly<Record<string, DrawChart<Values>>>;
  columnLabels?(values: Values): ColumnLabels;
  reading(values: Values, context: { readonly language: Language }): readonly string[];
}

/** A calculation as programs call it, with options that were read at run time. */
export interface Calculation extends AnalysisFacts {
  (options?: Readonly<Record<string, unknown>>): Promise<Result>;
}

/** A calculation as a notebook calls it. */
export interface TypedCalculation<Schema extends z.ZodObject, Values> extends AnalysisFacts {
  (options: Readonly<z.input<Schema>>): Promise<Result<Values>>;
  /** The same function for programs. */
  readonly untyped: Calculation;
}

/** What stands in a result where an analysis names its data. */
const noInput = { name: "", sha256: "", rows: 0, columns: [] } as const;

/** Makes a calculation of its definition: options are checked, the model settles the numbers, the result is frozen. */
export function defineCalculation<Schema extends z.ZodObject, Values>(
  definition: CalculationDefinition<Schema, Values>,
): TypedCalculation<Schema, Values> {
  const { id, version, title, description, options } = definition;
  const schema = optionsSchema({}, options);
  const facts: AnalysisFacts = {
    id,
    version,
    title,
    description,
    roles: {},
    oneOf: [],
    options,
    schema,
    charts: Object.keys(definition.charts),
  };
  const calculate = async (given?: Readonly<Record<string, unknown>>): Promise<Result<Values>> => {
    const settings = checkOptions(facts, given).options as z.output<Schema>;
    const modelled = definition.model(settings);
    const { values } = modelled;
    const warnings = definition.checks.flatMap((check) => check({ values, options: settings }) ?? []);
    const parameters = { ...settings, ...modelled.parameters };
    return createResult({ ...definition, ...modelled, analysis: id, input: noInput, parameters, warnings });
  };
  const untyped: Calculation = Object.freeze(Object.assign((given?: Readonly<Record<string, unknown>>) => calculate(given), facts));
  return Object.freeze(Object.assign(calculate, facts, { untyped })) as TypedCalculation<Schema, Values>;
}
