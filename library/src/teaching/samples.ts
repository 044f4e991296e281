import type { Language } from "../language/language.js";
import { makeChurn } from "./churn/churn.js";
import { churnStories, type ChurnStory } from "./churn/draw-subscribers.js";
import { leadStories, type LeadStory } from "./churn/draw-leads.js";
import { makeLeads } from "./churn/leads.js";
import { makeReorders } from "./churn/reorders.js";
import { sampleUnknown } from "./errors.js";
import { makeExperiment } from "./experiment/experiment.js";
import { experimentStories, type ExperimentStory } from "./experiment/stories.js";
import { makeFunnel } from "./funnel/funnel.js";
import { funnelStories, type FunnelStory } from "./funnel/story.js";
import { makeOrders } from "./orders/orders.js";
import type { SampleKind } from "./sample-kind.js";
import { readSettings, specificationOf } from "./sample-settings.js";

const kinds = {
  orders: {
    size: { name: "customers", default: 800, range: [50, 200_000] },
    make: ({ seed, size, language }) => makeOrders({ seed, customers: size, language }),
  } satisfies SampleKind<unknown>,
  funnel: {
    size: { name: "users", default: 4000, range: [50, 200_000] },
    stories: funnelStories,
    make: ({ story, ...settings }) => makeFunnel({ ...settings, story: story as FunnelStory }),
  } satisfies SampleKind<unknown>,
  experiment: {
    size: { name: "visitors", default: 12_000, range: [100, 200_000] },
    stories: experimentStories,
    make: ({ story, ...settings }) => makeExperiment({ ...settings, story: story as ExperimentStory }),
  } satisfies SampleKind<unknown>,
  churn: {
    size: { name: "customers", default: 2000, range: [50, 200_000] },
    stories: Object.keys(churnStories),
    make: ({ story, ...settings }) => makeChurn({ ...settings, story: story as ChurnStory }),
  } satisfies SampleKind<unknown>,
  leads: {
    size: { name: "leads", default: 3000, range: [50, 200_000] },
    stories: Object.keys(leadStories),
    make: ({ story, ...settings }) => makeLeads({ ...settings, story: story as LeadStory }),
  } satisfies SampleKind<unknown>,
  reorders: {
    size: { name: "customers", default: 1200, range: [50, 50_000] },
    make: ({ seed, size, language }) => makeReorders({ seed, size, language }),
  } satisfies SampleKind<unknown>,
} as const;

type Kinds = typeof kinds;

/** The kind that a specification names: `orders` of `sample:orders?seed=7`. */
type KindOf<Specification extends string> = Specification extends `sample:${infer Rest}`
  ? KindOf<Rest>
  : Specification extends `${infer Name}?${string}`
    ? Name
    : Specification;

/** What was planted in the data of a specification; of any kind where the specification is not known before it runs. */
export type TruthOf<Specification extends string> =
  KindOf<Specification> extends keyof Kinds ? ReturnType<Kinds[KindOf<Specification>]["make"]>["truth"] : unknown;

/** Known-answer data: rows as a real export would hold them, and what was planted in them. */
export interface Sample<Truth = unknown> {
  /** As `load` takes it, with every setting: `sample:orders?seed=7&customers=800&language=en`. */
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly truth: Truth;
}

/** The names that `load("sample:…")` takes. */
export const sampleNames: readonly string[] = Object.keys(kinds);

/**
 * A known-answer sample by its specification, such as `orders`, `orders?seed=7&customers=800&language=zh-CN`.
 *
 * @param specification name and settings, with or without `sample:` before them
 * @param defaultLanguage language of columns and texts where the specification names none
 * @throws DataError `sample-unknown` (lists the samples), `sample-setting-invalid`
 */
export function sample<const Specification extends string>(
  specification: Specification,
  defaultLanguage: Language,
): Sample<TruthOf<Specification>> {
  const [name = "", query = ""] = specification.replace(/^sample:/, "").split("?", 2);
  const kind: SampleKind<unknown> | undefined = Object.hasOwn(kinds, name) ? kinds[name as keyof Kinds] : undefined;
  if (!kind) throw sampleUnknown({ name, samples: sampleNames });
  const settings = readSettings(kind, { sample: name, query, defaultLanguage });
  return { name: specificationOf(name, kind, settings), ...kind.make(settings) } as Sample<TruthOf<Specification>>;
}
