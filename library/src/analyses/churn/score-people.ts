import { linearPredictor, type Design } from "../../statistics/regression/design.js";
import { encodeOthers } from "../../statistics/regression/encode.js";
import type { Feature } from "../../statistics/regression/feature.js";
import { toProbabilities, type LogisticModel } from "../../statistics/regression/logistic-model.js";
import { sortedOrder } from "../../statistics/ranks.js";
import { dayText } from "../customer-history/index.js";
import { contributionsOf, type Contributions } from "./contributions.js";
import type { Learnt } from "./learn.js";
import type { Candidate, Prepared } from "./people.js";
import type { ReasonValues } from "./values.js";

/** One person of the list. */
export interface Scored {
  readonly customer: string;
  readonly probability: number;
  /** Share of the people learnt from who are likelier (ties not counted), 0–1. */
  readonly rank: number;
  readonly outcome: "event" | "none" | "unknown";
}

/** Everybody, the likeliest first; people are made when they are asked for. */
export interface ScoredPeople {
  readonly length: number;
  at(place: number): Scored;
  /** What sets this person apart from the average one, the largest first. */
  reasonsAt(place: number): readonly ReasonValues[];
}

const reasonCount = 3;

export interface Scoring {
  readonly prepared: Prepared;
  readonly learnt: Learnt;
  /** Features of the model, and what is known of their columns. */
  readonly features: readonly Feature[];
  readonly openFeatures: readonly Feature[];
  readonly candidates: readonly Candidate[];
  readonly averages: Float64Array;
}

/** One row of the list: who it is, and where features and reasons are found. */
interface Source {
  readonly ids: readonly string[];
  readonly features: readonly Feature[];
  readonly contributions: Contributions;
}

/**
 * The list of all people: those learnt from by what was said of them out of fold, the others by the model of all. Of a log only today's customers
 * are listed; those learnt from are customers of an earlier day.
 */
export function scorePeople({ prepared, learnt, features, openFeatures, candidates, averages }: Scoring): ScoredPeople {
  const { known, open, from } = prepared;
  const { model, probabilities } = learnt;
  const openDesign = encodeOthers(model.encoding, openFeatures);
  const listed = from === "table" ? known.ids.length : 0;
  const all = new Float64Array(listed + open.ids.length);
  if (listed > 0) all.set(probabilities);
  if (open.ids.length > 0) all.set(openProbabilities(model, openDesign), listed);
  const order = sortedOrder(all.map((probability) => -probability));
  const ranked = probabilities.toSorted();
  const past: Source = { ids: known.ids, features, contributions: contributionsOf(model, model.encoding.design, averages) };
  const today: Source = { ids: open.ids, features: openFeatures, contributions: contributionsOf(model, openDesign, averages) };
  const find = (place: number) => {
    const row = order[place] as number;
    return row < listed ? { source: past, row, outcome: known.outcome[row] } : { source: today, row: row - listed, outcome: undefined };
  };
  return {
    length: order.length,
    at: (place) => {
      const { source, row, outcome } = find(place);
      const probability = all[order[place] as number] as number;
      return { customer: source.ids[row] ?? "", probability, rank: shareAbove(ranked, probability), outcome: outcomeName(outcome) };
    },
    reasonsAt: (place) => {
      const { source, row } = find(place);
      return strongest(source.contributions(row)).map(({ feature, contribution }) => ({
        feature: candidates[feature]?.name ?? "",
        ...valueOf(source.features[feature] as Feature, candidates[feature] as Candidate, row),
        contribution,
      }));
    },
  };
}

const outcomeName = (outcome: number | undefined): Scored["outcome"] =>
  outcome === undefined ? "unknown" : outcome === 1 ? "event" : "none";

const openProbabilities = ({ fit }: LogisticModel, design: Design): Float64Array => toProbabilities(linearPredictor(design, fit.beta));

function strongest(contributions: Float64Array): { feature: number; contribution: number }[] {
  return Array.from(contributions, (contribution, feature) => ({ feature, contribution }))
    .filter(({ contribution }) => Math.abs(contribution) > 1e-9)
    .sort((one, other) => Math.abs(other.contribution) - Math.abs(one.contribution) || one.feature - other.feature)
    .slice(0, reasonCount);
}

/** Share of an ascending list that lies above a value. */
function shareAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return (sorted.length - low) / sorted.length;
}

/** What somebody has in a column, as the data writes it; nothing where it is not known. */
function valueOf(feature: Feature, { kind, latestDay }: Candidate, row: number): Pick<ReasonValues, "value"> {
  if (feature.kind === "category") {
    const code = feature.codes[row] as number;
    return code === 0 ? {} : { value: feature.levels[code - 1] ?? "…" };
  }
  const value = feature.values[row] as number;
  if (Number.isNaN(value)) return {};
  return { value: kind === "date" && latestDay !== undefined ? dayText(latestDay - value) : String(Number(value.toPrecision(6))) };
}
