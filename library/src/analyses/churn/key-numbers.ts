import type { Language, Text } from "../../language/language.js";
import type { KeyNumber } from "../key-number.js";
import { texts } from "../texts.js";
import { amountInterval, plainPercent } from "./figure-text.js";
import { topTenth, type TopGroup } from "./top-tenth.js";
import type { ChurnValues, EvaluationValues, ProfitValues } from "./values.js";
import type { Vocabulary } from "./vocabulary.js";

/** One number in both languages. */
interface Shown {
  readonly label: Text;
  readonly value: Text;
  readonly note: Text;
}

const reached = ({ words }: Vocabulary, { share, gain }: TopGroup, confidence: number): Shown => ({
  label: texts(
    (f) => `of ${words.en.those} are among the ${plainPercent(share, f)} of ${words.en.people} ${words.en.first}`,
    (f) => `的${words["zh-CN"].those}集中在${words["zh-CN"].first}的 ${plainPercent(share, f)} ${words["zh-CN"].people}中`,
  ),
  value: texts(
    (f) => f.percent(gain.value),
    (f) => f.percent(gain.value),
  ),
  note: texts(
    (f) => `${plainPercent(confidence, f)} interval ${f.percentInterval(gain.interval)}`,
    (f) => `${plainPercent(confidence, f)} 置信区间 ${f.percentInterval(gain.interval)}`,
  ),
});

const ranked = ({ auc, customers }: EvaluationValues, confidence: number): Shown => ({
  label: {
    en: "AUC: how often the model orders a pair the right way round (0.5 is chance)",
    "zh-CN": "AUC：任取一对时模型排序正确的概率（0.5 为随机）",
  },
  value: texts(
    (f) => f.number(auc.value),
    (f) => f.number(auc.value),
  ),
  note: texts(
    (f) => `${plainPercent(confidence, f)} interval ${f.interval(auc.interval)}, n = ${f.count(customers)}`,
    (f) => `${plainPercent(confidence, f)} 置信区间 ${f.interval(auc.interval)}，n=${f.count(customers)}`,
  ),
});

const brings = ({ words }: Vocabulary, { best }: ProfitValues, confidence: number): Shown => ({
  label: texts(
    (f) => `expected when the ${plainPercent(best.share, f)} of ${words.en.people} ${words.en.first} are contacted`,
    (f) => `为触达${words["zh-CN"].first}的 ${plainPercent(best.share, f)} ${words["zh-CN"].people}时的预计净收益`,
  ),
  value: texts(
    (f) => f.compact(best.profit),
    (f) => f.compact(best.profit),
  ),
  note: texts(
    (f) => `${plainPercent(confidence, f)} interval ${amountInterval(best.interval, f, " to ")}`,
    (f) => `${plainPercent(confidence, f)} 置信区间 ${amountInterval(best.interval, f, " 至 ")}`,
  ),
});

const base = ({ words }: Vocabulary, { baseRate, customers, confidence }: ChurnValues): Shown => ({
  label: { en: `${words.en.rate} of all ${words.en.people}`, "zh-CN": `全部${words["zh-CN"].people}的${words["zh-CN"].rate}` },
  value: texts(
    (f) => f.percent(baseRate.value),
    (f) => f.percent(baseRate.value),
  ),
  note: texts(
    (f) => `${plainPercent(confidence, f)} interval ${f.percentInterval(baseRate.interval)}, n = ${f.count(customers)}`,
    (f) => `${plainPercent(confidence, f)} 置信区间 ${f.percentInterval(baseRate.interval)}，n=${f.count(customers)}`,
  ),
});

/**
 * What the likeliest tenth holds, how well the model ranks, and what contacting the best share would bring; the base rate where that is not
 * known. A model that is no better than the base rate has no key number but the base rate and its AUC.
 */
export const makeKeyNumbers =
  (vocabulary: Vocabulary) =>
  (values: ChurnValues, language: Language): readonly KeyNumber[] => {
    const { model, confidence } = values;
    if (!model) return [];
    const top = model.evaluation.beatsBaseRate ? topTenth(model.evaluation, values.confidence) : undefined;
    const profit = top && model.profit && model.profit.best.share > 0 ? model.profit : undefined;
    const numbers = [
      ...(top ? [reached(vocabulary, top, confidence)] : []),
      ranked(model.evaluation, confidence),
      profit ? brings(vocabulary, profit, confidence) : base(vocabulary, values),
    ];
    return numbers.map(({ label, value, note }) => ({ label: label[language], value: value[language], note: note[language] }));
  };
