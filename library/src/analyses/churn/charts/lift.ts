import { sizes, titleAtEnd, type Layers } from "../../../charts/index.js";
import type { ModelValues } from "../values.js";
import { population, type Drawing, type Drawn, type Sentence } from "./drawing.js";

const title: Sentence<[lift: number, isBetter: boolean]> = {
  en: ({ words, number }, lift, isBetter) =>
    isBetter
      ? `In the tenth ${words.first} the ${words.rate} is ${number(lift)} times the average`
      : `The ${words.rate} is about the same in every tenth: the order says nothing`,
  "zh-CN": ({ words, number }, lift, isBetter) =>
    isBetter
      ? `${words.first}的十分之一${words.people}，${words.rate}是平均水平的 ${number(lift)} 倍`
      : `各十分位的${words.rate}相差无几：排序没有信息`,
};

const subtitle: Sentence = {
  en: (drawing) =>
    `${drawing.words.rate.charAt(0).toUpperCase()}${drawing.words.rate.slice(1)} of each tenth over the average of ` +
    `${drawing.percent(drawing.values.baseRate.value)} (lift); dashed: the average; lines: ${drawing.confidence} intervals; ${population.en(drawing)}`,
  "zh-CN": (drawing) =>
    `各十分位的${drawing.words.rate}与平均值 ${drawing.percent(drawing.values.baseRate.value)} 之比（提升度）；虚线为平均值，细线为 ${drawing.confidence} 置信区间；${population["zh-CN"](drawing)}`,
};

const description: Sentence<[lifts: readonly number[]]> = {
  en: ({ words, number, list }, lifts) =>
    `Lift of the ${words.rate} by tenth of ${words.people}, the likeliest first: ${list(lifts.map(number))}.`,
  "zh-CN": ({ words, number, list }, lifts) => `各十分位${words.people}的${words.rate}提升度，从高到低：${list(lifts.map(number))}。`,
};

const names = {
  en: { decile: "Tenth, the likeliest first", lift: "Lift", rate: "Rate", interval: "Interval", customers: "n" },
  "zh-CN": { decile: "十分位（概率从高到低）", lift: "提升度", rate: "比例", interval: "置信区间", customers: "n" },
};

const plotHeight = 220;
/** Room for a label and its distance from the line below it. */
const labelHeight = 18;

function layers(drawing: Drawing, { evaluation }: ModelValues): Layers {
  const { language, percent, percentInterval, count } = drawing;
  const words = names[language];
  const base = evaluation.events / evaluation.customers;
  const bars = evaluation.deciles.map(({ id, lift, rate, customers }, index) => ({
    ...{ id, lift, low: rate.interval[0] / base, high: rate.interval[1] / base, isFirst: index === 0 && evaluation.beatsBaseRate },
    ...{
      text: lift.toFixed(lift < 10 ? 1 : 0),
      rate: percent(rate.value),
      interval: percentInterval(rate.interval),
      n: count(customers),
    },
  }));
  const most = Math.max(1.2, ...bars.map(({ high, lift }) => Math.max(high, lift))) * 1.12;
  const clearance = (most / plotHeight) * labelHeight;
  const labelled = bars.map((bar) => ({ ...bar, labelAt: bar.high < 1 && bar.high + clearance > 1 ? 1 : bar.high }));
  const x = {
    field: "id",
    type: "ordinal" as const,
    scale: { domain: bars.map(({ id }) => id), paddingInner: 0.3, paddingOuter: 0.15 },
    axis: { ...titleAtEnd(words.decile), labelAngle: 0 },
  };
  const y = (field: string) => ({ field, type: "quantitative" as const, scale: { domain: [0, most], nice: false }, axis: null });
  const tooltip = [
    { field: "id", type: "nominal" as const, title: words.decile },
    { field: "text", type: "nominal" as const, title: words.lift },
    { field: "rate", type: "nominal" as const, title: words.rate },
    { field: "interval", type: "nominal" as const, title: words.interval },
    { field: "n", type: "nominal" as const, title: words.customers },
  ];
  return [
    {
      data: { values: labelled },
      layer: [
        ...[true, false].map((isFirst) => ({
          transform: [{ filter: `datum.isFirst === ${isFirst}` }],
          mark: { type: "bar" as const, style: isFirst ? "accent" : "base" },
          encoding: { x, y: y("lift"), tooltip },
        })),
        { mark: { type: "rule" as const, style: "interval" }, encoding: { x, y: y("low"), y2: { field: "high" } } },
        {
          mark: { type: "text" as const, style: "strong", baseline: "bottom" as const, dy: -5 },
          encoding: { x, y: y("labelAt"), text: { field: "text", type: "nominal" as const } },
        },
      ],
    },
    {
      data: { values: [{ one: 1 }] },
      mark: { type: "rule" as const, style: "baseline", strokeDash: [4, 4] },
      encoding: { y: y("one") },
    },
  ];
}

/** How much more often than on average does the event happen in each tenth of the customers, the likeliest first? */
export function lift(drawing: Drawing, model: ModelValues): Drawn {
  const { deciles, beatsBaseRate } = model.evaluation;
  return {
    title: title[drawing.language](drawing, deciles[0]?.lift ?? 1, beatsBaseRate),
    subtitle: subtitle[drawing.language](drawing),
    description: description[drawing.language](
      drawing,
      deciles.map((decile) => decile.lift),
    ),
    height: plotHeight,
    left: 0,
    below: sizes.belowAxis,
    layers: layers(drawing, model),
  };
}
