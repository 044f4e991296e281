import type { Text } from "../../language/language.js";
import { describeSetAside } from "../set-aside.js";
import { texts } from "../texts.js";
import type { ChurnDefinition, ChurnValues, EvaluationValues, LeakValues } from "./values.js";
import type { Vocabulary } from "./vocabulary.js";

const names = (leaks: readonly LeakValues[]): Text => ({
  en: leaks.map(({ column }) => `"${column}"`).join(", "),
  "zh-CN": leaks.map(({ column }) => `“${column}”`).join("、"),
});

/** What the model is worth with a column and without it, where that is known. */
function worth(leaks: readonly LeakValues[]): Text {
  const [leak] = leaks;
  if (!leak || leaks.length > 1 || leak.aucWith === undefined || leak.aucWithout === undefined) return { en: "", "zh-CN": "" };
  const { aucWith, aucWithout } = leak;
  return texts(
    (f) => ` (AUC ${f.number(aucWith)} with it, ${f.number(aucWithout)} without)`,
    (f) => `（保留时 AUC 为 ${f.number(aucWith)}，去掉后为 ${f.number(aucWithout)}）`,
  );
}

/** Every warning of churn and lead scoring, the languages side by side. */
export const churnWarnings = {
  oneClass: ({ customers, events }: ChurnValues, { words }: Vocabulary): Text =>
    texts(
      (f) =>
        `All ${f.count(customers)} ${words.en.people} have the same outcome (${events === 0 ? words.en.didNot : words.en.did}): there is nothing to tell apart.`,
      (f) =>
        `${f.count(customers)} ${words["zh-CN"].unit}${words["zh-CN"].people}的结果完全相同（${events === 0 ? words["zh-CN"].didNot : words["zh-CN"].did}），无从区分。`,
    ),
  noTraining: (days: number): Text =>
    texts(
      (f) =>
        `The log is shorter than the ${f.count(days)} days that count as churned: no outcome can be read from it. Use a longer log, or fewer days.`,
      (f) => `流水的时间跨度短于判定流失所需的 ${f.count(days)} 天，得不出任何结果。请使用更长的流水，或缩短天数。`,
    ),
  nobodyActive: ({ trainingDay, days }: ChurnDefinition): Text =>
    texts(
      (f) =>
        `On ${f.date(trainingDay)} everybody had been silent for ${f.count(days)} days already: there is nobody to learn from. Use an earlier "asOf", or more days.`,
      (f) => `到 ${f.date(trainingDay)}时，所有客户都已沉默满 ${f.count(days)} 天，没有可以学习的客户。请把“asOf”提前，或增加天数。`,
    ),
  tooFew: ({ customers, events }: ChurnValues, { words }: Vocabulary): Text =>
    texts(
      (f) =>
        `Too few to learn from: ${f.count(events)} of ${f.count(customers)} ${words.en.people} ${words.en.did}; at least 10 with and 10 without are needed.`,
      (f) =>
        `样本太少，无法学习：${f.count(customers)} ${words["zh-CN"].unit}${words["zh-CN"].people}中 ${f.count(events)} ${words["zh-CN"].unit}${words["zh-CN"].did}；两类各至少需要 10 例。`,
    ),
  noFeatures: (): Text => ({
    en: "No column is left to learn from; the table says why each was left out.",
    "zh-CN": "没有可以学习的列；各列被排除的原因见表。",
  }),
  notBetter: ({ auc, skill, customers }: EvaluationValues): Text =>
    texts(
      (f) =>
        `The model is not clearly better than the base rate: AUC ${f.number(auc.value)} (${f.interval(auc.interval)}), log loss ${f.percent(skill.value)} smaller (${f.percentInterval(skill.interval)}), n = ${f.count(customers)}. Do not act on the list.`,
      (f) =>
        `模型并不明显优于基准比例：AUC ${f.number(auc.value)}（${f.interval(auc.interval)}），对数损失减少 ${f.percent(skill.value)}（${f.percentInterval(skill.interval)}），n=${f.count(customers)}。请勿据此名单行动。`,
    ),
  leaksLeftOut: (leaks: readonly LeakValues[]): Text => ({
    en: `Left out, as almost certainly known only after the outcome: ${names(leaks).en}${worth(leaks).en}. With leaks: "keep" ${leaks.length === 1 ? "it stays" : "they stay"}.`,
    "zh-CN": `已排除几乎可以确定在结果之后才知道的列：${names(leaks)["zh-CN"]}${worth(leaks)["zh-CN"]}。设 leaks: "keep" 可保留。`,
  }),
  leaksKept: (leaks: readonly LeakValues[]): Text => ({
    en: `${names(leaks).en} ${leaks.length === 1 ? "was" : "were"} almost certainly known only after the outcome and ${leaks.length === 1 ? "takes" : "take"} part${worth(leaks).en}: every number here is too good.`,
    "zh-CN": `${names(leaks)["zh-CN"]}几乎可以确定在结果之后才知道，却参与了学习${worth(leaks)["zh-CN"]}：这里的数字都偏好。`,
  }),
  leaksSuspected: (leaks: readonly LeakValues[]): Text => ({
    en: `Was this known before the outcome? ${names(leaks).en}${worth(leaks).en} ${leaks.length === 1 ? "looks" : "look"} suspect; if not, use exclude.`,
    "zh-CN": `以下列在结果之前就知道吗？${names(leaks)["zh-CN"]}${worth(leaks)["zh-CN"]}有些可疑；若否，请用 exclude 排除。`,
  }),
  notConverged: (iterations: number): Text =>
    texts(
      (f) =>
        `The fit has not converged after ${f.count(iterations)} steps: coefficients and probabilities are provisional. Try a larger regularisation.`,
      (f) => `拟合在 ${f.count(iterations)} 步后仍未收敛，系数与概率仅供参考。请加大正则化强度。`,
    ),
  separation: (columns: readonly string[]): Text => ({
    en: `${columns.length > 0 ? columns.slice(0, 5).join(", ") : "A column"} tells some outcomes without error; a penalty keeps the coefficients finite.`,
    "zh-CN": `${columns.length > 0 ? columns.slice(0, 5).join("、") : "有的列"}能无误地区分部分结果；已加惩罚，使系数保持有限。`,
  }),
  fewEvents: (perParameter: number): Text =>
    texts(
      (f) =>
        `There are only ${f.number(perParameter)} events per column of the model (10 are usual): coefficients are unsteady. Try fewer features.`,
      (f) => `模型每列平均只有 ${f.number(perParameter)} 个事件（通常需要 10 个），系数不稳定。请减少特征列。`,
    ),
  collinear: (columns: readonly string[]): Text => ({
    en: `${columns.join(", ")} ${columns.length === 1 ? "says" : "say"} the same as other columns and ${columns.length === 1 ? "is" : "are"} left out.`,
    "zh-CN": `${columns.join("、")}与其他列完全重复（共线），已去掉。`,
  }),
  nearlyCollinear: (columns: readonly string[]): Text => ({
    en: `${columns.slice(0, 6).join(", ")} nearly say the same together; a penalty shares what they say among them. Read their odds ratios as a group.`,
    "zh-CN": `${columns.slice(0, 6).join("、")}所含的信息几乎相同；已加惩罚，由它们分担作用。请把它们的优势比放在一起看。`,
  }),
  imbalance: ({ baseRate }: ChurnValues, { words }: Vocabulary): Text =>
    texts(
      (f) =>
        `Only ${f.percent(Math.min(baseRate.value, 1 - baseRate.value))} of the ${words.en.people} ${baseRate.value < 0.5 ? words.en.did : words.en.didNot}: look at precision and lift, not at accuracy.`,
      (f) =>
        `只有 ${f.percent(Math.min(baseRate.value, 1 - baseRate.value))} 的${words["zh-CN"].people}${baseRate.value < 0.5 ? words["zh-CN"].did : words["zh-CN"].didNot}：请看精确度和提升倍数，不要看准确率。`,
    ),
  small: (customers: number, { words }: Vocabulary): Text =>
    texts(
      (f) =>
        `There are few ${words.en.people} (n = ${f.count(customers)}): the intervals are wide, and another sample may rank features differently.`,
      (f) => `样本较少（n=${f.count(customers)}）：区间较宽，换一批${words["zh-CN"].people}时因素的排序可能不同。`,
    ),
  calibration: (slope: number): Text =>
    texts(
      (f) =>
        slope < 1
          ? `Probabilities are too extreme (calibration slope ${f.number(slope)}): use them for the order of the list rather than as rates.`
          : `Probabilities are too timid (calibration slope ${f.number(slope)}): use them for the order of the list rather than as rates.`,
      (f) => `概率${slope < 1 ? "偏极端" : "偏保守"}（校准斜率 ${f.number(slope)}）：请只用于排序，不要当作比例。`,
    ),
  treesBetter: (difference: number, n: number): Text =>
    texts(
      (f) =>
        `Boosted trees rank better by ${f.number(difference)} AUC (n = ${f.count(n)}): features bend or act together in a way that the simple model does not see.`,
      (f) => `提升树的 AUC 高出 ${f.number(difference)}（n=${f.count(n)}）：有的特征存在弯曲或交互作用，简单模型没有体现。`,
    ),
  drift: (columns: readonly string[], isLater: boolean): Text => ({
    en: `${columns.slice(0, 5).join(", ")} moved far between the rows learnt from and those ${isLater ? "judged later" : "scored now"}: probabilities may be off.`,
    "zh-CN": `${columns.slice(0, 5).join("、")}在学习所用的数据与${isLater ? "之后检验的" : "现在评分的"}数据之间变化很大，概率可能有偏差。`,
  }),
  stale: (days: number): Text =>
    texts(
      (f) => `The last row is ${f.count(days)} days older than the day counted from: everybody looks more silent than they may be.`,
      (f) => `最后一行比截止日期早 ${f.count(days)} 天，所有客户看起来都比实际更沉默。`,
    ),
  definition: (text: Text): Text => text,
  openOutcomes: (rows: number, { words }: Vocabulary): Text =>
    texts(
      (f) =>
        `${f.count(rows)} ${rows === 1 ? "row has" : "rows have"} no outcome: ${rows === 1 ? "it is" : "they are"} scored, but not learnt from.`,
      (f) => `有 ${f.count(rows)} 行没有结果：这些${words["zh-CN"].people}会被评分，但不参与学习。`,
    ),
  rowsNotUsed: ({ setAside }: ChurnValues, rows: number): Text => {
    const kinds = describeSetAside(setAside.filter(({ kind }) => kind !== "missing-outcome"));
    return texts(
      (f) => `${f.count(rows)} ${rows === 1 ? "row takes" : "rows take"} no part: ${kinds.en}.`,
      (f) => `有 ${f.count(rows)} 行未参与计算：${kinds["zh-CN"]}。`,
    );
  },
  repeatedCustomers: (rows: number, { words }: Vocabulary): Text =>
    texts(
      (f) =>
        `${f.count(rows)} ${rows === 1 ? "row repeats" : "rows repeat"} the id of another row with other values; rows of one id stay in one fold. One row per ${words.en.person} would be better.`,
      (f) =>
        `有 ${f.count(rows)} 行与其他行编号相同但内容不同；同一编号的行放在同一折。最好每${words["zh-CN"].unit}${words["zh-CN"].person}只有一行。`,
    ),
  splitFailed: (): Text => ({
    en: "The newest fifth (or the rest) has too few of either outcome to be judged: cross-validation was used instead of the split by time.",
    "zh-CN": "最新的五分之一（或其余部分）中某一类结果太少，无法检验：已改用交叉验证。",
  }),
} as const;
