import { column, join, raw, sql, type Sql } from "../../engine/sql.js";

/** One row in so many is asked: all of them would take longer than the little that they add. */
const step = 5;

const thin = (values: readonly string[]): readonly string[] => values.filter((_, row) => values.length <= 100 || row % step === 0);

/** Some values of some columns as rows of text that the engine can be asked about; an empty text is missing there. */
export function sampleRows({ names, samples }: { names: readonly string[]; samples: readonly (readonly string[])[] }): Sql {
  const lists = Object.fromEntries(names.map((_, place) => [`c${place}`, thin(samples[place] ?? []).map((value) => value || null)]));
  const types = raw(`'${JSON.stringify(Object.fromEntries(names.map((_, place) => [`c${place}`, ["VARCHAR"]])))}'`);
  const columns = names.map((name, place) => sql`unnest(lists.${column(`c${place}`)}) AS ${column(name)}`);
  return sql`(SELECT ${join(columns, ", ")} FROM (SELECT from_json(${JSON.stringify(lists)}, ${types}) AS lists))`;
}
