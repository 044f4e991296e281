import { abTestExample } from "./ab-test.js";
import { churnExample } from "./churn.js";
import type { Example } from "./example.js";
import { leadScoreExample } from "./lead-score.js";
import { funnelExample } from "./funnel.js";
import { rfmExample } from "./rfm.js";
import { survivalExample } from "./survival.js";

/** Plain data by the id of the analysis; every analysis has one. */
export const examples: Readonly<Record<string, Example>> = {
  churn: churnExample,
  "lead-score": leadScoreExample,
  rfm: rfmExample,
  funnel: funnelExample,
  "ab-test": abTestExample,
  survival: survivalExample,
};
