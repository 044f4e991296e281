import { table } from "arquero";
import type { NamedTable } from "../result-table.js";
import { columnLabels } from "./column-labels.js";
import type { EffectSize, PowerValues } from "./values.js";

type Cells = readonly (number | undefined)[];
type Columns = Readonly<Record<string, Cells>>;

/** A rate in percent, without the noise of binary fractions. */
const percent = (rate: number | undefined): number | undefined => (rate === undefined ? undefined : Number((100 * rate).toPrecision(12)));

/** Columns without those that have no value in any row. */
function filled(columns: Columns): Record<string, (number | undefined)[]> {
  const kept = Object.entries(columns).filter(([, values]) => values.some((value) => value !== undefined));
  return Object.fromEntries(kept.map(([name, values]) => [name, [...values]]));
}

/** An effect as columns: rates in points and percent, other metrics in their own unit. */
function effectColumns({ metric }: PowerValues, name: string, effects: readonly (EffectSize | undefined)[]): Columns {
  const column = (of: (effect: EffectSize) => number | undefined): Cells => effects.map((effect) => effect && of(effect));
  const relative = { [`${name}Percent`]: column((effect) => percent(effect.relative)) };
  return metric === "proportion"
    ? {
        ...relative,
        [`${name}Points`]: column(({ absolute }) => percent(absolute)),
        [`${name}LevelPercent`]: column(({ level }) => percent(level)),
      }
    : { ...relative, [`${name}Absolute`]: column(({ absolute }) => absolute), [`${name}Level`]: column(({ level }) => level) };
}

/** One row per week, or per number of users. */
export function stepTable(values: PowerValues): Record<string, (number | undefined)[]> {
  const { steps, shares } = values;
  const smallest = Math.min(...shares);
  return filled({
    week: steps.map(({ week }) => week),
    units: steps.map(({ units }) => Math.round(units)),
    smallestArm: steps.map(({ units }) => Math.floor(units * smallest)),
    powerPercent: steps.map(({ power }) => percent(power)),
    ...effectColumns(
      values,
      "detectable",
      steps.map(({ detectable }) => detectable),
    ),
  });
}

/** What other effects would cost: one row per effect. */
export function priceTable(values: PowerValues): NamedTable | undefined {
  const { prices } = values;
  if (prices.length === 0) return undefined;
  const columns = filled({
    times: prices.map(({ times }) => times),
    ...effectColumns(
      values,
      "effect",
      prices.map(({ effect }) => effect),
    ),
    total: prices.map(({ total }) => total),
    weeks: prices.map(({ weeks }) => weeks),
  });
  const title = { en: "What other effects would cost", "zh-CN": "检测其他效果所需的样本量" };
  return { title, table: table(columns), labels: columnLabels };
}
