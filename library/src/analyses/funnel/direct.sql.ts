import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import { names, type Ways } from "./attempts.sql.js";
import { countedTime, earliestTime, timeColumn, windowMicroseconds } from "./bounds.js";
import type { FunnelPlan } from "./plan.js";
import type { Workspace } from "./workspace.js";

/**
 * Can the ways that count be found step by step, without following every entry? In a plain ordered funnel of units: yes. The general way gives
 * the same (tested against it and against a reference), and costs several times as much.
 */
export const isDirect = ({ order, exclusions, held, counts, rules, steps }: FunnelPlan): boolean =>
  order === "ordered" &&
  exclusions.length === 0 &&
  held.length === 0 &&
  counts !== "events" &&
  rules.entry !== "longest" &&
  !steps.some(({ isOptional }) => isOptional);

const times = (last: number, aggregate: string, of = ""): Sql =>
  join(
    Array.from({ length: last }, (_, index) => {
      const name = `t${index + 1}`;
      return sql`${raw(aggregate)}(${of === "" ? column(name) : column(of, name)}) AS ${column(name)}`;
    }),
    ", ",
  );

const isSame = (columns: readonly string[]): Sql =>
  join(
    columns.map((name) => sql`a.${column(name)} = e.${column(name)}`),
    " AND ",
  );

/** First entries: the earliest event of the next step of each unit that is still there. */
function firstNext({ plan, stream }: Ways, left: Sql, step: number): Sql {
  const reached = sql`a.${timeColumn(step - 1)}`;
  const from = earliestTime(plan, step, { reached, before: step - 1 });
  const counted = countedTime(plan, reached);
  return sql`SELECT ${names(stream.unit, "a")}, ${times(step - 1, "ANY_VALUE", "a")}, MIN(${counted}) AS ${timeColumn(step)}
    FROM ${stream.rows(stream.step(step))} AS e JOIN ${left} AS a ON ${isSame(stream.unit)}
    WHERE e.t >= ${from} AND ${counted} <= a.t1 + ${windowMicroseconds(plan)} GROUP BY ${names(stream.unit, "a")}`;
}

/**
 * Best entries: the next event of the step after each way that is still there. Of ways that meet in one event only the latest entry is kept: it
 * comes at least as far as the others, and is the one that counts. Earlier meetings have earlier entries, so that the columns can be taken apart.
 */
function bestNext({ plan, stream, dialect }: Ways, left: Sql, step: number): Sql {
  const reached = sql`a.${timeColumn(step - 1)}`;
  const found = dialect.nextRow({
    left,
    right: stream.rows(stream.step(step)),
    keys: stream.unit.map((name) => column(name)),
    from: earliestTime(plan, step, { reached, before: step - 1 }),
  });
  const counted = countedTime(plan, reached);
  const earlier = names(
    Array.from({ length: step - 1 }, (_, index) => `t${index + 1}`),
    "a",
  );
  const met = sql`(SELECT ${names(stream.unit, "a")}, ${earlier}, ${counted} AS ${timeColumn(step)}
    FROM ${found} WHERE ${counted} <= a.t1 + ${windowMicroseconds(plan)})`;
  const groups = names([...stream.unit, `t${step}`]);
  return sql`SELECT ${names(stream.unit)}, ${times(step - 1, "MAX")}, ${timeColumn(step)} FROM ${met} AS met GROUP BY ${groups}`;
}

/** One row per unit, `u` (and `s`) with `t1`, `t2` …: the way that counts, found step by step with ever fewer units. */
export async function directWays(ways: Ways, { keep }: Workspace): Promise<Sql> {
  const { plan, stream } = ways;
  const entered = stream.rows(stream.step(1));
  const isBest = plan.rules.entry === "best";
  const unit = names(stream.unit);
  const first = await keep(sql`SELECT ${unit}, MIN(t) AS t1 FROM ${entered} AS entered GROUP BY ${unit}`);
  const reached = [first];
  let left = isBest ? sql`(SELECT ${unit}, t AS t1 FROM ${entered} AS entered)` : first;
  for (let step = 2; step <= plan.steps.length; step += 1) {
    left = await keep(isBest ? bestNext(ways, left, step) : firstNext(ways, left, step));
    reached.push(left);
  }
  return keep(
    join(
      reached.map((table, index) => endedHere(ways, table, { step: index + 1, next: reached[index + 1] })),
      " UNION ALL ",
    ),
  );
}

/** The units whose last step this is, one row each; of several ways that came as far, the one that got there first has the earliest times. */
function endedHere({ plan, stream }: Ways, table: Sql, { step, next }: { readonly step: number; readonly next: Sql | undefined }): Sql {
  const missing = Array.from(
    { length: plan.steps.length - step },
    (_, index) => sql`, CAST(NULL AS BIGINT) AS ${timeColumn(step + 1 + index)}`,
  );
  const isOver = next ? sql` WHERE NOT EXISTS (SELECT 1 FROM ${next} AS e WHERE ${isSame(stream.unit)})` : raw("");
  const unit = names(stream.unit, "a");
  const isSingle = plan.rules.entry === "first" || step === 1;
  const known = isSingle
    ? names(
        Array.from({ length: step }, (_, index) => `t${index + 1}`),
        "a",
      )
    : times(step, "MIN", "a");
  return sql`SELECT ${unit}, ${known}${join(missing, "")} FROM ${table} AS a${isOver}${isSingle ? raw("") : sql` GROUP BY ${unit}`}`;
}
