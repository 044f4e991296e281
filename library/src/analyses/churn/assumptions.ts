import type { Text } from "../../language/language.js";
import { boostingDefaults } from "../../statistics/classification/boosting.js";
import { definitionText } from "../customer-history/index.js";
import { texts } from "../texts.js";
import type { LearnSettings } from "./learn-options.js";
import type { Prepared } from "./people.js";
import type { Question } from "./question.js";
import { leftOutNames } from "./table-labels.js";
import type { ChurnValues, EvaluationValues, FitValues } from "./values.js";

export interface AssumptionFacts {
  readonly values: ChurnValues;
  readonly prepared: Prepared;
  readonly settings: LearnSettings;
  readonly question: Question;
}

/** What was assumed on the way to the numbers, in the order in which it matters. */
export const assumptions = (facts: AssumptionFacts): Text[] => [
  ...outcome(facts),
  ...leftOut(facts.values),
  ...(facts.values.model
    ? [encoding, ...collinear(facts.values), fit(facts.values.model.fit), evaluation(facts.values.model.evaluation), list(facts)]
    : []),
  ...(facts.values.model?.comparison ? [trees] : []),
  ...(facts.values.model?.profit ? [profit(facts.settings)] : []),
  ...(facts.prepared.hasIds ? [] : [rowNumbers]),
];

function outcome({ values, question }: AssumptionFacts): Text[] {
  const { positive, others, definition } = values.outcome;
  const { en, "zh-CN": chinese } = question.vocabulary.words;
  if (definition) {
    const day = texts(
      (f) =>
        `Features know the days before ${f.date(definition.trainingDay)}, the outcome is read off the ${f.count(definition.days)} days from then on. ` +
        `Those who had already been silent that long take no part; the list scores today's ${en.people} as of ${f.date(definition.scoringDay)}.`,
      (f) =>
        `特征只取 ${f.date(definition.trainingDay)}之前的记录，结果取自其后 ${f.count(definition.days)} 天。此前已沉默这么久的${chinese.people}不参与；` +
        `名单按 ${f.date(definition.scoringDay)}的情况为现有${chinese.people}评分。`,
    );
    return [definitionText(definition.silence), day];
  }
  if (positive === undefined) return [];
  return [
    texts(
      (f) =>
        `The value "${positive}" of the outcome means the event; ${others && others.length > 0 ? f.list(others.map((one) => `"${one}"`)) : "no other value"} means that it did not happen.`,
      (f) =>
        `结果列的“${positive}”表示事件发生，${others && others.length > 0 ? f.list(others.map((one) => `“${one}”`)) : "没有其他取值"}表示没有发生。`,
    ),
  ];
}

/** Columns that take no part, by the reason. */
function leftOut({ features }: ChurnValues): Text[] {
  const reasons = [...new Set(features.flatMap((feature) => feature.leftOut ?? []))];
  if (reasons.length === 0) return [];
  const named = (reason: (typeof reasons)[number]) => features.filter((feature) => feature.leftOut === reason).map(({ name }) => name);
  const few = (names: readonly string[], mark: string) => names.slice(0, 8).join(mark) + (names.length > 8 ? `${mark}…` : "");
  return [
    {
      en: `Columns that take no part: ${reasons.map((reason) => `${few(named(reason), ", ")} (${leftOutNames[reason].en})`).join("; ")}.`,
      "zh-CN": `未参与学习的列：${reasons.map((reason) => `${few(named(reason), "、")}（${leftOutNames[reason]["zh-CN"]}）`).join("；")}。`,
    },
  ];
}

const encoding: Text = {
  en: "Numbers are scaled by their standard deviation, and count as eight of them from the mean where they lie further; where one is not known the median stands in, and enough such rows get a column of their own. Categories are compared with their most frequent level, rare levels are pooled, dates become days before the latest one. All of this is learnt from the training part of each fold alone.",
  "zh-CN":
    "数值按标准差缩放，偏离均值超过 8 个标准差的按 8 个计；缺失处用中位数填补，缺失足够多时另设一列标记。类别以最常见的取值为参照，少见的取值合并，日期换算为距最近一天的天数。以上均只从每一折的训练部分得出。",
};

function collinear({ features }: ChurnValues): Text[] {
  const levels = features.flatMap(({ name, collinearLevels = [] }) => collinearLevels.map((level) => `${name}: ${level}`));
  if (levels.length === 0) return [];
  return [
    texts(
      (f) =>
        `${levels.length === 1 ? "A level says" : "Levels say"} the same as other columns and ${levels.length === 1 ? "is" : "are"} left out: ${f.list(levels.slice(0, 10))}.`,
      (f) => `以下取值与其他列完全重复，已去掉：${f.list(levels.slice(0, 10))}。`,
    ),
  ];
}

function fit({ regularisation, regularisedBecause }: FitValues): Text {
  if (regularisation === 0)
    return {
      en: "Logistic regression by maximum likelihood; intervals and p-values are Wald's. Odds ratios say what goes together, not what changes what.",
      "zh-CN": "逻辑回归，最大似然估计；区间与 p 值为 Wald 型。优势比只说明哪些情况同时出现，不说明谁影响谁。",
    };
  const why: Text = {
    asked: { en: "as asked", "zh-CN": "按要求" },
    separation: {
      en: "because a column tells some outcomes without error, so that the likelihood has no maximum",
      "zh-CN": "有的列能无误地区分部分结果，似然没有最大值",
    },
    collinearity: { en: "because some columns nearly say the same", "zh-CN": "有的列所含信息几乎相同" },
    "few-events": { en: "because there are fewer than ten events per column", "zh-CN": "平均每列不足 10 个事件" },
  }[regularisedBecause ?? "asked"];
  return texts(
    (f) =>
      `Logistic regression with a ridge penalty of ${f.number(regularisation)} on standardised columns, ${why.en}. Coefficients are drawn towards 0, and their intervals are approximate.`,
    (f) => `逻辑回归，对标准化后的列施加强度为 ${f.number(regularisation)} 的岭惩罚（${why["zh-CN"]}）。系数会向 0 收缩，区间为近似值。`,
  );
}

function evaluation({ method, folds, splitDay }: EvaluationValues): Text {
  if (method === "time-split")
    return texts(
      (f) => `Judged on the newest rows, from ${f.date(splitDay ?? "")} on, by a model of the older ones.`,
      (f) => `用 ${f.date(splitDay ?? "")}起的最新数据检验由较早数据得到的模型。`,
    );
  return texts(
    (f) =>
      `Judged out of fold: each of ${f.count(folds)} stratified parts by a model that had not seen it. Intervals treat these predictions as given (DeLong for the AUC, Wilson for rates).`,
    (f) =>
      `检验用折外预测：分层分成 ${f.count(folds)} 份，每一份都由没有见过它的模型预测。区间把这些预测视为给定（AUC 用 DeLong，比例用 Wilson）。`,
  );
}

const list = ({ question: { vocabulary }, values: { from } }: AssumptionFacts): Text => ({
  en: `${from === "log" ? "" : `The list shows the probability out of fold for ${vocabulary.words.en.people} whose outcome is known. `}A reason is what a column adds to the log odds against the average; ↑ goes with more, ↓ with fewer.`,
  "zh-CN": `${from === "log" ? "" : `名单中结果已知的${vocabulary.words["zh-CN"].people}显示折外概率。`}原因是某列相对平均水平对对数优势的贡献；↑ 表示概率更高，↓ 表示更低。`,
});

const trees: Text = texts(
  (f) =>
    `For comparison, ${f.count(boostingDefaults.trees)} boosted trees of depth ${f.count(boostingDefaults.depth)} ran in the same folds, on at most ${f.count(boostingDefaults.mostRows)} rows each.`,
  (f) =>
    `作为比较，在相同的折上运行了 ${f.count(boostingDefaults.trees)} 棵深度为 ${f.count(boostingDefaults.depth)} 的提升树，每次最多用 ${f.count(boostingDefaults.mostRows)} 行。`,
);

const profit = ({ saveValue = 0, contactCost, contactSuccess }: LearnSettings): Text =>
  texts(
    (f) =>
      `Profit assumes ${f.number(saveValue)} per success, ${f.number(contactCost)} per contact and that ${f.percent(contactSuccess)} of the right contacts succeed. That last share is an assumption until a test with a hold-out has measured it.`,
    (f) =>
      `利润假设每次成功价值 ${f.number(saveValue)}，每次触达成本 ${f.number(contactCost)}，触达对的人有 ${f.percent(contactSuccess)} 成功。最后这一比例只是假设，需用预留对照组的测试来测量。`,
  );

const rowNumbers: Text = {
  en: "The data name no customer; people are called by the number of their row.",
  "zh-CN": "数据中没有客户编号，名单以行号代替。",
};
