import { raw, sql } from "../../engine/sql.js";
import { settle } from "./moments.js";
import type { AbTestInput } from "./ab-test-input.js";
import type { TypedMetric } from "./metric.js";
import { quantiles, unitsAbove, type GroupableUnits } from "./units.sql.js";

/** Units whose largest values were set to a ceiling, and the ceilings by metric. */
export interface Winsorised {
  readonly units: GroupableUnits;
  readonly isChanged: boolean;
  readonly winsorised: readonly ({ readonly above: number; readonly units: number } | undefined)[];
}

/**
 * Sets the largest values of means and ratios to a ceiling: a value, or a quantile over the units of all arms together, so that it says nothing
 * about the treatment.
 */
export async function winsorise(
  input: AbTestInput,
  { units, metrics }: { readonly units: GroupableUnits; readonly metrics: readonly TypedMetric[] },
): Promise<Winsorised> {
  const winsorised = await Promise.all(metrics.map((metric, index) => ceilingOf(input, units, { metric, index })));
  const capped = units.metrics.map((variables, metric) => {
    const [own = raw("NULL"), ...others] = variables;
    const above = winsorised[metric]?.above;
    return above === undefined ? variables : [sql`CASE WHEN ${own} > ${above} THEN ${above} ELSE ${own} END`, ...others];
  });
  return { units: { ...units, metrics: capped }, isChanged: winsorised.some((ceiling) => ceiling !== undefined), winsorised };
}

async function ceilingOf(input: AbTestInput, units: GroupableUnits, { metric, index }: { metric: TypedMetric; index: number }) {
  if (!metric.winsorise || metric.type === "proportion" || metric.type === "quantile") return undefined;
  const above =
    "value" in metric.winsorise
      ? metric.winsorise.value
      : Number(
          (await input.query(quantiles(units, { dialect: input.dialect, metric: index, shares: [metric.winsorise.percentile] }))).get(
            "q_0",
            0,
          ),
        );
  if (!Number.isFinite(above)) return undefined;
  const counted = await input.query(unitsAbove(units, index, above));
  return { above: settle(above), units: Number(counted.get("units", 0)) };
}
