import type { Role } from "../../data/dataset.js";
import { columnNamed } from "../../data/roles.js";
import type { Dataset } from "../../data/dataset.js";
import type { Column } from "../../data/dataset.js";
import type { Sql } from "../../engine/sql.js";
import type { ReduceInput, RoleNeeds } from "../analysis.js";
import { columnsMissing, noRows } from "../errors.js";
import { timeColumnUnreadable } from "./errors.js";
import type { LearnSettings } from "./learn-options.js";
import type { Prepared } from "./people.js";
import type { Question } from "./question.js";
import { readLog } from "./read-log.js";
import { readTable } from "./read-table.js";

type Input = Pick<ReduceInput<RoleNeeds, LearnSettings>, "dataset" | "source" | "dialect" | "values" | "options" | "query"> & {
  readonly columns: Readonly<Partial<Record<Role, Column | undefined>>>;
};

/**
 * What the model learns from: a table with an outcome as it stands, or a log of orders or events from which one is made.
 *
 * @throws DataError `columns-missing` where there is neither an outcome nor a customer with a date; and those of reading either
 */
export async function reducePeople(question: Question, input: Input): Promise<Prepared> {
  const { customer, outcome, date } = input.columns;
  if (outcome) return reduceTable(question, { ...input, outcome });
  if (!customer || !date) throw missingColumns(question, input.dataset);
  const { options, dataset } = input;
  const values = input.values as Readonly<Partial<Record<Role, Sql>>>;
  return readLog(
    { source: input.source, dialect: input.dialect, values, columns: { customer }, query: input.query },
    { analysis: question.title, name: dataset.input.name, rows: await dataset.count(), options },
  );
}

async function reduceTable(question: Question, input: Input & { readonly outcome: Column }): Promise<Prepared> {
  const { dataset, options, source, dialect, query, outcome } = input;
  const rows = await dataset.count();
  if (rows === 0) throw noRows({ analysis: question.title, name: dataset.input.name });
  return readTable(
    { source, dialect, query, rows },
    {
      analysis: question.title,
      words: question.words,
      columns: dataset.columns,
      customer: input.columns.customer,
      outcome,
      timeColumn: timeColumnOf(question, dataset, options),
      options,
    },
  );
}

function timeColumnOf({ title }: Question, { columns }: Dataset<object>, { timeColumn }: LearnSettings): Column | undefined {
  if (timeColumn === undefined) return undefined;
  const found = columnNamed(columns, timeColumn);
  if (found.type === "date" || found.type === "timestamp") return found;
  const kind = found.type === "text" ? { en: "text", "zh-CN": "文本" } : { en: "numbers", "zh-CN": "数值" };
  throw timeColumnUnreadable({ analysis: title, column: timeColumn, found: kind });
}

const missingColumns = ({ title }: Question, { columns }: Dataset<object>): Error =>
  columnsMissing({
    analysis: title,
    columns: columns.map(({ name }) => name),
    alternatives: [
      { en: "a column of the outcome", "zh-CN": "“结果”列" },
      { en: "a column of the customer and one of the date", "zh-CN": "“客户”列和“日期”列" },
    ],
    option: "outcome",
  });
