import { table } from "arquero";
import type { NamedTable } from "../result-table.js";
import { columnLabels } from "./column-labels.js";
import type { PowerValues, Step } from "./values.js";

const percent = (rate: number | undefined): number | undefined => (rate === undefined ? undefined : 100 * rate);

/** A column, unless no row has a value in it. */
function filled(columns: Readonly<Record<string, readonly (number | undefined)[]>>): Record<string, (number | undefined)[]> {
  const kept = Object.entries(columns).filter(([, values]) => values.some((value) => value !== undefined));
  return Object.fromEntries(kept.map(([name, values]) => [name, [...values]]));
}

/** One row per week, or per number of users. */
export function stepTable({ steps, shares }: PowerValues): Record<string, (number | undefined)[]> {
  const column = (of: (step: Step) => number | undefined) => steps.map(of);
  const smallest = Math.min(...shares);
  return filled({
    week: column(({ week }) => week),
    units: column(({ units }) => Math.round(units)),
    smallestArm: column(({ units }) => Math.floor(units * smallest)),
    powerPercent: column(({ power }) => percent(power)),
    detectablePercent: column(({ detectable }) => percent(detectable?.relative)),
    detectableAbsolute: column(({ detectable }) => detectable?.absolute),
    detectableLevel: column(({ detectable }) => detectable?.level),
  });
}

/** What other effects would cost: one row per effect. */
export function priceTable(values: PowerValues): NamedTable | undefined {
  const { prices } = values;
  if (prices.length === 0) return undefined;
  const columns = filled({
    times: prices.map(({ times }) => times),
    effectPercent: prices.map(({ effect }) => percent(effect.relative)),
    effectAbsolute: prices.map(({ effect }) => effect.absolute),
    effectLevel: prices.map(({ effect }) => effect.level),
    total: prices.map(({ total }) => total),
    weeks: prices.map(({ weeks }) => weeks),
  });
  const title = { en: "What other effects would cost", "zh-CN": "检测其他效果所需的样本量" };
  return { title, table: table(columns), labels: columnLabels(values) };
}
