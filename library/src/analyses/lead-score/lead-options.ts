import type { RoleNeeds } from "../analysis.js";
import { contactSuccessOf, learnOptions } from "../churn/learn-options.js";

/** The columns of lead scoring: one row is one lead. */
export const leadRoles = {
  outcome: {
    required: true,
    title: { en: "Outcome", "zh-CN": "结果" },
    description: {
      en: "Whether the lead became a customer; empty for leads that are still open.",
      "zh-CN": "线索是否成交；仍在跟进的线索留空。",
    },
  },
  customer: {
    required: false,
    title: { en: "Lead", "zh-CN": "线索" },
    description: { en: "Which lead it is: an id that stays the same.", "zh-CN": "线索的编号，固定不变。" },
  },
} as const satisfies RoleNeeds;

/** The options of lead scoring. A contact with a lead who would buy brings the deal unless the user says otherwise. */
export const leadOptions = learnOptions.extend({ contactSuccess: contactSuccessOf.lead });
