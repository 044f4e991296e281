import { z } from "zod";
import type { Text } from "../../language/language.js";
import { columnOption, columnsOption } from "../column-option.js";

const text = (title: Text, description: Text) => ({ "x-text": { title, description } });

/** Options that churn and lead scoring share; each with its words in both languages. */
export const learnOptions = z.object({
  positive: z
    .string()
    .min(1)
    .optional()
    .meta(
      text(
        { en: "Value of the event", "zh-CN": "表示事件发生的值" },
        {
          en: "The value of the outcome that means the event; without it, found by usual words such as Yes, 1 or churned.",
          "zh-CN": "结果列中表示事件发生的值；不填则按“是”“1”“流失”“成交”等常用写法识别。",
        },
      ),
    ),
  features: columnsOption({
    title: { en: "Features", "zh-CN": "特征列" },
    description: { en: "Columns to learn from; without it, all that can be used.", "zh-CN": "用来学习的列；不填则使用全部可用的列。" },
  }),
  exclude: columnsOption({
    title: { en: "Leave out", "zh-CN": "排除的列" },
    description: { en: "Columns that must take no part.", "zh-CN": "不得参与学习的列。" },
  }),
  leaks: z
    .enum(["exclude", "keep"])
    .default("exclude")
    .meta(
      text(
        { en: "Leaking columns", "zh-CN": "泄漏的列" },
        {
          en: "exclude: columns that were almost certainly known only after the outcome are left out. keep: they stay, with a warning.",
          "zh-CN": "exclude：几乎可以确定在结果之后才知道的列不参与学习。keep：保留并给出警告。",
        },
      ),
    ),
  timeColumn: columnOption({
    title: { en: "Split by", "zh-CN": "按时间切分的列" },
    description: {
      en: "A column of dates: learn from the older rows, judge on the newest fifth. Without it, cross-validation.",
      "zh-CN": "日期列：用较早的行学习，用最新的五分之一检验。不填则做交叉验证。",
    },
  }),
  folds: z
    .int()
    .min(2)
    .max(20)
    .default(5)
    .meta(
      text(
        { en: "Folds", "zh-CN": "交叉验证折数" },
        {
          en: "Parts of the cross-validation: each is judged by a model that has not seen it.",
          "zh-CN": "交叉验证的份数：每一份都由没有见过它的模型来判断。",
        },
      ),
    ),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31)
    .default(1)
    .meta(text({ en: "Seed", "zh-CN": "随机种子" }, { en: "The same seed draws the same folds.", "zh-CN": "种子相同则划分相同。" })),
  compare: z
    .boolean()
    .default(true)
    .meta(
      text(
        { en: "Compare with trees", "zh-CN": "与提升树比较" },
        {
          en: "Run boosted trees in the same folds, to see what the simple model leaves on the table.",
          "zh-CN": "在相同的折上运行提升树，看看简单模型还差多少。",
        },
      ),
    ),
  regularisation: z
    .number()
    .min(0)
    .max(1e6)
    .optional()
    .meta(
      text(
        { en: "Regularisation", "zh-CN": "正则化强度" },
        {
          en: "Ridge penalty on standardised columns (1/C of scikit-learn); without it 0, or 1 where the data need it.",
          "zh-CN": "对标准化后的列施加的岭惩罚（即 scikit-learn 的 1/C）；不填则为 0，数据需要时为 1。",
        },
      ),
    ),
  confidence: z
    .number()
    .min(0.5)
    .max(0.999)
    .default(0.95)
    .meta(
      text(
        { en: "Confidence", "zh-CN": "置信水平" },
        { en: "Of every interval, 0.5 to 0.999.", "zh-CN": "所有区间的置信水平，0.5 到 0.999。" },
      ),
    ),
  saveValue: z
    .number()
    .min(0)
    .max(1e12)
    .optional()
    .meta(
      text(
        { en: "Value of a success", "zh-CN": "成功一次的价值" },
        {
          en: "What one kept customer, or one won lead, is worth; with it the best share to contact is worked out.",
          "zh-CN": "留住一名客户或成交一条线索的价值；填写后计算最合算的触达比例。",
        },
      ),
    ),
  contactCost: z
    .number()
    .min(0)
    .max(1e12)
    .default(0)
    .meta(text({ en: "Cost of a contact", "zh-CN": "单次触达成本" }, { en: "In the unit of the value.", "zh-CN": "单位与价值一致。" })),
});

const success = (share: number) =>
  z
    .number()
    .min(0)
    .max(1)
    .default(share)
    .meta(
      text(
        { en: "Success of a contact", "zh-CN": "触达成功率" },
        {
          en: "Share (0–1) of contacts with those who would leave, or who would buy, that bring the value. An assumption: a test with a hold-out measures it.",
          "zh-CN": "触达将要流失的客户或将要成交的线索时，最终带来价值的比例（0–1）。这是一项假设，需用预留对照组的测试来测量。",
        },
      ),
    );

/** Of contacted customers who would leave, how many stay: an assumption that only a test can replace. */
export const usualSaveRate = 0.2;

export const contactSuccessOf = { churn: success(usualSaveRate), lead: success(1) } as const;

/** The options as the model gets them, whichever question is asked. */
export type LearnSettings = z.output<typeof learnOptions> & {
  readonly contactSuccess: number;
  readonly days?: number | undefined;
  readonly asOf?: string | undefined;
};
