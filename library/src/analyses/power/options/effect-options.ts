import { z } from "zod";
import { text } from "./option-text.js";

/** What the test is after. */
export const effectOptions = {
  effect: z
    .number()
    .optional()
    .meta(
      text(
        { en: "Effect", "zh-CN": "期望效果" },
        {
          en: "The smallest change worth finding: 0.05 is 5 % of the baseline. Left out, the smallest change that can be found is computed.",
          "zh-CN": "值得发现的最小变化：0.05 即基准值的 5%。不填则计算能检测到的最小变化。",
        },
        0.1,
      ),
    ),
  effectScale: z
    .enum(["relative", "absolute"])
    .default("relative")
    .meta(
      text(
        { en: "Effect is", "zh-CN": "效果的单位" },
        {
          en: "relative: a share of the baseline. absolute: in the metric's own unit, 0.01 of a rate is one point.",
          "zh-CN": "relative：相对基准值的比例。absolute：以指标自身的单位计，比率的 0.01 即 1 个百分点。",
        },
      ),
    ),
  margin: z
    .number()
    .gt(0)
    .optional()
    .meta(
      text(
        { en: "Non-inferiority margin", "zh-CN": "非劣效界值" },
        {
          en: "Turns the question round: how many users show that the change is not worse by more than this; on the scale of the effect.",
          "zh-CN": "改为非劣效检验：需要多少用户才能说明变差不超过该界值；单位与效果相同。",
        },
        0.02,
      ),
    ),
  direction: z
    .enum(["increase", "decrease"])
    .default("increase")
    .meta(
      text(
        { en: "Direction", "zh-CN": "方向" },
        {
          en: "Which way is better, where the effect is left out or a margin is given.",
          "zh-CN": "未填效果或填写了界值时，指标往哪个方向变化为好。",
        },
      ),
    ),
};
