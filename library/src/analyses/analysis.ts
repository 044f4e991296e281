import type { ColumnTable } from "arquero";
import type { z } from "zod";
import type { DrawChart } from "../charts/chart.js";
import type { Column, Dataset, Role } from "../data/dataset.js";
import type { Dialect } from "../engine/dialect.js";
import type { Sql } from "../engine/sql.js";
import type { Language, Text } from "../language/language.js";
import type { CommonOptions } from "./common-options.js";
import type { Result, Warning } from "./result.js";
import type { NamedTable } from "./result-table.js";
import type { ColumnLabels } from "../tables/html-table.js";

/** A column that an analysis needs, or can use when it is there. */
export interface RoleNeed {
  readonly required: boolean;
  readonly title: Text;
  readonly description: Text;
}

/** The columns of an analysis by role; the roles are also the names of the options that take a column. */
export type RoleNeeds = Readonly<Partial<Record<Role, RoleNeed>>>;

/** The columns that were given or found: every required one, and the others where the data has them. */
export type ColumnsOf<Needs extends RoleNeeds> = {
  readonly [Name in keyof Needs]: Needs[Name] extends { readonly required: true } ? Column : Column | undefined;
};

/** One option per role, which takes a column of the data by its name. */
export type ColumnOptions<Needs extends RoleNeeds, Row extends object> = {
  readonly [Name in keyof Needs]?: (keyof Row & string) | undefined;
};

/** All that a call may give: columns, the analysis' own options and the options that every analysis takes. */
export type OptionsOf<Needs extends RoleNeeds, Schema extends z.ZodObject, Row extends object> = ColumnOptions<Needs, Row> &
  Readonly<z.input<Schema>> &
  CommonOptions;

/** Options with their defaults, as the steps of an analysis get them. */
export type Settings<Schema extends z.ZodObject> = z.output<Schema> & Pick<CommonOptions, "asOf">;

/** What a reduce step works with: SQL goes to `query`, which gives back a small table. */
export interface ReduceInput<Needs extends RoleNeeds, Options> {
  readonly dataset: Dataset<object>;
  readonly source: Sql;
  readonly dialect: Dialect;
  readonly columns: ColumnsOf<Needs>;
  /** SQL of each column's value, read as what its role needs; NULL where it cannot be. */
  readonly values: Readonly<Partial<Record<Role, Sql>>>;
  readonly options: Options;
  query(sql: Sql): Promise<ColumnTable>;
}

/** What a model makes of the reduced data. */
export interface Modelled<Values> {
  readonly values: Values;
  readonly table: ColumnTable;
  /** Further tables by name, such as a breakdown. */
  readonly tables?: Readonly<Record<string, NamedTable>>;
  readonly assumptions: readonly Text[];
  /** Options as they were settled, where that differs from what was given. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface Facts<Values, Reduced, Options> {
  readonly values: Values;
  readonly reduced: Reduced;
  readonly options: Options;
}

/** A trust check: a warning where there is reason for one. */
export type Check<Values, Reduced, Options> = (facts: Facts<Values, Reduced, Options>) => Warning | undefined;

/** One business question, defined once; `defineAnalysis` makes the rest of it. */
export interface Definition<Needs extends RoleNeeds, Schema extends z.ZodObject, Reduced, Values> {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly description: Text;
  readonly roles: Needs;
  /** Groups of roles of which one group must be there in full, such as an amount, or a quantity and a price. */
  readonly oneOf?: readonly (readonly (keyof Needs & Role)[])[];
  /** Roles that are of no use beside others that were found, such as the amount of a log where the data is a table of customers. */
  unused?(found: Readonly<Partial<Record<Role, Column>>>, options: Settings<Schema>): readonly (keyof Needs & Role)[];
  readonly options: Schema;
  /** SQL to small tables. */
  reduce(input: ReduceInput<Needs, Settings<Schema>>): Promise<Reduced>;
  /** Plain arrays to numbers; pure. */
  model(reduced: Reduced, options: Settings<Schema>): Modelled<Values>;
  readonly checks: readonly Check<Values, Reduced, Settings<Schema>>[];
  /** By name; the first is the main one. */
  readonly charts: Readonly<Record<string, DrawChart<Values>>>;
  /** Headings of the table's columns, and names for the ids in them. */
  columnLabels?(values: Values): ColumnLabels;
  reading(values: Values, context: { readonly language: Language }): readonly string[];
}

/** What forms, the command, templates and docs read of an analysis. */
export interface AnalysisFacts {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly description: Text;
  readonly roles: RoleNeeds;
  readonly oneOf: readonly (readonly Role[])[];
  /** Options of the analysis and those that every analysis takes; columns are not among them. */
  readonly options: z.ZodObject;
  /** JSON Schema of all options, columns included: what a form or `--help` is made from. Texts stand under `x-text`. */
  readonly schema: OptionsSchema;
  readonly charts: readonly string[];
}

/** An analysis as programs call it, with options that were read at run time. */
export interface Analysis extends AnalysisFacts {
  (data: Dataset<object>, options?: Readonly<Record<string, unknown>>): Promise<Result>;
}

/** An analysis as a notebook calls it: columns are checked against the data's own row type. */
export interface TypedAnalysis<Needs extends RoleNeeds, Schema extends z.ZodObject, Values> extends AnalysisFacts {
  <Row extends object>(data: Dataset<Row>, ...options: OptionsArgument<OptionsOf<Needs, Schema, NoInfer<Row>>>): Promise<Result<Values>>;
  /** The same function for programs. */
  readonly untyped: Analysis;
}

/** Options may be left out unless one of them has no default. */
type OptionsArgument<Options> = Partial<Options> extends Options ? [options?: Options] : [options: Options];

/** One option in a JSON Schema. */
export interface OptionSchema {
  readonly type?: string;
  readonly items?: OptionSchema;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly [key: string]: unknown;
}

export interface OptionsSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, OptionSchema>>;
  readonly required?: readonly string[];
  readonly [key: string]: unknown;
}
