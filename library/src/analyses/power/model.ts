import { table } from "arquero";
import { peekingError } from "../../statistics/experiments/group-sequential/bounds.js";
import type { Modelled } from "../analysis.js";
import { assumptions } from "./assumptions.js";
import { needOf, pricesOf } from "./need.js";
import { comparisonsOf, questionsOf, type Questions } from "./plan.js";
import type { PowerSettings } from "./options/power-options.js";
import { effectSize, plain, settle, type Settled } from "./settle.js";
import { stepAt, stepsOf } from "./steps.js";
import { priceTable, stepTable } from "./tables.js";
import type { PowerValues, Step } from "./values.js";

/** Points of the curve, and how far it goes beyond the users needed or planned. */
const curvePoints = 32;
const beyond = 1.6;

function curveOf({ power }: Questions, effect: number | undefined, size: number | undefined): PowerValues["curve"] {
  if (effect === undefined || size === undefined) return [];
  return Array.from({ length: curvePoints }, (_, index) => {
    const units = Math.max(4, Math.round((size * beyond * (index + 1)) / curvePoints));
    return { units, power: plain(power(effect, units)) };
  });
}

/** Weeks of a test whose smallest effect is asked for without saying when. */
const usualWeeks = 4;

/** Users that are planned, by number or by weeks. */
function plannedOf({ units, weeklyUnits, weeks, effect, margin }: PowerSettings): PowerValues["planned"] {
  if (units !== undefined) return { units };
  const planned = weeks ?? (effect === undefined && margin === undefined ? usualWeeks : undefined);
  if (weeklyUnits === undefined || planned === undefined) return undefined;
  return { units: Math.max(4, Math.round(weeklyUnits * planned)), weeks: planned };
}

function questionOf({ effect, margin }: Settled): PowerValues["question"] {
  if (margin !== undefined) return "non-inferiority";
  return effect === undefined ? "effect" : "sample-size";
}

/** Weeks of a test with one look after which a weekly look has done its harm; more are not counted. */
const mostLooks = 20;

function weeklyPeeking({ sequential, confidence, sides, margin }: PowerSettings, weeks: number | undefined): PowerValues["weeklyPeeking"] {
  if (sequential !== "none" || weeks === undefined || weeks < 2) return undefined;
  const looks = Math.min(mostLooks, weeks);
  return { looks, error: plain(peekingError(looks, 1 - confidence, sides === "one" || margin !== undefined ? 1 : 2)) };
}

/** What was asked, as it was settled. */
function asked(options: PowerSettings, settled: Settled) {
  const { metric, baseline, power, confidence, sides, arms, correction, sequential, varianceReduction, scale, method, weeklyUnits } =
    options;
  const { margin, population, towards, shares } = settled;
  return {
    question: questionOf(settled),
    metric,
    baseline,
    ...(metric === "quantile" ? { quantile: options.quantile } : {}),
    ...(margin === undefined ? {} : { margin: effectSize(population, -towards * margin) }),
    ...{ power, confidence, sides, arms, shares, comparisons: comparisonsOf(options), correction, sequential },
    ...(sequential === "group-sequential" ? { looks: options.plannedLooks } : {}),
    ...{ varianceReduction, scale, method },
    ...(weeklyUnits === undefined ? {} : { weeklyUnits }),
  };
}

/** A field, unless there is nothing to put into it. */
const known = <Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);

/** What the planned users find. */
function stepAtPlan(questions: Questions, settled: Settled, planned: PowerValues["planned"]): Step | undefined {
  return planned && { ...known("week", planned.weeks), ...stepAt(questions, settled, planned.units) };
}

/** From the options to all numbers and tables. */
export function modelPower(options: PowerSettings): Modelled<PowerValues> {
  const settled = settle(options);
  const questions = questionsOf(options, settled);
  const planned = plannedOf(options);
  const atPlan = stepAtPlan(questions, settled, planned);
  const need = needOf(questions, options, settled);
  const effect = settled.effect === undefined ? atPlan?.detectable : effectSize(settled.population, settled.effect);
  const values: PowerValues = {
    ...asked(options, settled),
    ...known("effect", effect),
    ...known("need", need),
    ...known("planned", planned),
    ...known("atPlan", atPlan),
    steps: stepsOf(questions, settled, { options, need }),
    curve: curveOf(questions, effect?.absolute, need?.total ?? planned?.units),
    prices: pricesOf(questions, options, settled),
    ...known("weeklyPeeking", weeklyPeeking(options, need?.weeks ?? planned?.weeks)),
  };
  const prices = priceTable(values);
  return { values, table: table(stepTable(values)), ...(prices ? { tables: { prices } } : {}), assumptions: assumptions(values) };
}
