import type { Text } from "../../language/language.js";
import { describeSetAside } from "../set-aside.js";
import { texts } from "../texts.js";
import type { Breakdown, Drivers, FunnelValues } from "./values.js";
import { durationText, unitCount, windowText } from "./vocabulary.js";

const day = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

type Counted = Pick<FunnelValues, "counts">;
type Words = (count: (units: number) => string) => string;

/** A text with numbers of what is counted: `5 users`, `5 名用户`. */
const counted = (values: Counted, english: Words, chinese: Words): Text => ({
  en: english((units) => unitCount(values, units, "en")),
  "zh-CN": chinese((units) => unitCount(values, units, "zh-CN")),
});

/** Every warning of a funnel, the languages side by side. */
export const funnelWarnings = {
  nobodyEntered: (step: string): Text => ({
    en: `Nobody did the first step "${step}" under its conditions: there is no funnel to look at.`,
    "zh-CN": `没有任何人在给定条件下完成第一步“${step}”，无从分析漏斗。`,
  }),
  fewEntries: ({ entered }: FunnelValues): Text =>
    texts(
      (f) => `Too few to tell (n = ${f.count(entered)}): with fewer than 30 entries a single one moves every share.`,
      (f) => `样本太少，无法判断（n=${f.count(entered)}）：进入不足 30 次时，一次进入就会改变各项占比。`,
    ),
  nobodyConverted: (last: string): Text => ({
    en: `Nobody reached the last step "${last}": look at whether its name, its conditions and the window are as meant.`,
    "zh-CN": `没有任何人到达最后一步“${last}”：请核对其名称、条件和窗口期是否符合预期。`,
  }),
  allConverted: (last: string): Text => ({
    en: `Everybody who entered reached "${last}": data of customers alone, without those who left, look like this.`,
    "zh-CN": `所有进入者都到达了“${last}”：只含成交客户、不含离开者的数据常呈现这种情况。`,
  }),
  fewConversions: (converted: number): Text =>
    texts(
      (f) => `Only ${f.count(converted)} converted: shares of the last steps and times rest on few.`,
      (f) => `仅有 ${f.count(converted)} 次转化，最后几步的占比和时长依据很少。`,
    ),
  oneStep: (): Text => ({
    en: "There is one step only: it counts who did it, and nobody can be lost.",
    "zh-CN": "只有一个步骤：仅统计完成者，不存在流失。",
  }),
  openWindow: ({ openWindow, entered, closedConversion }: FunnelValues, days: number): Text =>
    texts(
      (f) =>
        `${f.count(openWindow)} of ${f.count(entered)} entered so late that their window was still open when the data ended (${days === 1 ? "one day of entries is" : `${f.count(days)} days of entries are`} incomplete): ` +
        (closedConversion
          ? `those with a closed window convert at ${f.percent(closedConversion.value)} (n = ${f.count(closedConversion.n)}).`
          : "no window has closed yet."),
      (f) =>
        `${f.count(entered)} 次进入中有 ${f.count(openWindow)} 次在数据结束时窗口期尚未结束（${f.count(days)} 个进入日不完整）；` +
        (closedConversion
          ? `窗口期已结束者的转化率为 ${f.percent(closedConversion.value)}（n=${f.count(closedConversion.n)}）。`
          : "尚无窗口期已结束的进入。"),
    ),
  longWindow: ({ window }: FunnelValues, seconds: number): Text => ({
    en: `The window (${windowText(window, "en")}) is longer than the data (${durationText(seconds, "en")}): no entry has its whole window.`,
    "zh-CN": `窗口期（${windowText(window, "zh-CN")}）长于数据跨度（${durationText(seconds, "zh-CN")}），没有一次进入拥有完整的窗口期。`,
  }),
  farDates: ({ events, from, before }: { events: number; from: number; before: number }): Text =>
    texts(
      (f) =>
        `${events === 1 ? "One event lies" : `${f.count(events)} events lie`} on or after ${f.date(day(from))}, long after all others (last ${f.date(day(before))}): wrong dates would hide open windows. Set asOf to leave them out.`,
      (f) =>
        `有 ${f.count(events)} 个事件发生在 ${f.date(day(from))} 及以后，远晚于其余事件（最晚 ${f.date(day(before))}）：日期有误会掩盖尚未结束的窗口期。可用 asOf 排除。`,
    ),
  skipped: (values: Counted, step: string, { stopped, skipped }: { stopped: number; skipped: number }): Text =>
    counted(
      values,
      (n) =>
        `Many skip "${step}": of the ${n(stopped)} who stop before it, ${n(skipped)} did the step after it. Make it optional, or look at how it is recorded.`,
      (n) => `许多人跳过了“${step}”：止步于此前的 ${n(stopped)}中，${n(skipped)}完成了其后一步。可将其设为可选，或检查埋点。`,
    ),
  reversed: (values: Counted, [before, step]: readonly [string, string], { both, reversed }: { both: number; reversed: number }): Text =>
    counted(
      values,
      (n) => `The data contradict the order: of the ${n(both)} who did both, ${n(reversed)} did "${step}" before "${before}".`,
      (n) => `数据与步骤顺序不符：两者都做过的 ${n(both)}中，${n(reversed)}先完成“${step}”，后完成“${before}”。`,
    ),
  sameTime: (values: Counted, step: string, { same, count }: { same: number; count: number }): Text =>
    counted(
      values,
      (n) =>
        `Of ${n(count)}, ${n(same)} have "${step}" at the very time of the step before: times are coarse or recorded together, so the order is an assumption.`,
      (n) => `${n(count)}中，${n(same)}的“${step}”与上一步时间完全相同：时间精度较粗或一并记录，先后属于假定。`,
    ),
  repeated: (repeated: number, used: number): Text =>
    texts(
      (f) =>
        `${f.count(repeated)} of ${f.count(used)} rows repeat user, event and time of another row; steps are not affected, counts of entries are.`,
      (f) => `${f.count(used)} 行中有 ${f.count(repeated)} 行与其他行的用户、事件和时间相同；不影响步骤，但影响按进入次数的统计。`,
    ),
  busy: ({ users, events }: { users: number; events: number }, used: number): Text =>
    texts(
      (f) =>
        `${users === 1 ? "One user has" : `${f.count(users)} users have`} ${f.percent(events / used)} of all events, more than 50 times as many as the median user: robots or tests may be among them.`,
      (f) => `${f.count(users)} 名用户占全部事件的 ${f.percent(events / used)}，人均超过中位数用户的 50 倍：其中可能有机器人或测试账号。`,
    ),
  skewed: (values: Counted, { converted, stopped }: Drivers): Text =>
    counted(
      values,
      (n) =>
        `${n(converted)} converted and ${n(stopped)} did not: with one side more than ten times the other, what goes with conversion rests on few.`,
      (n) => `转化 ${n(converted)}，未转化 ${n(stopped)}：两者相差十倍以上，转化相关因素依据很少。`,
    ),
  manyGroups: ({ column, distinct }: Breakdown, shown: number): Text =>
    texts(
      (f) => `"${column}" has ${f.count(distinct)} values: the ${f.count(shown)} largest are shown, the rest is one group.`,
      (f) => `“${column}”共有 ${f.count(distinct)} 个取值，仅展示最大的 ${f.count(shown)} 个，其余合并为一组。`,
    ),
  withoutAmount: (missing: number, converted: number): Text =>
    texts(
      (f) => `${f.count(missing)} of ${f.count(converted)} conversions have no amount and take no part in their mean value.`,
      (f) => `${f.count(converted)} 次转化中有 ${f.count(missing)} 次没有金额，未计入平均价值。`,
    ),
  excluded: (values: FunnelValues, rule: "drop" | "stop"): Text =>
    counted(
      values,
      (n) =>
        `${n(values.excluded)} did an exclusion step between two steps and ${rule === "drop" ? "count nowhere" : "count only up to it"}.`,
      (n) => `${n(values.excluded)}在步骤之间触发了排除步骤，${rule === "drop" ? "完全不计" : "只计至触发之前"}。`,
    ),
  rowsNotUsed: ({ rows, setAside }: FunnelValues): Text => {
    const kinds = describeSetAside(setAside);
    return texts(
      (f) => `${f.count(rows.read - rows.used)} of ${f.count(rows.read)} rows take no part: ${kinds.en}.`,
      (f) => `${f.count(rows.read)} 行中有 ${f.count(rows.read - rows.used)} 行未参与计算：${kinds["zh-CN"]}。`,
    );
  },
} as const;
