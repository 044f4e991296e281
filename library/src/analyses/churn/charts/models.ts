import { worthwhileGain } from "../reading.js";
import type { ComparisonValues, Measure, ModelValues } from "../values.js";
import { population, type Drawing, type Drawn, type Sentence } from "./drawing.js";
import { forest, forestBelow } from "./forest.js";
import type { ForestRow, ForestScale } from "./forest-layout.js";

const isChance = ({ interval }: Measure): boolean => interval[0] <= 0.5;

const title: Sentence<[comparison: ComparisonValues | undefined, auc: Measure]> = {
  en: ({ number }, comparison, auc) => {
    if (isChance(auc) && (!comparison || isChance(comparison.auc))) return "No model does better than chance on these columns";
    if (!comparison) return `The model ranks a pair the right way round in ${number(auc.value * 100)} of 100 cases`;
    const { difference, verdict } = comparison;
    const size = number(Number(Math.abs(difference.value).toFixed(3)));
    if (verdict === "trees-better" && difference.value < worthwhileGain)
      return `Trees see hardly more than the simple model: an AUC higher by ${size}`;
    if (verdict === "trees-better") return `Trees see more: an AUC higher by ${size}; look for columns that matter only together`;
    if (verdict === "trees-worse") return `The simple model does better than trees, by ${size} in AUC`;
    return "Trees see no more than the simple model, so the simple one will do";
  },
  "zh-CN": ({ number }, comparison, auc) => {
    if (isChance(auc) && (!comparison || isChance(comparison.auc))) return "在这些列上，没有模型优于随机";
    if (!comparison) return `每 100 对中，模型有 ${number(auc.value * 100)} 对排序正确`;
    const { difference, verdict } = comparison;
    const size = number(Number(Math.abs(difference.value).toFixed(3)));
    if (verdict === "trees-better" && difference.value < worthwhileGain) return `树模型只比简单模型略好：AUC 高出 ${size}`;
    if (verdict === "trees-better") return `树模型看到了更多：AUC 高出 ${size}，请留意组合后才起作用的列`;
    if (verdict === "trees-worse") return `简单模型优于树模型，AUC 高出 ${size}`;
    return "树模型没有看到更多，用简单模型即可";
  },
};

const subtitle: Sentence<[comparison: ComparisonValues | undefined]> = {
  en: (drawing, comparison) =>
    `Area under the ROC curve (AUC), 0.5 is chance and 1 without error; lines: ${drawing.confidence} intervals` +
    `${comparison ? `; difference ${signed(comparison.difference.value, drawing)} (${drawing.confidence} CI ${signedInterval(comparison.difference, drawing)})` : ""}; ${population.en(drawing)}`,
  "zh-CN": (drawing, comparison) =>
    `ROC 曲线下面积（AUC），0.5 为随机，1 为毫无差错；细线为 ${drawing.confidence} 置信区间` +
    `${comparison ? `；两者之差 ${signed(comparison.difference.value, drawing)}（${drawing.confidence} 置信区间 ${signedInterval(comparison.difference, drawing)}）` : ""}；${population["zh-CN"](drawing)}`,
};

const signed = (value: number, { number }: Drawing): string => number(Number(value.toFixed(4)));
const signedInterval = ({ interval: [low, high] }: Measure, drawing: Drawing): string =>
  drawing.language === "en" ? `${signed(low, drawing)} to ${signed(high, drawing)}` : `${signed(low, drawing)} 至 ${signed(high, drawing)}`;

const names = {
  en: {
    logistic: "Logistic regression",
    trees: "Boosted trees",
    name: "Model",
    figure: "AUC",
    interval: "Interval",
    chance: "← chance",
  },
  "zh-CN": { logistic: "逻辑回归", trees: "提升树", name: "模型", figure: "AUC", interval: "置信区间", chance: "← 随机水平" },
};

function rowsOf(drawing: Drawing, { evaluation, comparison }: ModelValues): ForestRow[] {
  const words = names[drawing.language];
  const row = (name: string, { value, interval }: Measure, look: ForestRow["look"]): ForestRow => ({
    ...{ name, value, low: interval[0], high: interval[1], look, figure: drawing.number(value), interval: drawing.interval(interval) },
    note: drawing.count(evaluation.customers),
  });
  const trees = comparison ? [row(words.trees, comparison.auc, comparison.verdict === "trees-better" ? "accent" : "base")] : [];
  return [row(words.logistic, evaluation.auc, comparison?.verdict === "trees-better" ? "base" : "accent"), ...trees];
}

function scaleOf(drawing: Drawing, rows: readonly ForestRow[]): ForestScale {
  const low = Math.min(0.5, ...rows.map((row) => Math.floor(row.low * 10) / 10));
  const ticks = Array.from({ length: Math.round((1 - low) * 10) + 1 }, (_, index) => Math.round((low + index / 10) * 10) / 10);
  return {
    type: "linear",
    domain: [low, 1],
    reference: 0.5,
    ticks: ticks.map((value) => ({ value, text: drawing.number(value) })),
    sides: ["", names[drawing.language].chance],
  };
}

const description: Sentence<[rows: readonly ForestRow[]]> = {
  en: ({ confidence }, rows) =>
    `Area under the curve by model: ${rows.map(({ name, figure, interval }) => `${name} ${figure} (${confidence} CI ${interval})`).join("; ")}.`,
  "zh-CN": ({ confidence }, rows) =>
    `各模型的 AUC：${rows.map(({ name, figure, interval }) => `${name} ${figure}（${confidence} 置信区间 ${interval}）`).join("；")}。`,
};

/** What does the simple model leave on the table, compared with trees that see every combination of columns? */
export function models(drawing: Drawing, model: ModelValues): Drawn {
  const { language, width } = drawing;
  const rows = rowsOf(drawing, model);
  const { layers, height } = forest(rows, scaleOf(drawing, rows), { width, words: names[language] });
  return {
    title: title[language](drawing, model.comparison, model.evaluation.auc),
    subtitle: subtitle[language](drawing, model.comparison),
    description: description[language](drawing, rows),
    height,
    left: 0,
    below: forestBelow,
    layers,
  };
}
