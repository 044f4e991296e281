import { z } from "zod";
import type { Text } from "../../language/language.js";
import type { ReduceInput, RoleNeeds, Settings } from "../analysis.js";
import { columnOption, columnsOption } from "../column-option.js";

const text = (title: Text, description: Text) => ({ "x-text": { title, description } });

/** The columns of survival. One row is one customer with a duration or with dates, or one order or event of a log. */
export const survivalRoles = {
  duration: {
    required: false,
    title: { en: "Duration", "zh-CN": "时长" },
    description: {
      en: "How long the customer has been watched: until the event, or until today where there was none.",
      "zh-CN": "客户被观察了多久：到事件发生为止；尚未发生的到目前为止。",
    },
  },
  outcome: {
    required: false,
    title: { en: "Event happened", "zh-CN": "是否发生" },
    description: {
      en: "Whether the duration ends with the event (1, Yes, churned) or is still going on.",
      "zh-CN": "时长结束时事件是否已发生（1、是、流失），否则表示仍在持续。",
    },
  },
  date: {
    required: false,
    title: { en: "Date", "zh-CN": "日期" },
    description: {
      en: "Day on which the customer began, where there is a column of ends; otherwise the day of each order or event of a log.",
      "zh-CN": "有结束日期列时为客户的开始日期；否则为每笔订单或每个事件的日期。",
    },
  },
  customer: {
    required: false,
    title: { en: "Customer", "zh-CN": "客户" },
    description: { en: "An id that stays the same; a log needs it.", "zh-CN": "固定不变的客户编号；流水数据必须提供。" },
  },
  amount: {
    required: false,
    title: { en: "Amount", "zh-CN": "金额" },
    description: {
      en: "What a row of a log is worth; negative rows are cancellations and no activity.",
      "zh-CN": "流水中每行的金额；负数为取消，不算活跃。",
    },
  },
} as const satisfies RoleNeeds;

export type SurvivalNeeds = typeof survivalRoles;

/** The options of survival; each with its words in both languages. */
export const survivalOptions = z.object({
  end: columnOption({
    title: { en: "End", "zh-CN": "结束日期" },
    description: {
      en: "Column of the day on which the customer ended; empty where they are still there.",
      "zh-CN": "客户结束日期所在的列；仍在的客户为空。",
    },
  }),
  group: columnOption({
    title: { en: "Compare by", "zh-CN": "对比分组" },
    description: { en: "Column whose values are compared, one curve each.", "zh-CN": "按该列的取值分组对比，每组一条曲线。" },
  }),
  covariates: columnsOption({
    title: { en: "Covariates", "zh-CN": "协变量" },
    description: { en: "Columns that may go with an earlier or later event.", "zh-CN": "可能与事件早晚有关的列。" },
  }),
  model: z
    .enum(["cox", "weibull"])
    .default("cox")
    .meta(
      text(
        { en: "Regression", "zh-CN": "回归模型" },
        {
          en: "cox: hazard ratios, no shape assumed. weibull: how many times longer customers last, with a risk that rises or falls steadily.",
          "zh-CN": "cox：给出风险比，不假设形状。weibull：给出时长的倍数，假设风险持续上升或下降。",
        },
      ),
    ),
  ties: z
    .enum(["efron", "breslow"])
    .default("efron")
    .meta(
      text(
        { en: "Ties", "zh-CN": "同时事件" },
        { en: "How events at the same time are handled in the Cox model.", "zh-CN": "Cox 模型处理同一时间多个事件的方法。" },
      ),
    ),
  band: z
    .enum(["log", "log-log"])
    .default("log")
    .meta(
      text(
        { en: "Band", "zh-CN": "置信带" },
        {
          en: "Scale of the confidence band: log as R, log-log as lifelines.",
          "zh-CN": "置信带的尺度：log 与 R 一致，log-log 与 lifelines 一致。",
        },
      ),
    ),
  eventValue: z
    .string()
    .min(1)
    .optional()
    .meta(
      text(
        { en: "Value of the event", "zh-CN": "事件取值" },
        {
          en: "The value of the outcome column that stands for the event, where 1, Yes or churned does not.",
          "zh-CN": "结果列中代表事件发生的取值；为 1、是、流失时可不填。",
        },
      ),
    ),
  meaning: z
    .enum(["loss", "event"])
    .optional()
    .meta(
      text(
        { en: "Meaning", "zh-CN": "事件含义" },
        {
          en: "loss: the event is that a customer leaves. event: anything else. Without it, the name of the outcome column decides.",
          "zh-CN": "loss：事件指客户流失。event：其他事件。不填时按结果列的名称判断。",
        },
      ),
    ),
  unit: z
    .enum(["day", "week", "month", "year"])
    .optional()
    .meta(
      text(
        { en: "Unit", "zh-CN": "时间单位" },
        { en: "Unit of the durations; without it, the name of the column decides.", "zh-CN": "时长的单位；不填时按列名判断。" },
      ),
    ),
  times: z
    .array(z.number().min(0).max(1e9))
    .optional()
    .meta(
      text(
        { en: "Times", "zh-CN": "时间点" },
        { en: "Times at which the share is stated; without them, round ones.", "zh-CN": "报告占比的时间点；不填则取整齐的时间点。" },
      ),
    ),
  from: z
    .enum(["lifetime", "first-to-second"])
    .default("lifetime")
    .meta(
      text(
        { en: "What to time (log)", "zh-CN": "计时方式（流水）" },
        {
          en: "lifetime: from the first activity until the customer counts as lost. first-to-second: until the second activity.",
          "zh-CN": "lifetime：从首次活跃到计为流失。first-to-second：从首次活跃到再次活跃。",
        },
      ),
    ),
  days: z
    .int()
    .min(1)
    .max(3650)
    .optional()
    .meta(
      text(
        { en: "Days silent (log)", "zh-CN": "沉默天数（流水）" },
        {
          en: "Days without activity after which a customer counts as lost; without it, what the data suggest.",
          "zh-CN": "多少天没有活跃计为流失；不填则取数据建议的天数。",
        },
      ),
    ),
  horizonDays: z
    .int()
    .min(1)
    .max(3650)
    .optional()
    .meta(
      text(
        { en: "Horizon (log)", "zh-CN": "回访观察期（流水）" },
        {
          en: "Days after a silence in which a return is looked for (default 90, at most a third of the period).",
          "zh-CN": "沉默之后再观察多少天是否回来（默认 90 天，不超过数据期间的三分之一）。",
        },
      ),
    ),
});

/** The options with their defaults. */
export type SurvivalSettings = Settings<typeof survivalOptions>;

/** What the reduce step of survival works with. */
export type SurvivalInput = ReduceInput<SurvivalNeeds, SurvivalSettings>;
