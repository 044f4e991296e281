import type { Column } from "../../data/dataset.js";
import type { Sql } from "../../engine/sql.js";
import { dayOf, frequentValues, numberOf, textOf } from "./columns.sql.js";
import type { FeatureKind, LeftOut } from "./values.js";
import type { TableInput } from "./table-input.js";

/** A column as it will be read: the SQL of its value, and the levels where it has such. */
export interface PlannedColumn {
  readonly name: string;
  readonly kind: FeatureKind;
  readonly value?: Sql;
  /** Named levels, the most frequent first. */
  readonly levels?: readonly string[];
  /** Different values that there are, for a category. */
  readonly distinct?: number;
  readonly leftOut?: LeftOut;
}

/** Levels beyond this have no name; the model pools rare ones anyway. */
const mostLevels = 200;
/** A category with a value of its own in more than half of the rows is an identifier or a free text. */
const identifierShare = 0.5;
const fewLevels = 50;

const numeric = ["number", "integer"];
const dated = ["date", "timestamp"];

/** Whole numbers that are called a code are levels, not amounts. */
const codeName = /(^|[\s_.-])(id|code|key|no|zip|postcode)$|[a-z](ID|Id|Code|Key)$|编号|编码|代码|邮编$/;

/** How each column is to be read, in the order of the data. */
export const planColumns = (input: TableInput, columns: readonly Column[], excluded: readonly string[]): Promise<PlannedColumn[]> =>
  Promise.all(columns.map((column) => planColumn(input, column, excluded.includes(column.name))));

async function planColumn(input: TableInput, column: Column, isExcluded: boolean): Promise<PlannedColumn> {
  const { name, type } = column;
  if (isExcluded) return { name, kind: kindOf(column), leftOut: "excluded" };
  if (type === "other") return { name, kind: "category", leftOut: "unreadable" };
  const kind = kindOf(column);
  if (kind === "number") return { name, kind, value: numberOf(column) };
  if (kind === "date") return { name, kind, value: dayOf(input, column) };
  const found = await input.query(frequentValues(input, column, mostLevels));
  const levels = found.array("value") as string[];
  const distinct = Number(found.get("distinct_values", 0) ?? 0);
  const filled = Number(found.get("filled", 0) ?? 0);
  if (distinct > fewLevels && distinct > identifierShare * filled) return { name, kind, distinct, leftOut: "identifier" };
  const mostFrequent = Number(found.get("value_rows", 0) ?? 0);
  if (distinct > fewLevels && mostFrequent < Math.max(10, input.rows / 1000)) return { name, kind, distinct, leftOut: "rare-levels" };
  return { name, kind, levels, distinct, value: textOf(input.dialect, column) };
}

function kindOf({ name, type }: Column): FeatureKind {
  if (numeric.includes(type)) return type === "integer" && codeName.test(name) ? "category" : "number";
  return dated.includes(type) ? "date" : "category";
}
