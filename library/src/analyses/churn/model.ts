import type { Feature } from "../../statistics/regression/feature.js";
import { wilsonInterval } from "../../statistics/wilson-interval.js";
import type { Modelled } from "../analysis.js";
import { assumptions } from "./assumptions.js";
import { describeModel } from "./describe-model.js";
import { featureValues } from "./feature-values.js";
import { fewestOfEither, learn } from "./learn.js";
import type { LearnSettings } from "./learn-options.js";
import { findLeaks, lookAtColumns, type LeakSearch } from "./leaks/find-leaks.js";
import { nearDuplicates, type Twin } from "./near-duplicates.js";
import type { Prepared } from "./people.js";
import type { Question } from "./question.js";
import type { ScoredPeople } from "./score-people.js";
import { settleNumbers } from "./settle-numbers.js";
import { tablesOf } from "./tables.js";
import type { ChurnValues, ModelValues } from "./values.js";

/** Everything there is to say of the people: features, leaks, model, judgement, list. */
export function modelPeople(question: Question, prepared: Prepared, settings: LearnSettings): Modelled<ChurnValues> {
  const { outcome } = prepared.known;
  const customers = outcome.length;
  const events = outcome.reduce((sum, one) => sum + one, 0);
  const canLearn = Math.min(events, customers - events) >= fewestOfEither;
  const choice = canLearn ? chooseFeatures(prepared, settings) : undefined;
  const found = choice && choice.kept.length > 0 ? learnFrom(prepared, choice.kept, settings) : undefined;
  const values: ChurnValues = settleNumbers({
    from: prepared.from,
    outcome: prepared.outcome,
    customers,
    events,
    baseRate: { value: customers === 0 ? 0 : events / customers, interval: wilsonInterval(events, customers, settings.confidence) },
    scored: prepared.open.ids.length,
    rows: prepared.rows,
    setAside: prepared.setAside,
    confidence: settings.confidence,
    features: featureValues(prepared, { ...choice, model: found?.fitted }),
    leaks: choice?.search.leaks ?? [],
    ...(found ? { model: found.model } : {}),
  });
  const { positive, definition } = prepared.outcome;
  return {
    values,
    ...tablesOf(values, found?.people, question),
    assumptions: assumptions({ values, prepared, settings, question }),
    parameters: { ...(positive === undefined ? {} : { positive }), ...(definition ? { days: definition.days } : {}) },
  };
}

/** Which features take part: those that are no leak and no twin of another one. */
interface Choice {
  readonly search: LeakSearch;
  readonly twins: readonly Twin[];
  /** Positions among the features. */
  readonly kept: readonly number[];
}

/** What was made of a log as of a day cannot know what came after it. */
function chooseFeatures({ known, candidates, from }: Prepared, { seed, leaks }: LearnSettings): Choice {
  const used = candidates.filter(({ leftOut }) => leftOut === undefined);
  const search = from === "log" ? lookAtColumns(known, seed) : findLeaks(known, used, { seed, keep: leaks === "keep" });
  const pick = <Item>(items: readonly Item[]): Item[] => search.kept.map((place) => items[place] as Item);
  const twins = nearDuplicates(pick(known.features), pick(used), seed).map(({ leftOut, sameAs }) => ({
    leftOut: search.kept[leftOut] as number,
    sameAs: search.kept[sameAs] as number,
  }));
  return { search, twins, kept: search.kept.filter((place) => !twins.some(({ leftOut }) => leftOut === place)) };
}

interface Found {
  readonly model: ModelValues;
  readonly people: ScoredPeople;
  readonly fitted: ReturnType<typeof learn>["model"];
}

function learnFrom(prepared: Prepared, kept: readonly number[], settings: LearnSettings): Found {
  const { known, open, candidates } = prepared;
  const used = candidates.filter(({ leftOut }) => leftOut === undefined);
  const pick = (features: readonly Feature[]): Feature[] => kept.map((place) => features[place] as Feature);
  const features = pick(known.features);
  const learnt = learn(known, features, settings);
  const described = describeModel({
    prepared,
    learnt,
    features,
    openFeatures: pick(open.features),
    candidates: kept.map((place) => used[place] as (typeof used)[number]),
    settings,
  });
  return { ...described, fitted: learnt.model };
}
