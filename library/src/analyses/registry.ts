import { abTest } from "./ab-test/ab-test.js";
import type { Analysis } from "./analysis.js";
import { churn } from "./churn/churn.js";
import type { Calculation } from "./define-calculation.js";
import { leadScore } from "./lead-score/lead-score.js";
import { power } from "./power/power.js";
import { funnel } from "./funnel/funnel.js";
import { rfm } from "./rfm/rfm.js";
import { survival } from "./survival/survival.js";

const byId = <Entry extends { readonly id: string }>(entries: readonly Entry[]): ReadonlyMap<string, Entry> =>
  new Map(entries.map((entry) => [entry.id, entry]));

/** Every analysis by its id: what the command, forms, docs and the shared tests go through. */
export const analyses: ReadonlyMap<string, Analysis> = byId<Analysis>([
  rfm.untyped,
  funnel.untyped,
  churn.untyped,
  leadScore.untyped,
  abTest.untyped,
  survival.untyped,
]);

/** What is answered without data, by its id. */
export const calculations: ReadonlyMap<string, Calculation> = byId<Calculation>([power.untyped]);
