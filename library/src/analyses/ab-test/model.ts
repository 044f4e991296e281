import { dayText } from "../rfm/days.js";
import type { Modelled } from "../analysis.js";
import type { AbTestSettings } from "./ab-test-options.js";
import { assumptions } from "./assumptions.js";
import { unlikeOf } from "./balance.js";
import { compareMetrics } from "./compare-metrics.js";
import { daysOf, noveltyOf } from "./days.js";
import { decide } from "./decide.js";
import { methodOf } from "./method.js";
import type { ReducedTest } from "./reduced-test.js";
import { segmentsOf } from "./segments.js";
import { mainTable, tables } from "./tables.js";
import { armsOf, blocksOf, crossedOf, planOf, sampleRatioOf } from "./trust.js";
import type { AbTestValues } from "./values.js";

const periodOf = ({ days }: ReducedTest): AbTestValues["period"] => {
  const [first, last] = [days.at(0), days.at(-1)];
  return first && last && { from: dayText(first.name), to: dayText(last.name) };
};

/** Effects, trust and decisions of the reduced test. */
export function modelTest(test: ReducedTest, options: AbTestSettings): Modelled<AbTestValues> {
  const arms = armsOf(test, options);
  const units = arms.reduce((sum, arm) => sum + arm.units, 0);
  const method = methodOf(options, units);
  const period = periodOf(test);
  const sampleRatio = sampleRatioOf(arms, options.ratio ? "given" : "equal");
  const crossed = crossedOf(test, units);
  const blocks = blocksOf(sampleRatio, crossed);
  const plan = planOf(options, { units, lastDay: period?.to, method });
  const { metrics, comparisons } = compareMetrics(test, { method, correction: options.correction, blocks });
  const segments = segmentsOf(test, method);
  const unlike = unlikeOf(test, { metrics, segments });
  const values: AbTestValues = {
    source: test.source,
    control: test.arms[0] as string,
    arms,
    units,
    rows: test.rows,
    setAside: test.setAside,
    ...(period ? { period } : {}),
    confidence: method.confidence,
    intervalConfidence: method.intervalConfidence,
    sides: method.sides,
    scale: method.scale,
    sequential: method.sequential,
    correction: { method: options.correction, comparisons },
    ...(options.priorDeviation === undefined ? {} : { prior: { mean: options.priorMean, standardDeviation: options.priorDeviation } }),
    metrics,
    sampleRatio,
    crossed,
    unlike,
    plan,
    ...(segments ? { segments } : {}),
    ...(test.strata ? { strata: { column: test.strata.column, count: test.strata.groups.length } } : {}),
    days: daysOf(test, method),
    novelty: noveltyOf(test),
    ...decide({ metrics, plan, blocks, unlike, segments }, test.arms),
  };
  return {
    values,
    table: mainTable(values),
    tables: tables(values),
    assumptions: assumptions({ values, test, options }),
    parameters: {
      control: values.control,
      metrics: options.metrics ?? metrics.filter(({ role }) => role !== "guardrail").map(({ name }) => name),
    },
  };
}
