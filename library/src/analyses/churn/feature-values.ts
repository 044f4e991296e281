import type { LogisticModel } from "../../statistics/regression/logistic-model.js";
import { columnsInModel } from "./coefficients.js";
import type { LeakSearch } from "./leaks/find-leaks.js";
import type { Twin } from "./near-duplicates.js";
import type { Candidate, Prepared } from "./people.js";
import type { FeatureValues, LeftOut } from "./values.js";

/** What was found of the features; nothing where nothing can be learnt. */
export interface Fates {
  readonly search?: LeakSearch;
  readonly twins?: readonly Twin[];
  /** Positions of the features of the model. */
  readonly kept?: readonly number[];
  readonly model: LogisticModel | undefined;
}

/** What became of every column: whether it takes part, and if not, why. */
export function featureValues({ candidates, known }: Prepared, { search, twins = [], kept = [], model }: Fates): FeatureValues[] {
  let next = 0;
  return candidates.map(({ name, kind, missing, levels, leftOut }: Candidate) => {
    const facts = { name, kind, missing, ...(levels === undefined ? {} : { levels }) };
    if (leftOut !== undefined) return { ...facts, leftOut, auc: 0.5 };
    const feature = next++;
    const auc = search?.alone[feature] ?? 0.5;
    if (!search) return { ...facts, auc };
    const twin = twins.find((one) => one.leftOut === feature);
    if (twin) return { ...facts, leftOut: "collinear", sameAs: known.features[twin.sameAs]?.name ?? "", auc };
    const place = kept.indexOf(feature);
    if (place < 0) return { ...facts, leftOut: auc === 1 && isPair(known.features[feature]) ? "outcome-copy" : "leak", auc };
    return { ...facts, auc, ...(model ? fateOf(model, known.features[feature], place) : {}) };
  });
}

type Feature = Prepared["known"]["features"][number];

const isPair = (feature: Feature | undefined): boolean =>
  feature?.kind === "category" ? feature.levels.length <= 2 : new Set(feature?.values.subarray(0, 1000)).size <= 2;

interface Fate {
  readonly leftOut?: LeftOut;
  readonly pooled?: number;
  readonly collinearLevels?: readonly string[];
}

/** What the encoding and the fit made of a feature. */
function fateOf(model: LogisticModel, feature: Feature | undefined, place: number): Fate {
  const { encoding, fit } = model;
  const own = encoding.columns.flatMap((meaning, column) => (meaning?.feature === place ? [{ meaning, column }] : []));
  if (own.length === 0) return { leftOut: feature?.kind === "category" ? "rare-levels" : "constant" };
  if (!columnsInModel(model).some(({ meaning }) => meaning.feature === place)) return { leftOut: "collinear" };
  const lost = own.filter(({ column }) => fit.leftOut.includes(column));
  const named = lost.flatMap(({ meaning }) =>
    feature?.kind === "category" && meaning.code ? (feature.levels[meaning.code - 1] ?? []) : [],
  );
  const pooled = encoding.pooled.get(place) ?? 0;
  return { ...(pooled > 0 ? { pooled } : {}), ...(named.length > 0 ? { collinearLevels: named } : {}) };
}
