import { featureName } from "./feature-name.js";
import { amountInterval, oddsInterval, oddsText, plainPercent } from "./figure-text.js";
import { fewestOfEither } from "./learn.js";
import type { DriverValues, LeakValues, ProfitValues } from "./values.js";
import type { Told, Voice } from "./voice.js";

const mostNames = 3;

const quoted = (name: string) => `“${name}”`;

const names = (leaks: readonly LeakValues[]): string =>
  leaks
    .slice(0, mostNames)
    .map(({ column }) => quoted(column))
    .join("、") + (leaks.length > mostNames ? ` 等 ${leaks.length} 列` : "");

function driver({ values, ...f }: Told, { feature, kind, level, against, step, oddsRatio }: DriverValues): string {
  const ratio = `优势比 ${oddsText(oddsRatio.value, f)}，${f.confidence} 置信区间 ${oddsInterval(oddsRatio, f)}`;
  const name = quoted(featureName(feature, values, "zh-CN"));
  if (kind === "category") return `${name}（${quoted(level ?? "")}相对${quoted(against ?? "")}的${ratio}）`;
  return `${name}（每${kind === "date" ? `早 ${f.number(step)} 天` : `增加 ${f.number(step)}`}，${ratio}）`;
}

const people = ({ words, count }: Told, number: number) => `${count(number)} ${words.unit}${words.people}`;
const counted = (told: Told) =>
  `n=${people(told, told.values.customers)}，其中 ${told.count(told.values.events)} ${told.words.unit}${told.words.did}`;

const terms = ({ words, percent, number }: Told, { saveValue, contactCost, contactSuccess }: ProfitValues) =>
  `若每次触达成本为 ${number(contactCost)}、成功率为 ${plainPercent(contactSuccess, { percent })}、${words.gained}价值 ${number(saveValue)}`;

/** The sentences in Chinese. */
export const chinese: Voice = {
  between: "",
  finding: (told, { auc }, { share, gain, lift }) =>
    `${told.words.first}的 ${plainPercent(share, told)} ${told.words.people}集中了 ${told.percent(gain.value)} 的${told.words.those}，` +
    `是随机抽取时的 ${told.number(lift)} 倍（${told.confidence} 置信区间 ${told.percentInterval(gain.interval)}；${counted(told)}；` +
    `AUC ${told.number(auc.value)}，${told.confidence} 置信区间 ${told.interval(auc.interval)}，0.5 为随机水平；以模型未见过的${told.words.people}检验）。`,
  notBetter: (told, { auc }) =>
    `这些列无法区分${told.words.those}与其他${told.words.people}：在模型未见过的${told.words.people}上，预测并不优于基准比例 ` +
    `${told.percent(told.values.baseRate.value)}（AUC ${told.number(auc.value)}，${told.confidence} 置信区间 ${told.interval(auc.interval)}，0.5 为随机水平；` +
    `${counted(told)}）。`,
  definition: ({ words, count, date }, { days, trainingDay, scoringDay }) =>
    `此处的${words.event}指${date(trainingDay ?? scoringDay)}之后 ${count(days)} 天内没有任何订单或事件。`,
  oneClass: (told) =>
    `无从区分：${people(told, told.values.customers)}结果已知，${told.values.events === 0 ? `没有一${told.words.unit}` : "全部"}${told.words.did}。`,
  tooFew: (told) => `样本太少，无法建模：两种结果各需至少 ${fewestOfEither} ${told.words.unit}${told.words.people}（${counted(told)}）。`,
  noFeature: (told) => `没有可供学习的列：没有哪一列能区分这些${told.words.people}（${counted(told)}）。`,
  drivers: (told, drivers) =>
    `在其他列相同的情况下，与${told.words.event}同时出现的是：${drivers.map((one) => driver(told, one)).join("；")}。`,
  noDrivers: ({ words }) => `在其他列相同的情况下，没有哪一列单独与${words.event}有明确关联。`,
  money: (told, profit, count) =>
    `${terms(told, profit)}，则触达${told.words.risk}高于 ${told.percent(profit.best.threshold)} 的 ${plainPercent(profit.best.share, told)} ` +
    `${told.words.people}最划算：在这 ${people(told, count)}上预计净收益 ${told.compact(profit.best.profit)}` +
    `（${told.confidence} 置信区间 ${amountInterval(profit.best.interval, told, " 至 ")}）。`,
  noContactPays: (told, profit) => `${terms(told, profit)}，则任何触达都不划算。`,
  leftOut: (told, leaks) =>
    `已剔除${names(leaks)}：看来要在结果发生之后才会知道（单独使用时 AUC 为 ${told.list(leaks.slice(0, mostNames).map(({ aucAlone }) => told.number(aucAlone)))}）。`,
  kept: (_, leaks) => `${names(leaks)}仍参与建模，但看起来像是结果发生之后才填写的：请先查明，再据此行动。`,
  treesSeeMore: (told, { auc, difference }) =>
    `树模型比本模型看到的更多（AUC ${told.number(auc.value)}，高出 ${told.number(difference.value)}，${told.confidence} 置信区间 ` +
    `${told.interval(difference.interval)}）：某些列要组合起来才起作用。`,
  limits: ({ words }) => `以上只说明${words.shown}，既不说明原因，也不说明触达能${words.gain}谁；后者只有与预留对照组比较才能知道。`,
  nothingShown: ({ words }) => `据此无法给出${words.list}，也无法说明${words.event}与什么有关。`,
  next: (told, profit) => {
    const { words, values, count } = told;
    const reachable = profit && values.from === "table" ? profit.best.contacts - profit.best.events : undefined;
    const whom = profit ? `${words.risk}高于 ${told.percent(profit.best.threshold)}、` : `${words.first}的十分之一中`;
    const many = reachable === undefined ? words.people : ` ${people(told, reachable)}`;
    const held = reachable === undefined ? "十分之一" : ` ${count(Math.max(1, Math.round(reachable / 10)))} ${words.unit}`;
    const days = count(values.outcome.definition?.days ?? 90);
    return `下一步：触达${whom}${words.reachable}的${many}，随机留出其中${held}作为预留对照组，${days} 天后比较两组的${words.compare}。`;
  },
  nextWithoutContact: ({ words }) =>
    `下一步：寻找成本更低或成功率更高的触达方式，先在${words.first}的${words.people}中随机抽取十分之一试行，再重新运行本分析。`,
  combineColumns: ({ words }) =>
    `下一步：把组合后才起作用的列合成新列（例如单位使用次数的投诉数），以看清${words.event}与什么有关，再重新运行本分析。`,
  betterColumns: ({ words }) => `下一步：补充更贴近${words.people}行为的列（结果发生之前的使用、投诉、价格等情况），再重新运行本分析。`,
  moreRows: ({ words }) => `下一步：换用统计期更长、两种结果都有的${words.people}数据，再重新运行本分析。`,
};
