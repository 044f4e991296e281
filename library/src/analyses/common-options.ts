import { z } from "zod";

/** Options that every analysis takes. */
export interface CommonOptions {
  /** The day that time is counted back from, such as `2024-01-31` (default: the day after the last row of the data). */
  readonly asOf?: string | undefined;
  /** Aborting stops the queries of the analysis. */
  readonly signal?: AbortSignal | undefined;
}

/** The common options that can be written down, as a schema. */
export const commonOptions = z.object({
  asOf: z.iso
    .date()
    .optional()
    .meta({
      "x-text": {
        title: { en: "As of", "zh-CN": "截止日期" },
        description: {
          en: "The day that time is counted back from, such as 2024-01-31; without it, the day after the last row.",
          "zh-CN": "以哪一天为准往回计算，例如 2024-01-31；不填则取数据最后一天的次日。",
        },
      },
    }),
});
