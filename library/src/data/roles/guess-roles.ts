import type { Engine, QueryOptions } from "../../engine/engine.js";
import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import type { TypedColumn } from "../columns.js";
import type { Column, ColumnType, Role, RoleGuess } from "../dataset.js";
import { rolesOfName } from "./name-match.js";

/** What a few rows say about a column. */
interface Profile {
  /** Different values among the rows that have one, from 0 to 1. */
  readonly distinctShare: number;
  readonly present: number;
  readonly emailShare: number;
}

const profiledRows = 1000;
const numeric: readonly ColumnType[] = ["number", "integer"];
const dated: readonly ColumnType[] = ["date", "timestamp"];
const named: readonly ColumnType[] = ["text", "integer", "number"];

/** Types that a role can have. Text may still hold what is needed, but says less. */
const typesOf: Readonly<Record<Role, readonly ColumnType[]>> = {
  customer: named,
  order: named,
  date: dated,
  amount: numeric,
  quantity: numeric,
  price: numeric,
  cost: numeric,
  product: named,
  channel: named,
  campaign: named,
  event: ["text"],
  variant: ["text", "integer", "boolean"],
  outcome: ["boolean", "integer", "text", "number"],
  session: named,
  duration: numeric,
  text: ["text"],
};

const textFactor = 0.7;
const wrongTypeFactor = 0.3;

/** What the columns are about, by name and by content; the surest guess of a column first. */
export async function guessRoles(
  engine: Engine,
  { relation, columns }: { relation: Sql; columns: readonly TypedColumn[] },
  options?: QueryOptions,
): Promise<Column[]> {
  const profiles = await profileColumns(engine, { relation, columns }, options);
  return columns.map((one) => {
    const byName = rolesOfName(one.name);
    const roles = [...nameGuesses(one, byName, profiles.get(one.name)), ...contentGuesses(one, columns, byName, profiles.get(one.name))];
    return { ...one, roles: roles.sort((first, second) => second.confidence - first.confidence) };
  });
}

const rounded = (confidence: number): number => Math.round(confidence * 100) / 100;

function nameGuesses({ type }: TypedColumn, byName: ReadonlyMap<Role, number>, profile: Profile | undefined): RoleGuess[] {
  return [...byName].map(([role, sure]) => {
    const fits = typesOf[role].includes(type);
    const factor = fits ? 1 : type === "text" ? textFactor : wrongTypeFactor;
    const confirmed = fits && isConfirmed(role, type, profile);
    return { role, confidence: rounded(sure * factor), by: confirmed ? "name and content" : "name" };
  });
}

/** Content that agrees with the name: a type that few columns have, or ids that come back. */
const isConfirmed = (role: Role, type: ColumnType, profile: Profile | undefined): boolean =>
  (role === "date" && dated.includes(type)) ||
  (["amount", "price", "cost"].includes(role) && type === "number") ||
  (role === "customer" && profile !== undefined && profile.distinctShare < 1);

/** Without a name that says so: the only column of dates, the only decimal number, addresses that come back. */
function contentGuesses(
  { type }: TypedColumn,
  columns: readonly TypedColumn[],
  byName: ReadonlyMap<Role, number>,
  profile: Profile | undefined,
): RoleGuess[] {
  const isOnly = (types: readonly ColumnType[]) => columns.filter((other) => types.includes(other.type)).length === 1;
  const guess = (role: Role, confidence: number): RoleGuess[] => (byName.has(role) ? [] : [{ role, confidence, by: "content" }]);
  if (dated.includes(type)) return guess("date", isOnly(dated) ? 0.8 : 0.4);
  if (byName.size > 0) return [];
  if (type === "number") return guess("amount", isOnly(numeric) ? 0.55 : 0.3);
  if (type === "integer" && isOnly(numeric)) return guess("amount", 0.35);
  if (type === "text" && profile && profile.emailShare > 0.9) return guess("customer", profile.distinctShare < 1 ? 0.6 : 0.4);
  if (type === "text" && profile && profile.present > 20 && profile.distinctShare > 0.02 && profile.distinctShare < 0.95)
    return guess("customer", 0.3);
  return [];
}

async function profileColumns(
  engine: Engine,
  { relation, columns }: { relation: Sql; columns: readonly TypedColumn[] },
  options?: QueryOptions,
): Promise<Map<string, Profile>> {
  const asked = columns.filter(({ type }) => type === "text" || type === "integer");
  if (asked.length === 0) return new Map();
  const texts = join(
    asked.map(({ name }) => sql`CAST(${column(name)} AS VARCHAR) AS ${column(name)}`),
    ", ",
  );
  const names = join(
    asked.map(({ name }) => column(name)),
    ", ",
  );
  const found = await engine.query(
    sql`SELECT name, count(*) AS present, count(DISTINCT value) AS different, count(*) FILTER (WHERE value LIKE '%_@_%._%') AS emails
      FROM (UNPIVOT (SELECT ${texts} FROM ${relation} LIMIT ${raw(String(profiledRows))}) ON ${names} INTO NAME name VALUE value) GROUP BY name`,
    options,
  );
  const rows = found.objects() as { name: string; present: number; different: number; emails: number }[];
  return new Map(
    rows.map(({ name, present, different, emails }) => [
      name,
      { present, distinctShare: different / present, emailShare: emails / present },
    ]),
  );
}
