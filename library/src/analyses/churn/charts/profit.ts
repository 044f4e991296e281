import { sizes, type Layers } from "../../../charts/index.js";
import { amountInterval, plainPercent } from "../figure-text.js";
import type { ModelValues, ProfitValues } from "../values.js";
import { amountsUp, axisRoom, sharesAcross } from "./axes.js";
import { population, saidOnly, type Drawing, type Drawn, type Sentence } from "./drawing.js";

const unknown: Sentence = {
  en: ({ words }) => `What a contact brings is not known: say what a ${words.gained} is worth and what a contact costs`,
  "zh-CN": ({ words }) => `无法估算触达收益：请给出${words.gained}的价值与每次触达的成本`,
};

const title: Sentence<[profit: ProfitValues, isBetter: boolean]> = {
  en: (drawing, { best, everyone }, isBetter) => {
    const { compact } = drawing;
    if (!isBetter) return `The order says nothing: contacting everybody would bring ${compact(everyone)}, contacting nobody 0`;
    if (best.share === 0) return "No contact pays at this value, cost and success";
    if (best.share === 1) return `Contacting everybody brings most: ${compact(best.profit)}`;
    return `Contacting ${plainPercent(best.share, drawing)} brings most: ${compact(best.profit)}, against ${compact(everyone)} for contacting everybody`;
  },
  "zh-CN": (drawing, { best, everyone }, isBetter) => {
    const { compact } = drawing;
    if (!isBetter) return `排序没有信息：全部触达的净收益为 ${compact(everyone)}，不触达为 0`;
    if (best.share === 0) return "按此价值、成本与成功率，任何触达都不划算";
    if (best.share === 1) return `触达全部人数收益最高：${compact(best.profit)}`;
    return `触达 ${plainPercent(best.share, drawing)} 时收益最高：${compact(best.profit)}；全部触达为 ${compact(everyone)}`;
  },
};

const subtitle: Sentence<[profit: ProfitValues]> = {
  en: (drawing, { saveValue, contactCost, contactSuccess }) =>
    `Expected profit by share contacted, at ${drawing.number(contactCost)} per contact, ${plainPercent(contactSuccess, drawing)} success and ` +
    `${drawing.number(saveValue)} per ${drawing.words.gained}; line at the best share: ${drawing.confidence} interval; ${population.en(drawing)}`,
  "zh-CN": (drawing, { saveValue, contactCost, contactSuccess }) =>
    `按触达比例的预期净收益：每次触达成本 ${drawing.number(contactCost)}，成功率 ${plainPercent(contactSuccess, drawing)}，` +
    `${drawing.words.gained}价值 ${drawing.number(saveValue)}；最佳比例处的细线为 ${drawing.confidence} 置信区间；${population["zh-CN"](drawing)}`,
};

const description: Sentence<[profit: ProfitValues]> = {
  en: ({ percent, compact, confidence }, { best, everyone }) =>
    `Expected profit by share contacted: highest at ${percent(best.share)} with ${compact(best.profit)} (${confidence} CI ${amountInterval(best.interval, { compact }, " to ")}); ` +
    `contacting everybody brings ${compact(everyone)}.`,
  "zh-CN": ({ percent, compact, confidence }, { best, everyone }) =>
    `按触达比例的预期净收益：触达 ${percent(best.share)} 时最高，为 ${compact(best.profit)}（${confidence} 置信区间 ${amountInterval(best.interval, { compact }, " 至 ")}）；` +
    `全部触达为 ${compact(everyone)}。`,
};

const names = {
  en: { share: "Contacted", profit: "↑ Expected profit" },
  "zh-CN": { share: "触达比例", profit: "↑ 预期净收益" },
};

function layers({ language, percent, compact }: Drawing, { curve, best }: ProfitValues): Layers {
  const words = names[language];
  const points = curve.map(({ share, profit }) => ({ share, profit, shareText: percent(share), profitText: compact(profit) }));
  const all = [0, ...best.interval, ...points.map(({ profit }) => profit)];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = (most - least || 1) * 0.12;
  const x = sharesAcross("share", { title: words.share, language });
  const y = (field: string) => amountsUp(field, { title: words.profit, language, domain: [least - room / 3, most + room] });
  const isRight = best.share > 0.5;
  const top = [
    {
      share: best.share,
      profit: best.profit,
      low: best.interval[0],
      high: best.interval[1],
      text: `${plainPercent(best.share, { percent })}${language === "en" ? ": " : "："}${compact(best.profit)}`,
    },
  ];
  return [
    { data: { values: [{ profit: 0 }] }, mark: { type: "rule" as const, style: "baseline" }, encoding: { y: y("profit") } },
    {
      data: { values: points },
      mark: { type: "line" as const, style: "base", strokeWidth: 2.5, point: { opacity: 0, size: 90 } },
      encoding: {
        x,
        y: y("profit"),
        tooltip: [
          { field: "shareText", type: "nominal" as const, title: words.share },
          { field: "profitText", type: "nominal" as const, title: words.profit.slice(2) },
        ],
      },
    },
    {
      data: { values: top },
      layer: [
        { mark: { type: "rule" as const, style: "interval" }, encoding: { x, y: y("low"), y2: { field: "high" } } },
        { mark: { type: "point" as const, style: "accent", filled: true, size: 90, opacity: 1 }, encoding: { x, y: y("profit") } },
        {
          mark: {
            type: "text" as const,
            style: "strong",
            align: isRight ? ("right" as const) : ("left" as const),
            baseline: "bottom" as const,
            dx: isRight ? -6 : 6,
            dy: -4,
          },
          encoding: { x, y: y("high"), text: { field: "text", type: "nominal" as const } },
        },
      ],
    },
  ];
}

/** What would contacting the likeliest share bring, and which share brings most? */
export function profit(drawing: Drawing, { profit: found, evaluation }: ModelValues): Drawn {
  if (!found) return saidOnly(drawing, unknown);
  return {
    title: title[drawing.language](drawing, found, evaluation.beatsBaseRate),
    subtitle: subtitle[drawing.language](drawing, found),
    description: description[drawing.language](drawing, found),
    height: sizes.density,
    left: axisRoom,
    below: sizes.belowAxis,
    layers: layers(drawing, found),
  };
}
