import type { Language } from "../../language/language.js";
import { makeRandom } from "../random.js";
import { stories, type ExperimentStory } from "./stories.js";
import { truthOf, type ExperimentTruth } from "./truth.js";
import { drawVisits, type Visit } from "./visitors.js";
import { experimentWords } from "./words.js";

export interface ExperimentSettings {
  readonly seed: number;
  /** Visitors who came, before tracking lost any. */
  readonly size: number;
  readonly language: Language;
  readonly story: ExperimentStory;
}

export interface ExperimentSample {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly truth: ExperimentTruth;
}

/**
 * Two weeks of an A/B test in an online shop, one row per visitor, with a planted story.
 *
 * The same seed gives the same visitors in both languages; only columns, arms and groups are named differently. Quirks of real exports are
 * in it: a few visitors without an arm, revenue with a heavy tail and mostly zero, weekends that sell better than working days.
 * With the default 12,000 visitors, a lift of a quarter on a rate of 12 % is found in about 99 of 100 tests at 5 %.
 */
export function makeExperiment({ seed, size, language, story: id }: ExperimentSettings): ExperimentSample {
  const story = stories[id];
  const visits = drawVisits(makeRandom(seed), size, story);
  return { rows: visits.map((visit) => rowOf(visit, language)), truth: truthOf(visits, { seed, id, story, size }) };
}

function rowOf(visit: Visit, language: Language): Record<string, unknown> {
  const { columns, arms, week, devices, browsers, channels, places } = experimentWords[language];
  return {
    [columns.visitor]: visit.visitor,
    [columns.arm]: visit.arm === undefined ? null : arms[visit.arm],
    [columns.firstSeen]: visit.time,
    [columns.week]: week(visit.week),
    [columns.device]: devices[visit.device],
    [columns.browser]: browsers[visit.browser],
    [columns.channel]: channels[visit.channel],
    [columns.place]: places[visit.place],
    [columns.converted]: visit.isConverted,
    [columns.revenue]: visit.cents / 100,
    [columns.sessions]: visit.sessions,
    [columns.pageViews]: visit.pageViews,
    [columns.loadTime]: visit.loadMilliseconds,
    [columns.priorSpend]: visit.priorCents / 100,
  };
}
