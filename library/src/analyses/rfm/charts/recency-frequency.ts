import { frame, rampScale, sizes, type DrawChart, type Layers } from "../../../charts/index.js";
import { format, type Language } from "../../../language/index.js";
import type { DensityBin, RfmValues } from "../values.js";
import { caption, population, say } from "./chart-text.js";

const left = 44;

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

const title = say<[]>({
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

const subtitle = say<[]>({
  en: (words) =>
    `Customers by days since their last order and number of orders (log scale), the stronger the colour the more; ${population.en(words)}`,
  "zh-CN": (words) => `按最近一次消费距今天数与订单数（对数刻度）统计客户数，颜色越醒目，人数越多；${population["zh-CN"](words)}`,
});

const description = say<[]>({
  en: ({ values, count, percent }) => {
    const once = oneTime(values.density);
    const crowd = densest(values.density);
    return (
      `Density of ${count(values.customers)} customers by recency and frequency. ${percent(once?.share ?? 0)} ordered once. ` +
      (crowd
        ? `Most customers, ${count(crowd.customers)}, last ordered ${count(crowd.recencyDays[0])} to ${count(crowd.recencyDays[1])} days ago with ${count(crowd.frequency[0])} or more orders.`
        : "")
    ).trim();
  },
  "zh-CN": ({ values, count, percent }) => {
    const once = oneTime(values.density);
    const crowd = densest(values.density);
    return (
      `${count(values.customers)} 名客户的最近一次消费与消费频率分布。${percent(once?.share ?? 0)} 只下过一单。` +
      (crowd
        ? `人数最多的一格有 ${count(crowd.customers)} 名：${count(crowd.recencyDays[0])}–${count(crowd.recencyDays[1])} 天前消费，订单数不少于 ${count(crowd.frequency[0])}。`
        : "")
    );
  },
});

const densest = (bins: readonly DensityBin[]): DensityBin | undefined =>
  bins.reduce<DensityBin | undefined>((best, bin) => (best && best.customers >= bin.customers ? best : bin), undefined);

const words = {
  en: { days: "Days since last order", orders: "↑ Orders per customer", customers: "Customers" },
  "zh-CN": { days: "最近一次消费距今天数", orders: "↑ 每位客户的订单数", customers: "客户数" },
};

/** Ticks at 1, 2, 5, 10, 20, 50 … as far as the data goes. */
function ticks(most: number): number[] {
  const all = [1, 2, 5].flatMap((first) => Array.from({ length: 9 }, (_, power) => first * 10 ** power));
  return all.filter((tick) => tick < most).sort((a, b) => a - b);
}

function layers({ density }: RfmValues, width: number, language: Language): Layers {
  const { count, interval } = format(language);
  const names = words[language];
  const orders = ([from, to]: DensityBin["frequency"]) =>
    Math.ceil(to) - 1 <= Math.ceil(from) ? count(Math.ceil(from)) : interval([Math.ceil(from), Math.ceil(to) - 1]);
  const bins = density
    .filter(({ customers }) => customers > 0)
    .map(({ recencyDays, frequency, customers }) => ({
      days: recencyDays[0],
      daysEnd: recencyDays[1],
      orders: Math.max(frequency[0], 0.5),
      ordersEnd: frequency[1],
      customers,
      daysText: interval(recencyDays),
      ordersText: orders(frequency),
      customersText: count(customers),
    }));
  const lastDay = Math.max(1, ...bins.map(({ daysEnd }) => daysEnd));
  const first = Math.min(1, ...bins.map((bin) => bin.orders));
  const most = Math.max(2, ...bins.map(({ ordersEnd }) => ordersEnd));
  return [
    {
      data: { values: bins },
      mark: { type: "rect" as const, style: "bin" },
      encoding: {
        x: {
          field: "days",
          type: "quantitative" as const,
          scale: { domain: [0, lastDay], nice: false },
          axis: { title: names.days, titleAnchor: "end" as const, titlePadding: 8, domain: true, tickCount: 8 },
        },
        x2: { field: "daysEnd" },
        y: {
          field: "orders",
          type: "quantitative" as const,
          scale: { type: "log" as const, domain: [first, most], nice: false },
          axis: {
            title: names.orders,
            values: ticks(most),
            grid: true,
            titleAngle: 0,
            titleAlign: "left" as const,
            titleAnchor: "start" as const,
            titleX: -left,
            titleY: -8,
            titleBaseline: "bottom" as const,
            format: ",d",
          },
        },
        y2: { field: "ordersEnd" },
        color: {
          field: "customers",
          type: "quantitative" as const,
          scale: rampScale(bins.map(({ customers }) => customers)),
          legend: {
            title: names.customers,
            orient: "none" as const,
            direction: "horizontal" as const,
            titleOrient: "left" as const,
            legendX: width - 200,
            legendY: -34,
            gradientLength: 120,
            gradientThickness: 8,
            tickCount: 3,
            format: ",d",
          },
        },
        tooltip: [
          { field: "daysText", type: "nominal" as const, title: names.days },
          { field: "ordersText", type: "nominal" as const, title: names.orders.slice(2) },
          { field: "customersText", type: "nominal" as const, title: names.customers },
        ],
      },
    },
  ];
}

/** Where do customers stand between "long ago, once" and "just now, often"? Each tile is a range of days by a range of orders. */
export const recencyFrequency: DrawChart<RfmValues> = (values, context) => {
  const width = (context.width ?? sizes.width) - left;
  const text = description(values, context);
  const spec = frame({
    title: title(values, context),
    subtitle: subtitle(values, context),
    caption: caption(values, context, context.source),
    description: text,
    width,
    height: sizes.density,
    left,
    below: 52,
    layers: layers(values, width, context.language),
  });
  return { spec, description: text };
};
