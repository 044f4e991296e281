import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import { chooserColumns, names, type Ways } from "./attempts.sql.js";
import { requiredBefore, requiredSteps, timeColumn, windowMicroseconds } from "./bounds.js";

/** Tables that a choice is made from: all ways, and where there are exclusions or a strict order what ended them. */
export interface Chosen {
  readonly ways: Sql;
  /** One row per way with `hit`: when an exclusion ended it. */
  readonly hits: Sql | undefined;
  /** One row per unit with `stopped`: when a strict order ended it. */
  readonly stops: Sql | undefined;
}

/** Later than any time. */
const never = raw("9000000000000000000");

const stepsOf = ({ plan }: Ways): number[] => plan.steps.map((_, index) => index + 1);

const isSame = (columns: readonly string[], one: string, other: string): Sql =>
  join(
    columns.map((name) => sql`${column(one, name)} = ${column(other, name)}`),
    " AND ",
  );

/** The ways with `hit`: the first exclusion event that came between its two steps, or before the second could be reached. */
export function withHits(ways: Ways, all: Sql): Sql {
  const { plan, stream, dialect } = ways;
  const found = plan.exclusions.reduce((left, { from, to }, index) => {
    const next = dialect.nextRow({
      left,
      right: stream.rows(stream.exclusion(index + 1)),
      keys: stream.unit.map((name) => column(name)),
      from: sql`a.${timeColumn(from)} + 1`,
    });
    const end = sql`COALESCE(a.${timeColumn(to)}, a.t1 + ${windowMicroseconds(plan) + 1})`;
    return sql`(SELECT a.*, CASE WHEN e.t < ${end} THEN e.t END AS ${column(`x${index + 1}`)} FROM ${next})`;
  }, all);
  const hits = plan.exclusions.map((_, index) => sql`COALESCE(${column(`x${index + 1}`)}, ${never})`);
  const first = hits.reduce((one, other) => sql`LEAST(${one}, ${other})`);
  return sql`SELECT *, NULLIF(${first}, ${never}) AS hit FROM ${found} AS ways`;
}

/**
 * One row per unit with `stopped`: in a strict order over the steps alone, the first step that came although the one before had never been
 * reached ("steps"), or the first one that came again ("repeats").
 */
export function stops(ways: Ways, all: Sql): Sql {
  const { plan, stream } = ways;
  const chooser = chooserColumns(ways);
  const firsts = sql`(SELECT ${names(chooser)}, ${join(
    stepsOf(ways).map((step) => sql`MIN(${timeColumn(step)}) AS ${column(`f${step}`)}`),
    ", ",
  )} FROM ${all} AS ways GROUP BY ${names(chooser)})`;
  const isRepeats = plan.rules.strict === "repeats";
  const watched = stepsOf(ways).filter((step) => (isRepeats ? step > 1 : requiredBefore(plan, step) > 1));
  const events = watched.map((step) => {
    const earlier = Array.from({ length: step - 1 }, (_, index) => stream.step(index + 1));
    const reached = isRepeats ? column(`f${step}`) : column(`f${requiredBefore(plan, step)}`);
    const isStop = isRepeats ? sql`e.t > f.${reached}` : sql`e.t >= f.f1 AND (f.${reached} IS NULL OR e.t < f.${reached})`;
    const rows = stream.rows(sql`${stream.step(step)} AND NOT (${join(earlier, " OR ")})`);
    return sql`SELECT ${names(chooser, "f")}, e.t FROM ${firsts} AS f JOIN ${rows} AS e ON ${isSame(stream.unit, "f", "e")} WHERE ${isStop}`;
  });
  const none = sql`SELECT ${names(chooser)}, t1 AS t FROM ${all} AS ways WHERE FALSE`;
  return sql`SELECT ${names(chooser)}, MIN(t) AS stopped FROM (${join([none, ...events], " UNION ALL ")}) AS events GROUP BY ${names(chooser)}`;
}

/** The time of a step, nothing where the way had ended before. */
function keptTime(ways: Ways, step: number, { hits, stops: stopped }: Chosen): Sql {
  const { rules } = ways.plan;
  const time = sql`w.${timeColumn(step)}`;
  const ends = [
    ...(hits && rules.exclusion === "stop" ? [sql`(w.hit IS NULL OR ${time} < w.hit)`] : []),
    ...(stopped ? [sql`(p.stopped IS NULL OR ${time} ${raw(rules.strict === "repeats" ? "<" : "<=")} p.stopped)`] : []),
  ];
  return ends.length === 0 ? time : sql`CASE WHEN ${join(ends, " AND ")} THEN ${time} END`;
}

/** The ways as they count: cut where they had ended; units that an exclusion drops are not among them. */
function keptWays(ways: Ways, chosen: Chosen): Sql {
  const { plan, stream, byDay } = ways;
  const chooser = chooserColumns(ways);
  const other = [...stream.keys.slice(stream.unit.length), ...(byDay ? ["day"] : []), ...(plan.counts === "events" ? ["i"] : [])];
  const times = stepsOf(ways).map((step) => sql`${keptTime(ways, step, chosen)} AS ${timeColumn(step)}`);
  const fields = join([names([...stream.unit, ...other], "w"), ...times], ", ");
  const stopped = chosen.stops ? sql` LEFT JOIN ${chosen.stops} AS p ON ${isSame(chooser, "p", "w")}` : raw("");
  const dropped = chosen.hits && plan.rules.exclusion === "drop" ? raw(" WHERE w.hit IS NULL") : raw("");
  return sql`SELECT ${fields} FROM ${chosen.hits ?? chosen.ways} AS w${stopped}${dropped}`;
}

/** Units that exclusion steps take out: all their ways were hit ("drop"), or one was and none got to the end before it ("stop"). */
export function excludedUnits(ways: Ways, hits: Sql): Sql {
  const last = timeColumn(requiredSteps(ways.plan).at(-1) ?? 1);
  const columns = names([...chooserColumns(ways), ...(ways.plan.counts === "events" ? ["i"] : [])]);
  const isExcluded =
    ways.plan.rules.exclusion === "drop"
      ? raw("COUNT(hit) = COUNT(*)")
      : sql`COUNT(hit) > 0 AND COUNT(CASE WHEN hit IS NULL OR ${last} < hit THEN ${last} END) = 0`;
  return sql`SELECT ${columns} FROM ${hits} AS ways GROUP BY ${columns} HAVING ${isExcluded}`;
}

/**
 * One row per unit: the way that counts. Of the ways that come farthest, the one that gets there first, counted from its latest entry ("best"),
 * or the one that was entered first ("longest", "first").
 */
export function chosenWays(ways: Ways, chosen: Chosen): Sql {
  const kept = keptWays(ways, chosen);
  const { plan, stream } = ways;
  if (plan.counts === "events") return kept;
  const required = requiredSteps(plan);
  const level = join(
    required.map((step) => sql`CASE WHEN ${timeColumn(step)} IS NULL THEN 0 ELSE 1 END`),
    " + ",
  );
  const gotThere = sql`COALESCE(${join(
    required.toReversed().map((step) => timeColumn(step)),
    ", ",
  )})`;
  const held = stream.keys.slice(stream.unit.length);
  const order = plan.rules.entry === "best" ? sql`${gotThere}, t1 DESC` : raw("t1");
  const ranked = sql`SELECT *, ROW_NUMBER() OVER (PARTITION BY ${names(chooserColumns(ways))} ORDER BY ${level} DESC, ${order}${
    held.length > 0 ? sql`, ${names(held)}` : raw("")
  }) AS nth FROM (${kept}) AS kept`;
  const columns = [...chooserColumns(ways), ...held, ...stepsOf(ways).map((step) => `t${step}`)];
  return sql`SELECT ${names(columns)} FROM (${ranked}) AS ranked WHERE nth = 1`;
}
