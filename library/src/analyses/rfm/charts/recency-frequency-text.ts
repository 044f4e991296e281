import type { Format } from "../../../language/index.js";
import type { DensityBin } from "../values.js";
import { population, say } from "./chart-text.js";

const total = (bins: readonly DensityBin[]) => bins.reduce((sum, { customers }) => sum + customers, 0);

/** Customers with one order, and the days since by which half of them had ordered; nothing where bins do not keep them apart. */
interface OneTime {
  readonly share: number;
  readonly medianDays: number;
}

function oneTime(bins: readonly DensityBin[]): OneTime | undefined {
  const once = bins.filter(({ frequency: [from, to] }) => from <= 1 && to <= 2).sort((a, b) => a.recencyDays[0] - b.recencyDays[0]);
  const half = total(once) / 2;
  let before = 0;
  for (const {
    recencyDays: [from, to],
    customers,
  } of once) {
    if (before + customers >= half)
      return { share: total(once) / total(bins), medianDays: from + ((to - from) * (half - before)) / customers };
    before += customers;
  }
  return undefined;
}

const densest = (bins: readonly DensityBin[]): DensityBin | undefined =>
  bins.reduce<DensityBin | undefined>((best, bin) => (best && best.customers >= bin.customers ? best : bin), undefined);

/** Numbers of orders in a bin: `1`, `4–5`. */
export const orderRange = ({ frequency: [from, to] }: DensityBin, { count, interval }: Format): string => {
  const [first, last] = [Math.ceil(from), Math.ceil(to) - 1];
  return last <= first ? count(first) : interval([first, last]);
};

export const title = say<[]>({
  en: ({ values, percent, count }) => {
    const once = oneTime(values.density);
    if (total(values.density) === 0) return "There are no customers to draw";
    if (!once) return `All ${count(values.customers)} customers ordered more than once`;
    if (values.customers === 1) return "The only customer ordered once";
    const who = once.share === 1 ? `All ${count(values.customers)} customers` : `${percent(once.share)} of customers`;
    return `${who} ordered once, half of them more than about ${count(once.medianDays)} days ago`;
  },
  "zh-CN": ({ values, percent, count }) => {
    const once = oneTime(values.density);
    if (total(values.density) === 0) return "没有可以绘制的客户";
    if (!once) return `全部 ${count(values.customers)} 名客户都下过不止一单`;
    if (values.customers === 1) return "唯一的客户只下过一单";
    return `${once.share === 1 ? `全部 ${count(values.customers)} 名客户都` : `${percent(once.share)} 的客户`}只下过一单，其中一半距今已超过约 ${count(once.medianDays)} 天`;
  },
});

export const subtitle = say<[]>({
  en: (words) =>
    `Customers by days since their last order and number of orders (log scale), the stronger the colour the more; ${population.en(words)}`,
  "zh-CN": (words) => `按最近一次消费距今天数与订单数（对数刻度）统计客户数，颜色越醒目，人数越多；${population["zh-CN"](words)}`,
});

export const description = say<[]>({
  en: (words) => {
    const { values, count, percent } = words;
    const once = oneTime(values.density);
    const crowd = densest(values.density);
    return (
      `Density of ${count(values.customers)} customers by recency and frequency. ${percent(once?.share ?? 0)} ordered once. ` +
      (crowd
        ? `The fullest tile has ${count(crowd.customers)} customers, who last ordered ${count(crowd.recencyDays[0])} to ${count(crowd.recencyDays[1])} days ago and have ${orderRange(crowd, words)} orders.`
        : "")
    ).trim();
  },
  "zh-CN": (words) => {
    const { values, count, percent } = words;
    const once = oneTime(values.density);
    const crowd = densest(values.density);
    return (
      `${count(values.customers)} 名客户的最近一次消费与消费频率分布。${percent(once?.share ?? 0)} 只下过一单。` +
      (crowd
        ? `人数最多的一格有 ${count(crowd.customers)} 名：${count(crowd.recencyDays[0])}–${count(crowd.recencyDays[1])} 天前消费，订单数为 ${orderRange(crowd, words)}。`
        : "")
    );
  },
});

export const words = {
  en: { days: "Days since last order", orders: "↑ Orders per customer", customers: "Customers" },
  "zh-CN": { days: "最近一次消费距今天数", orders: "↑ 每位客户的订单数", customers: "客户数" },
};
