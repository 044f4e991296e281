import { format, type Format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import type { RfmValues, SegmentValues } from "./values.js";

/** Below this many customers the shares say too little to act on. */
export const fewCustomers = 30;
/** Segments of customers who used to buy well and are slipping away, whatever the map. */
const winBackIds = ["at-risk", "cant-lose-them", "high-value-at-risk", "high-value-drifting"];
const smallestTest = 20;
const holdOutShare = 0.1;

const byRevenue = (one: SegmentValues, other: SegmentValues) => other.revenue - one.revenue;

/** The segment with the most revenue. */
const leading = ({ segments }: RfmValues): SegmentValues => segments.toSorted(byRevenue)[0] as SegmentValues;

/** Whom to write to: the slipping segment with the most revenue, where it is large enough to test on; else the leading one. */
function target(values: RfmValues): SegmentValues {
  const slipping = values.segments.filter(({ id, customers }) => winBackIds.includes(id) && customers >= smallestTest);
  return slipping.toSorted(byRevenue)[0] ?? leading(values);
}

/** Does any score tell customers apart? */
const isRanked = ({ scoreSizes }: RfmValues): boolean =>
  Object.values(scoreSizes).some((sizes) => sizes.filter((size) => size > 0).length > 1);

interface Voice {
  finding(values: RfmValues, segment: SegmentValues, f: Format): string;
  tooFew(values: RfmValues, f: Format): string;
  noRanking(values: RfmValues, f: Format): string;
  driver(values: RfmValues, f: Format): string;
  limits(values: RfmValues, f: Format): string;
  next(segment: SegmentValues, holdOut: number, f: Format): string;
  gatherMore(f: Format): string;
  gatherLonger: string;
}

const english: Voice = {
  finding: ({ customers, orders, period }, { name, customerShare, revenueShare }, f) =>
    `${name.en} bring the most revenue: ${f.percent(revenueShare.value)} (95 % CI ${f.percentInterval(revenueShare.interval)}) from ` +
    `${f.percent(customerShare.value)} of customers (95 % CI ${f.percentInterval(customerShare.interval)}; n = ${f.count(customers)} customers, ` +
    `${f.count(orders)} orders, ${f.period(period.from, period.to)}).`,
  tooFew: ({ customers, orders, revenue, period }, f) =>
    `Too few to tell (n = ${f.count(customers)}): ${orders === 1 ? "one order" : `${f.count(orders)} orders`} worth ${f.number(revenue)} ` +
    `(${f.period(period.from, period.to)}) ${orders === 1 ? "says" : "say"} little about segments.`,
  noRanking: ({ customers, orders, period }, f) =>
    `The data cannot rank these customers: recency, frequency and monetary scores are the same for all of them (n = ${f.count(customers)} ` +
    `customers, ${f.count(orders)} orders, ${f.period(period.from, period.to)}).`,
  driver: ({ concentration: { top20, gini } }, f) =>
    `The best 20 % of customers (${f.count(top20.customers)}) hold ${f.percent(top20.value)} of revenue ` +
    `(95 % CI ${f.percentInterval(top20.interval)}); the Gini coefficient is ${f.number(gini.value)} (95 % CI ${f.interval(gini.interval)}).`,
  limits: ({ period }, f) =>
    `Segments describe what customers did until ${f.date(period.to)}; they show neither the reasons nor who would answer a message.`,
  next: ({ name, customers, revenueShare, medianRecencyDays }, holdOut, f) =>
    `Next: write to the ${f.count(customers)} customers in "${name.en}" (${f.percent(revenueShare.value)} of revenue, last order a median of ` +
    `${f.number(medianRecencyDays)} ${medianRecencyDays === 1 ? "day" : "days"} ago), keep a random ${f.count(holdOut)} of them as a hold-out group, and compare repurchase after 30 days.`,
  gatherMore: (f) => `Next: run this again on a longer period, with at least ${f.count(fewCustomers)} customers.`,
  gatherLonger: "Next: run this again on orders of a longer period, each with its own amount.",
};

const chinese: Voice = {
  finding: ({ customers, orders, period }, { name, customerShare, revenueShare }, f) =>
    `${name["zh-CN"]}贡献的收入最多：占收入的 ${f.percent(revenueShare.value)}（95% 置信区间 ${f.percentInterval(revenueShare.interval)}），` +
    `占客户数的 ${f.percent(customerShare.value)}（95% 置信区间 ${f.percentInterval(customerShare.interval)}；n=${f.count(customers)} 名客户、` +
    `${f.count(orders)} 笔订单，${f.period(period.from, period.to)}）。`,
  tooFew: ({ customers, orders, revenue, period }, f) =>
    `样本太少，无法判断（n=${f.count(customers)}）：${f.count(orders)} 笔订单、合计 ${f.number(revenue)}（${f.period(period.from, period.to)}），不足以说明分群情况。`,
  noRanking: ({ customers, orders, period }, f) =>
    `数据无法区分这些客户的高低：所有客户的最近一次消费、消费频率和消费金额得分均相同（n=${f.count(customers)} 名客户、${f.count(orders)} 笔订单，` +
    `${f.period(period.from, period.to)}）。`,
  driver: ({ concentration: { top20, gini } }, f) =>
    `消费金额前 20% 的客户（${f.count(top20.customers)} 名）占收入的 ${f.percent(top20.value)}（95% 置信区间 ${f.percentInterval(top20.interval)}）；` +
    `基尼系数为 ${f.number(gini.value)}（95% 置信区间 ${f.interval(gini.interval)}）。`,
  limits: ({ period }, f) => `分群只描述客户截至${f.date(period.to)}的行为，既不说明原因，也不说明哪些客户会响应触达。`,
  next: ({ name, customers, revenueShare, medianRecencyDays }, holdOut, f) =>
    `下一步：触达“${name["zh-CN"]}”中的 ${f.count(customers)} 名客户（占收入的 ${f.percent(revenueShare.value)}，最近一次消费距今的中位数为 ` +
    `${f.number(medianRecencyDays)} 天），随机留出其中 ${f.count(holdOut)} 名作为预留对照组，30 天后比较两组的复购率。`,
  gatherMore: (f) => `下一步：拉长统计期，至少积累 ${f.count(fewCustomers)} 名客户后再做一次。`,
  gatherLonger: "下一步：换用统计期更长、每笔都有实际金额的订单后再做一次。",
};

/** The finding with its interval, what goes with it, what it does not show, and one next step. */
export function readRfm(values: RfmValues, { language }: { readonly language: Language }): readonly string[] {
  const voice = language === "zh-CN" ? chinese : english;
  const f = format(language);
  if (values.customers < fewCustomers) return [voice.tooFew(values, f), voice.limits(values, f), voice.gatherMore(f)];
  if (!isRanked(values)) return [voice.noRanking(values, f), voice.limits(values, f), voice.gatherLonger];
  const whom = target(values);
  const holdOut = Math.max(1, Math.round(whom.customers * holdOutShare));
  return [voice.finding(values, leading(values), f), voice.driver(values, f), voice.limits(values, f), voice.next(whom, holdOut, f)];
}
