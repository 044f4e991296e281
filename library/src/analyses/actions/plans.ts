import { churnActions, leadActions } from "../churn/actions.js";
import { funnelActions } from "../funnel/actions.js";
import { rfmActions } from "../rfm/actions.js";
import type { ActionPlan } from "./action-group.js";

/** What each analysis proposes to do, by its id. */
export const plans: Readonly<Record<string, ActionPlan<never>>> = {
  rfm: rfmActions,
  funnel: funnelActions,
  churn: churnActions,
  "lead-score": leadActions,
};
