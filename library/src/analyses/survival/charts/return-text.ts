import { definitionText } from "../../customer-history/definition-text.js";
import type { ChurnDefinition } from "../../customer-history/values.js";
import { say } from "./chart-text.js";

export const title = say<[definition: ChurnDefinition]>({
  en: ({ percent, count }, { days, returns, horizonDays }) =>
    returns === undefined
      ? `No silence of ${count(days)} days was watched long enough to see who returns`
      : returns.returned === 0
        ? `After ${count(days)} days of silence, nobody returned within ${count(horizonDays)} days`
        : `After ${count(days)} days of silence, ${percent(returns.share)} still return within ${count(horizonDays)} days`,
  "zh-CN": ({ percent, count }, { days, returns, horizonDays }) =>
    returns === undefined
      ? `没有哪段 ${count(days)} 天的沉默期观察得够久，无法得知有多少客户回来`
      : returns.returned === 0
        ? `沉默 ${count(days)} 天后，没有客户在 ${count(horizonDays)} 天内回来`
        : `沉默 ${count(days)} 天后，仍有 ${percent(returns.share)} 在 ${count(horizonDays)} 天内回来`,
});

export const subtitle = say<[definition: ChurnDefinition]>({
  en: ({ values, count, period }, { horizonDays }) =>
    `Share of silences that end with a return within ${count(horizonDays)} days, by days silent, with 95 % CI; ` +
    `n = ${count(values.history?.gaps.customers)} customers, ${count(values.history?.gaps.gaps)} returns${values.period ? `, ${period(values.period.from, values.period.to)}` : ""}`,
  "zh-CN": ({ values, count, period }, { horizonDays }) =>
    `按沉默天数统计在随后 ${count(horizonDays)} 天内回来的比例及 95% 置信区间；` +
    `n=${count(values.history?.gaps.customers)} 名客户，共 ${count(values.history?.gaps.gaps)} 次回访${values.period ? `，${period(values.period.from, values.period.to)}` : ""}`,
});

export const description = say<[definition: ChurnDefinition]>({
  en: (_, definition) => definitionText(definition).en,
  "zh-CN": (_, definition) => definitionText(definition)["zh-CN"],
});

export const noLog = say<[]>({
  en: ({ values }) =>
    values.history
      ? "The log is too short to see who returns after a silence"
      : "Returns after a silence can only be drawn from a log of orders or events",
  "zh-CN": ({ values }) => (values.history ? "流水太短，看不出沉默之后有多少客户回来" : "只有订单或事件流水才能绘制沉默之后的回访"),
});

export const method = {
  en: "silences that were watched for the whole time after; Wilson intervals",
  "zh-CN": "只计观察期足够长的沉默期；Wilson 区间",
};

export const words = {
  en: {
    days: "Days silent",
    share: "↑ Share that return",
    returned: "Return",
    interval: "95 % CI",
    count: "returned / silences",
    limit: (share: string) => `limit ${share}`,
    definition: (days: string) => `lost after ${days} days`,
  },
  "zh-CN": {
    days: "沉默天数",
    share: "↑ 回来的比例",
    returned: "回来",
    interval: "95% 置信区间",
    count: "回来 / 沉默段数",
    limit: (share: string) => `上限 ${share}`,
    definition: (days: string) => `${days} 天计为流失`,
  },
};
