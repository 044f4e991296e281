import type { Column } from "../../data/dataset.js";
import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import type { Dialect } from "../../engine/dialect.js";
import { eventUnclear, eventValueMissing } from "./errors.js";

/** Words that say that the event happened, and words that say that it did not, in small letters. */
const happened = new Set(
  "1 yes y true t churned churn lost left cancelled canceled closed exited attrited gone dead died 是 有 流失 已流失 离开 退订 已退订 取消 已取消 注销 已注销".split(
    " ",
  ),
);
const notYet = new Set(
  "0 no n false f active retained stayed current existing alive censored open 否 无 未流失 留存 在网 活跃 正常 有效 存续".split(" "),
);

/** More different values than this are no yes or no. */
const mostValues = 12;

const plain = (value: string) => value.trim().toLowerCase().replace(/\.0+$/, "");

/** Whether a value says no. */
export const isNegative = (value: string): boolean => notYet.has(plain(value));

export interface OutcomeColumn {
  readonly source: Sql;
  readonly dialect: Dialect;
  readonly outcome: Column;
  readonly eventValue: string | undefined;
  query(sql: Sql): Promise<{ array(name: string): ArrayLike<unknown> }>;
}

/** A value of the outcome column as text; NULL where it is empty. */
export const outcomeText = (dialect: Dialect, { name }: Column): Sql => sql`NULLIF(TRIM(${dialect.toText(column(name))}), '')`;

/**
 * Which values of the outcome column are the event: the given one, or those that mean yes.
 *
 * @throws DataError `event-unclear` where no value says it, such as 1 and 2, or there are more than a dozen; `event-value-missing`
 */
export async function eventValues({ source, dialect, outcome, eventValue, query }: OutcomeColumn): Promise<readonly string[]> {
  const text = outcomeText(dialect, outcome);
  const found = await query(
    sql`SELECT DISTINCT ${text} AS value FROM ${source} WHERE ${text} IS NOT NULL ORDER BY value LIMIT ${raw(String(mostValues + 1))}`,
  );
  const values = Array.from(found.array("value"), String);
  if (eventValue !== undefined) {
    const chosen = values.filter((value) => plain(value) === plain(eventValue));
    if (chosen.length === 0 && values.length > 0)
      throw eventValueMissing({ column: outcome.name, given: eventValue, values: values.slice(0, mostValues) });
    return chosen;
  }
  const events = values.filter((value) => happened.has(plain(value)));
  const isPlain = values.some((value) => plain(value) === "2") && !values.some((value) => plain(value) === "0");
  const isClear = values.length <= mostValues && !isPlain && (events.length > 0 || values.every((value) => notYet.has(plain(value))));
  if (!isClear) throw eventUnclear({ column: outcome.name, values: values.slice(0, mostValues) });
  return events;
}

/** 1 where the event happened, 0 where it did not, NULL where nothing says so. */
export function happenedSql(dialect: Dialect, outcome: Column, events: readonly string[]): Sql {
  const text = outcomeText(dialect, outcome);
  const isEvent =
    events.length === 0
      ? raw("FALSE")
      : sql`${text} IN (${join(
          events.map((value) => sql`${value}`),
          ", ",
        )})`;
  return sql`CASE WHEN ${text} IS NULL THEN NULL WHEN ${isEvent} THEN 1 ELSE 0 END`;
}
