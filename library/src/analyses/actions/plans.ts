import { churnActions, leadActions } from "../churn/actions.js";
import { rfmActions } from "../rfm/actions.js";
import type { ActionPlan } from "./action-group.js";

/** What each analysis proposes to do, by its id. */
export const plans: Readonly<Record<string, ActionPlan<never>>> = {
  rfm: rfmActions,
  churn: churnActions,
  "lead-score": leadActions,
};
