import { z } from "zod";
import { contactSuccessOf, learnOptions } from "./learn-options.js";

/** The options of churn: those of learning, and the definition of churn for a log. */
export const churnOptions = learnOptions.extend({
  contactSuccess: contactSuccessOf.churn,
  days: z
    .int()
    .min(1)
    .max(3650)
    .optional()
    .meta({
      "x-text": {
        title: { en: "Days silent", "zh-CN": "沉默天数" },
        description: {
          en: "For a log: a customer with nothing for so many days counts as churned; without it, taken from the gaps between activities.",
          "zh-CN": "用于流水数据：客户连续多少天没有任何记录即计为流失；不填则由活跃间隔的分布得出。",
        },
      },
    }),
});
