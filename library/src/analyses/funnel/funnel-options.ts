import { z } from "zod";
import type { Text } from "../../language/language.js";
import type { Settings } from "../analysis.js";
import { columnOption, columnsOption } from "../column-option.js";
import { semanticsNames } from "./semantics.js";
import { exclusionOption, stepOption } from "./step-option.js";

const text = (title: Text, description: Text) => ({ "x-text": { title, description } });

/** The options of a funnel; each with its words in both languages. */
export const funnelOptions = z.object({
  steps: z
    .array(stepOption)
    .optional()
    .meta(
      text(
        { en: "Steps", "zh-CN": "步骤" },
        {
          en: "The steps in their order: event names, or objects with event, name, where and optional.",
          "zh-CN": "按顺序排列的步骤：事件名称，或含 event、name、where、optional 的对象。",
        },
      ),
    ),
  window: z
    .number()
    .positive()
    .max(3_660)
    .default(14)
    .meta(
      text(
        { en: "Conversion window", "zh-CN": "转化窗口期" },
        { en: "How long after the entry a step still counts, in the unit below.", "zh-CN": "进入后多久之内完成的步骤才计入，单位见下。" },
      ),
    ),
  windowUnit: z
    .enum(["second", "minute", "hour", "day", "week"])
    .default("day")
    .meta(
      text(
        { en: "Unit of the window", "zh-CN": "窗口期单位" },
        { en: "Unit of the conversion window; a day has 24 hours.", "zh-CN": "转化窗口期的单位；一天按 24 小时计。" },
      ),
    ),
  order: z
    .enum(["ordered", "strict", "any"])
    .default("ordered")
    .meta(
      text(
        { en: "Order", "zh-CN": "顺序" },
        {
          en: "ordered: one step after the other. strict: with nothing else between. any: in any order.",
          "zh-CN": "ordered：依次完成。strict：依次完成且中间无其他事件。any：不分先后。",
        },
      ),
    ),
  semantics: z
    .enum(semanticsNames)
    .default("posthog")
    .meta(
      text(
        { en: "Counts as", "zh-CN": "口径" },
        {
          en: "Which product's rules apply where the products disagree; the options below override single rules.",
          "zh-CN": "各产品口径不一时采用哪一家的规则；下列选项可单独覆盖其中一条。",
        },
      ),
    ),
  entry: z
    .enum(["first", "best", "longest"])
    .optional()
    .meta(
      text(
        { en: "Entry", "zh-CN": "以哪次进入为准" },
        {
          en: "first: the first entry of a user. best: the entry that comes farthest soonest. longest: the earliest of those that come farthest.",
          "zh-CN": "first：首次进入。best：走得最远且最早到达的一次。longest：走得最远的各次中最早的一次。",
        },
      ),
    ),
  exclusions: z
    .array(exclusionOption)
    .optional()
    .meta(
      text(
        { en: "Exclusion steps", "zh-CN": "排除步骤" },
        {
          en: "Events that end the way through the funnel: names, or objects with event, where, from and to (numbers of steps).",
          "zh-CN": "一旦出现即不再计入的事件：名称，或含 event、where、from、to（步骤序号）的对象。",
        },
      ),
    ),
  exclusion: z
    .enum(["drop", "stop"])
    .optional()
    .meta(
      text(
        { en: "Exclusion drops", "zh-CN": "排除方式" },
        {
          en: "drop: an entry that an exclusion step follows counts nowhere. stop: it counts up to the steps reached before.",
          "zh-CN": "drop：触发排除步骤的那次进入完全不计。stop：计至触发前已到达的步骤。",
        },
      ),
    ),
  strict: z
    .enum(["events", "steps", "repeats"])
    .optional()
    .meta(
      text(
        { en: "Strict against", "zh-CN": "严格顺序的判定" },
        {
          en: "What breaks a strict order. events: any other event. steps: a step that comes too early. repeats: a step done again.",
          "zh-CN": "严格顺序下何者算打断。events：任何其他事件。steps：提前出现的步骤。repeats：重复的步骤。",
        },
      ),
    ),
  graceSeconds: z
    .number()
    .min(0)
    .max(3600)
    .optional()
    .meta(
      text(
        { en: "Grace (seconds)", "zh-CN": "容差（秒）" },
        {
          en: "Two steps this near to each other count in either order.",
          "zh-CN": "两个步骤相隔不超过该秒数时，先后均可计入。",
        },
      ),
    ),
  simultaneous: z
    .enum(["ordered", "later"])
    .optional()
    .meta(
      text(
        { en: "Same time", "zh-CN": "同一时刻的事件" },
        {
          en: "ordered: steps at the same time count in their order. later: each step must be later than the one before.",
          "zh-CN": "ordered：同一时刻的步骤按顺序计入。later：后一步必须晚于前一步。",
        },
      ),
    ),
  dailyLine: z
    .enum(["split", "separate"])
    .optional()
    .meta(
      text(
        { en: "Daily line", "zh-CN": "每日趋势" },
        {
          en: "split: each user once, on the day of its entry. separate: a funnel of each day, so that a user can count on several days.",
          "zh-CN": "split：每名用户只在其进入当天计一次。separate：每天各算一个漏斗，同一用户可在多天计入。",
        },
      ),
    ),
  counts: z
    .enum(["users", "sessions", "events"])
    .default("users")
    .meta(
      text(
        { en: "Counts", "zh-CN": "统计对象" },
        { en: "What is counted: users, sessions, or every entry by itself.", "zh-CN": "统计用户、会话，还是每一次进入。" },
      ),
    ),
  sessionGapMinutes: z
    .number()
    .positive()
    .max(10_080)
    .default(30)
    .meta(
      text(
        { en: "Session gap (minutes)", "zh-CN": "会话间隔（分钟）" },
        {
          en: "Where there is no session column: a session ends when nothing happens for this long.",
          "zh-CN": "没有会话列时：超过该时长无事件即视为会话结束。",
        },
      ),
    ),
  holdConstant: columnsOption({
    title: { en: "Hold constant", "zh-CN": "属性关联一致" },
    description: { en: "Columns whose value must be the same in all steps.", "zh-CN": "各步骤取值必须相同的列。" },
  }),
  timeZone: z
    .string()
    .min(1)
    .default("UTC")
    .meta(
      text(
        { en: "Time zone", "zh-CN": "时区" },
        { en: "Where days begin and end, such as Asia/Shanghai.", "zh-CN": "按哪个时区划分日期，例如 Asia/Shanghai。" },
      ),
    ),
  breakdown: columnOption({
    title: { en: "Break down by", "zh-CN": "细分维度" },
    description: { en: "A column whose values are compared.", "zh-CN": "按该列的取值分组比较。" },
  }),
  breakdownAt: z
    .union([z.enum(["first", "last"]), z.int().min(1)])
    .default("first")
    .meta(
      text(
        { en: "Value taken at", "zh-CN": "取值时点" },
        {
          en: "first or last: the first or last step with a value; a number: that step.",
          "zh-CN": "first 或 last：取首个或末个有值的步骤；数字：取该步骤。",
        },
      ),
    ),
  groups: z
    .int()
    .min(1)
    .max(100)
    .default(10)
    .meta(
      text(
        { en: "Groups", "zh-CN": "分组数" },
        { en: "How many values of the breakdown are shown; the rest are one group.", "zh-CN": "细分时展示多少个取值，其余合并为一组。" },
      ),
    ),
  compare: z
    .array(z.string().min(1))
    .optional()
    .meta(
      text(
        { en: "Compare", "zh-CN": "对比" },
        {
          en: "Two values of the breakdown column to compare; left out, the two largest where there are two.",
          "zh-CN": "细分列中要对比的两个取值；不填且恰有两组时对比这两组。",
        },
      ),
    ),
  bins: z
    .int()
    .min(1)
    .max(90)
    .optional()
    .meta(
      text(
        { en: "Bins", "zh-CN": "直方图分组" },
        {
          en: "Bins of the histogram of conversion times; left out, the cube root of their number.",
          "zh-CN": "转化时长直方图的组数；不填则取人数的立方根。",
        },
      ),
    ),
  drivers: z
    .enum(["auto", "on", "off"])
    .default("auto")
    .meta(
      text(
        { en: "What goes with conversion", "zh-CN": "转化相关因素" },
        {
          en: "Compares what those who converted and the others did and had. auto: unless there are very many rows.",
          "zh-CN": "比较转化者与未转化者的行为和属性。auto：数据行极多时跳过。",
        },
      ),
    ),
  driverColumns: columnsOption({
    title: { en: "Properties to compare", "zh-CN": "参与比较的属性" },
    description: { en: "Columns whose values are compared besides the events.", "zh-CN": "除事件外还要比较取值的列。" },
  }),
});

/** The options with their defaults, and the day to count from when one was given. */
export type FunnelSettings = Settings<typeof funnelOptions>;
