import { population, say } from "./chart-text.js";
import { format, type Language } from "../../../language/index.js";
import type { OutlyingGroup } from "../outlying-group.js";
import type { Breakdown, FunnelGroup } from "../values.js";
import { unitCount, unitTitle } from "../vocabulary.js";

/** What a group is called: its value, or that it stands for the rest. */
export function groupName({ name, kind }: FunnelGroup, { groups, distinct }: Breakdown, language: Language): string {
  const { count } = format(language);
  const rest = Math.max(0, distinct - groups.filter((group) => group.kind === "value").length);
  if (kind === "missing") return language === "zh-CN" ? "（无值）" : "(no value)";
  if (kind === "other") return language === "zh-CN" ? `其他 ${count(rest)} 项` : `${count(rest)} others`;
  return name === "" ? (language === "zh-CN" ? "（空）" : "(empty)") : name;
}

export const title = say<[breakdown: Breakdown, outlying: OutlyingGroup | undefined]>({
  en: ({ values, percent, percentInterval }, breakdown, outlying) => {
    if (outlying)
      return (
        `Before "${values.leak?.name}", ${percent(outlying.lost.value)} stop in "${groupName(outlying.group, breakdown, "en")}" ` +
        `(95 % CI ${percentInterval(outlying.lost.interval)}), ${percent(outlying.lostElsewhere.value)} elsewhere`
      );
    const [only] = breakdown.groups;
    if (breakdown.groups.length === 1 && only) return `There is one group only: "${groupName(only, breakdown, "en")}"`;
    return `No group by "${breakdown.column}" stands clearly apart from all others at the biggest leak`;
  },
  "zh-CN": ({ values, percent, percentInterval }, breakdown, outlying) => {
    if (outlying)
      return (
        `“${groupName(outlying.group, breakdown, "zh-CN")}”在“${values.leak?.name}”之前流失 ${percent(outlying.lost.value)}` +
        `（95% 置信区间 ${percentInterval(outlying.lost.interval)}），其余为 ${percent(outlying.lostElsewhere.value)}`
      );
    const [only] = breakdown.groups;
    if (breakdown.groups.length === 1 && only) return `只有一个分组：“${groupName(only, breakdown, "zh-CN")}”`;
    return `按“${breakdown.column}”细分，没有哪一组在最大流失环节上明显不同于其余各组`;
  },
});

export const nothing = say<[]>({
  en: ({ values }) =>
    values.breakdown
      ? "There are no groups to draw: nobody entered the funnel"
      : "There are no groups to draw: no column was named for a breakdown",
  "zh-CN": ({ values }) => (values.breakdown ? "没有分组可画：无人进入漏斗" : "没有分组可画：未指定用于细分的列"),
});

const attributions = {
  first: { en: "first value", "zh-CN": "首个取值" },
  last: { en: "last value", "zh-CN": "末个取值" },
  step: { en: "value at step", "zh-CN": "步骤取值" },
} as const;

export const subtitle = say<[breakdown: Breakdown]>({
  en: (words, { column, attribution, step }) =>
    `Conversion by "${column}" (${attributions[attribution].en}${step ? ` ${step}` : ""}) with 95 % intervals; dashed: all ${unitTitle(words.values, "en").toLowerCase()}; ` +
    `pale: n < 30; ${population.en(words)}`,
  "zh-CN": (words, { column, attribution, step }) =>
    `按“${column}”（${attribution === "step" && step ? `第 ${step} 步取值` : attributions[attribution]["zh-CN"]}）细分的转化率与 95% 置信区间；虚线为全体；浅色表示 n<30；${population["zh-CN"](words)}`,
});

export const description = say<[breakdown: Breakdown]>({
  en: ({ values, percent }, breakdown) =>
    `Conversion by "${breakdown.column}": ${breakdown.groups.map((group) => `${groupName(group, breakdown, "en")} ${percent(group.rate?.value)} of ${unitCount(values, group.entered, "en")}`).join("; ")}.`,
  "zh-CN": ({ values, percent }, breakdown) =>
    `按“${breakdown.column}”细分的转化率：${breakdown.groups.map((group) => `${groupName(group, breakdown, "zh-CN")} ${percent(group.rate?.value)}（${unitCount(values, group.entered, "zh-CN")}）`).join("；")}。`,
});

export const panels = {
  en: { whole: "Whole funnel", step: (name: string) => `On to "${name}"` },
  "zh-CN": { whole: "整个漏斗", step: (name: string) => `到达“${name}”` },
};
