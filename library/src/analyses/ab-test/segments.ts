import { interaction, simpson } from "../../statistics/experiments/segments.js";
import { holm } from "../../statistics/experiments/multiplicity.js";
import { independence } from "../../statistics/independence.js";
import { mergeCells, type Cell } from "./cells.js";
import { pairOf } from "./compare-metrics.js";
import { conclude } from "./conclude.js";
import { figureOf, measure, type Pair } from "./measure.js";
import type { Method } from "./method.js";
import { settle } from "./moments.js";
import type { CellGroup, ReducedTest } from "./reduced-test.js";
import type { SegmentEffect, SegmentsValues, SegmentTest } from "./values.js";

/** Segments that are shown one by one; more would find something by chance alone. */
export const mostSegments = 20;

interface Segment {
  readonly segment: string;
  readonly isMissing?: true;
  readonly isOther?: true;
  readonly cells: readonly Cell[];
}

const unitsIn = ({ cells }: { readonly cells: readonly Cell[] }): number => cells.reduce((sum, { units }) => sum + units, 0);

/** The largest segments by units, then all others together, then the units without a segment. */
function chosen(groups: readonly CellGroup<string | undefined>[]): Segment[] {
  const named = groups
    .flatMap(({ name, cells }) => (name === undefined ? [] : [{ segment: name, cells }]))
    .toSorted((one, other) => unitsIn(other) - unitsIn(one) || (one.segment < other.segment ? -1 : 1));
  const rest = named.slice(mostSegments);
  const [first, ...others] = rest;
  const together = first?.cells.map((cell, arm) => others.reduce((sum, { cells }) => mergeCells(sum, cells[arm] as Cell), cell));
  const missing = groups.find(({ name }) => name === undefined);
  return [
    ...named.slice(0, mostSegments),
    ...(together ? [{ segment: "", isOther: true as const, cells: together }] : []),
    ...(missing ? [{ segment: "", isMissing: true as const, cells: missing.cells }] : []),
  ];
}

/** One comparison in every segment, p-values adjusted over the segments. */
function effectsOf(
  segments: readonly Segment[],
  pairs: readonly Pair[],
  { method, ...of }: { method: Method; metric: string; arm: string },
): SegmentEffect[] {
  const measured = pairs.map((pair) => measure(pair, method));
  const deciding = measured.map(({ absolute, relative }) => (method.scale === "relative" ? relative : absolute));
  const known = deciding.flatMap((effect, index) => (effect ? [{ index, p: effect.p }] : []));
  const adjusted = new Map(holm(known.map(({ p }) => p)).map((p, place) => [known[place]?.index, settle(p)]));
  return segments.map(({ cells: _cells, ...segment }, index) => {
    const { control, treatment, metric } = pairs[index] as Pair;
    const effect = deciding[index];
    const units = { arm: treatment.units, control: control.units };
    const pAdjusted = adjusted.get(index);
    const rate = (units.arm * (treatment.means[0] ?? 0) + units.control * (control.means[0] ?? 0)) / Math.max(1, units.arm + units.control);
    const { conclusion } = conclude({ type: metric.type, direction: metric.direction, units, effect, pAdjusted, sharedRate: rate }, method);
    const { absolute, relative } = measured[index] ?? {};
    return {
      ...of,
      ...segment,
      units,
      levels: levels(pairs[index] as Pair),
      ...(absolute ? { absolute } : {}),
      ...(relative ? { relative } : {}),
      ...(effect && pAdjusted !== undefined ? { p: effect.p, pAdjusted } : {}),
      conclusion,
    };
  });
}

const levels = ({ control, treatment }: Pair): SegmentEffect["levels"] => {
  const [arm, base] = [figureOf(treatment), figureOf(control)];
  return { ...(arm === undefined ? {} : { arm }), ...(base === undefined ? {} : { control: base }) };
};

function testOf(whole: Pair, pairs: readonly Pair[], { method, ...of }: { method: Method; metric: string; arm: string }): SegmentTest {
  const between = interaction(pairs, { scale: method.scale });
  const turned = simpson(whole, pairs);
  return {
    ...of,
    ...(between
      ? {
          interaction: {
            statistic: settle(between.statistic),
            degrees: between.degrees,
            p: settle(between.pValue),
            segments: between.segments,
          },
        }
      : {}),
    isSimpson: turned?.isReversed ?? false,
    ...(turned && Number.isFinite(turned.within) ? { standardised: settle(turned.within) } : {}),
    ...(turned && Number.isFinite(turned.pooled) ? { plain: settle(turned.pooled) } : {}),
  };
}

/** Does the effect differ between segments, and do they turn it round? */
export function segmentsOf(test: ReducedTest, method: Method): SegmentsValues | undefined {
  if (!test.segments) return undefined;
  const { column, groups } = test.segments;
  const segments = chosen(groups);
  const places = test.metrics.flatMap(({ type }, metric) =>
    type === "quantile" ? [] : test.arms.slice(1).map((_, other) => ({ metric, arm: other + 1 })),
  );
  const told = places.map((place) => {
    const of = { method, metric: test.metrics[place.metric]?.id ?? "", arm: test.arms[place.arm] ?? "" };
    const pairs = segments.map(({ cells }) => pairOf(test, cells, place));
    return { effects: effectsOf(segments, pairs, of), test: testOf(pairOf(test, test.cells, place), pairs, of) };
  });
  const mix = independence(segments.map(({ cells }) => cells.map(({ units }) => units)));
  return {
    column,
    found: groups.filter(({ name }) => name !== undefined).length,
    shown: segments.filter(({ isOther, isMissing }) => !isOther && !isMissing).length,
    effects: told.flatMap(({ effects }) => effects),
    tests: told.map(({ test: one }) => one),
    ...(mix ? { mix: { statistic: settle(mix.statistic), degrees: mix.degrees, p: settle(mix.pValue), units: mix.cases } } : {}),
  };
}
