import type { Text } from "../../language/language.js";
import { definitionText } from "../customer-history/definition-text.js";
import { texts } from "../texts.js";
import type { SurvivalSettings } from "./survival-options.js";
import type { SurvivalMode, SurvivalValues } from "./values.js";

const timing: Readonly<Record<SurvivalMode, (values: SurvivalValues) => Text>> = {
  durations: () => ({
    en: "Each row is one customer; the duration ends with the event, or with the end of watching where it has not happened.",
    "zh-CN": "每行为一名客户；时长以事件发生为止，尚未发生的以观察结束为止。",
  }),
  dates: ({ asOf }) =>
    texts(
      (f) => `Durations are whole days from start to end; customers without an end, or with one from ${f.date(asOf)} on, are still there.`,
      (f) => `时长为开始到结束的整天数；没有结束日期，或结束日期不早于 ${f.date(asOf)} 的客户视为仍在。`,
    ),
  lifetime: ({ history }) =>
    texts(
      (f) =>
        `A customer's time runs from the first active day until the day on which a silence reaches ${f.count(history?.definition.days)} days for the first time; ` +
        `customers active again after that count as lost all the same (${f.count(history?.returnedLater)}).`,
      (f) =>
        `客户的时长从首个活跃日算起，到沉默首次满 ${f.count(history?.definition.days)} 天为止；此后又活跃的客户仍计为流失（${f.count(history?.returnedLater)} 名）。`,
    ),
  "first-to-second": () => ({
    en: "Time runs from the first active day to the second; several orders on one day are one active day.",
    "zh-CN": "时长从首个活跃日算起，到第二个活跃日为止；同一天的多笔订单算一个活跃日。",
  }),
};

const curve = ({ band }: SurvivalSettings): Text => ({
  en: `Curves are Kaplan–Meier with Greenwood's variance; the 95 % bands are pointwise on the ${band} scale. Medians have the interval where the band crosses one half; means are of the time that was watched.`,
  "zh-CN": `曲线用 Kaplan–Meier 法估计，方差用 Greenwood 公式；95% 置信带逐点计算，取 ${band} 尺度。中位数的区间为置信带穿过一半之处；平均值只取观察到的时段。`,
});

const censoring: Text = {
  en: "Customers who are still watched are taken to have the same risk as those watched for longer; where people leave the data for a reason that goes with the event, the curve is wrong.",
  "zh-CN": "仍在观察中的客户，其风险被视为与观察更久的客户相同；若客户退出数据的原因与事件有关，曲线就会有偏差。",
};

const comparing: Text = {
  en: "Groups are compared by the log-rank test; pairs are corrected by Holm. The test sees least where curves cross.",
  "zh-CN": "组间用对数秩检验比较，两两对比用 Holm 法校正。曲线相交时，该检验最不敏感。",
};

const cox = ({ ties }: SurvivalSettings): Text => ({
  en: `Hazard ratios are from a Cox model with ${ties === "efron" ? "Efron's" : "Breslow's"} ties and Wald intervals; numbers are told per step of about one standard deviation. Proportional hazards are checked by Grambsch and Therneau's score test on Kaplan–Meier time.`,
  "zh-CN": `风险比来自 Cox 模型，同时事件用 ${ties === "efron" ? "Efron" : "Breslow"} 法，区间为 Wald 区间；数值列按约一个标准差的变化量报告。比例风险假设用 Grambsch–Therneau 得分检验，时间取 Kaplan–Meier 尺度。`,
});

const weibull: Text = {
  en: "Time ratios are from a Weibull model of accelerated failure time, fitted by maximum likelihood with Wald intervals; customers with a duration of zero take no part in it.",
  "zh-CN": "时长倍数来自 Weibull 加速失效时间模型，用极大似然法估计，区间为 Wald 区间；时长为零的客户不参与该模型。",
};

/** What was assumed on the way to the numbers. */
export function assumptions(values: SurvivalValues, options: SurvivalSettings): Text[] {
  const { mode, history, groups, regression } = values;
  return [
    timing[mode](values),
    ...(mode === "lifetime" && history ? [definitionText(history.definition)] : []),
    censoring,
    curve(options),
    ...(groups.length > 1 ? [comparing] : []),
    ...(regression ? [regression.model === "cox" ? cox(options) : weibull] : []),
  ];
}
