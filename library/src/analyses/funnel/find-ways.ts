import { sql, type Sql } from "../../engine/sql.js";
import { attempts, type Ways } from "./attempts.sql.js";
import { chosenWays, excludedUnits, stops, withHits } from "./choose.sql.js";
import { directWays, isDirect } from "./direct.sql.js";
import type { Workspace } from "./workspace.js";

/** The way of every unit that counts, as a table of the engine. */
export interface FoundWays {
  /** One row per unit: `u`, `s`, held values, `day` where each day is a funnel, and `t1`, `t2` …: microseconds, NULL where not reached. */
  readonly units: Sql;
  /** A query for `excluded`: how many units an exclusion step took out or stopped. */
  readonly excluded: Sql | undefined;
}

/** Follows the units through the funnel. `isGeneral` follows every entry also where that is not needed. */
export async function findWays(ways: Ways, workspace: Workspace, isGeneral = false): Promise<FoundWays> {
  if (!isGeneral && !ways.byDay && isDirect(ways.plan)) return { units: await directWays(ways, workspace), excluded: undefined };
  const { plan } = ways;
  const all = await workspace.keep(sql`SELECT * FROM ${attempts(ways)} AS ways`);
  const hits = plan.exclusions.length > 0 ? await workspace.keep(withHits(ways, all)) : undefined;
  const stopped = plan.order === "strict" && plan.rules.strict !== "events" ? await workspace.keep(stops(ways, all)) : undefined;
  const units = await workspace.keep(chosenWays(ways, { ways: all, hits, stops: stopped }));
  return { units, excluded: hits ? sql`SELECT COUNT(*) AS excluded FROM (${excludedUnits(ways, hits)}) AS excluded_units` : undefined };
}
