import { defineError } from "../../data-error.js";
import { format } from "../../language/format.js";
import type { Text } from "../../language/language.js";

const cannot = (found: Text): Text => ({ en: `Cannot run Funnel: ${found.en}`, "zh-CN": `无法运行“漏斗分析”：${found["zh-CN"]}` });

/** No steps were named; `events` are the most frequent ones of the data. */
export const stepsMissing = defineError("steps-missing", (data: { events: readonly string[] }) =>
  cannot({
    en: `no steps are named, a list of events in their order is needed. Try { steps: [${examples(data.events)}] }, out of the most frequent events: ${format("en").list(data.events)}.`,
    "zh-CN": `未指定步骤，需要按顺序列出事件。请填写例如 { steps: [${examples(data.events)}] }，最常见的事件有：${format("zh-CN").list(data.events)}。`,
  }),
);

const examples = (events: readonly string[]): string =>
  events
    .slice(0, 3)
    .map((event) => JSON.stringify(event))
    .join(", ");

/** A step names an event that the data does not have. */
export const eventUnknown = defineError("event-unknown", (data: { event: string; nearest: string; events: readonly string[] }) =>
  cannot({
    en: `no row has the event "${data.event}" (the most frequent are ${format("en").list(data.events)}), an event of the data is needed. Try "${data.nearest}".`,
    "zh-CN": `没有任何一行的事件是“${data.event}”（最常见的有 ${format("zh-CN").list(data.events)}），需要数据中存在的事件。请改用“${data.nearest}”。`,
  }),
);

/** An exclusion that does not lie between two steps. */
export const exclusionOutside = defineError("exclusion-outside", (data: { from: number; to: number; steps: number }) =>
  cannot({
    en: `an exclusion lies from step ${data.from} to step ${data.to}, steps with from < to between 1 and ${data.steps} are needed. Try { from: 1, to: ${Math.max(2, data.steps)} }.`,
    "zh-CN": `某个排除步骤的范围是第 ${data.from} 步到第 ${data.to} 步，需要满足 from < to 且位于第 1 步到第 ${data.steps} 步之间。请改为 { from: 1, to: ${Math.max(2, data.steps)} }。`,
  }),
);

/** An option that has no meaning beside another one. */
export const notTogether = defineError("not-together", (data: { option: string; other: string; needed: Text }) =>
  cannot({
    en: `option "${data.option}" is given together with ${data.other}, ${data.needed.en} is needed. Try leaving "${data.option}" out.`,
    "zh-CN": `选项“${data.option}”与 ${data.other} 同时给出，需要${data.needed["zh-CN"]}。请去掉选项“${data.option}”。`,
  }),
);

/** The first step, or every step, is optional. */
export const firstStepOptional = defineError("first-step-optional", (data: { name: string }) =>
  cannot({
    en: `the first step "${data.name}" is optional, a first step that everyone does is needed. Try beginning with a required step.`,
    "zh-CN": `第一步“${data.name}”被设为可选，需要一个必经的第一步。请以必经步骤开头。`,
  }),
);

export const timeZoneUnknown = defineError("time-zone-unknown", (data: { timeZone: string }) =>
  cannot({
    en: `the time zone "${data.timeZone}" is unknown, a name of the IANA list is needed. Try "Asia/Shanghai".`,
    "zh-CN": `未知的时区“${data.timeZone}”，需要 IANA 时区名称。请改用“Asia/Shanghai”。`,
  }),
);

/** A value to compare that no unit of the breakdown has. */
export const groupUnknown = defineError(
  "group-unknown",
  (data: { column: string; group: string; nearest: string; groups: readonly string[] }) =>
    cannot({
      en: `no unit in the funnel has "${data.group}" in column "${data.column}" (the largest groups are ${format("en").list(data.groups)}), two of its values are needed. Try "${data.nearest}".`,
      "zh-CN": `漏斗中没有任何对象在列“${data.column}”取值为“${data.group}”（最大的分组有 ${format("zh-CN").list(data.groups)}），需要该列的两个取值。请改用“${data.nearest}”。`,
    }),
);

/** Something else than two groups to compare. */
export const compareTwo = defineError("compare-two", (data: { found: number }) =>
  cannot({
    en: `${data.found} groups are to be compared, two values of a breakdown column are needed. Try { breakdown: "…", compare: ["…", "…"] }.`,
    "zh-CN": `要对比的分组有 ${data.found} 个，需要细分列的两个取值。请填写 { breakdown: "…", compare: ["…", "…"] }。`,
  }),
);
