import type { Text } from "../../language/language.js";
import type { HistoryInput } from "./history-input.js";
import { amountOf } from "./activity.sql.js";

/** A column of the training table that describes a customer as of a day. */
export interface HistoryFeature {
  readonly name: string;
  readonly title: Text;
}

const feature = (name: string, en: string, zh: string): HistoryFeature => ({ name, title: { en, "zh-CN": zh } });

const always = [
  feature("recencyDays", "Days since last activity", "距最近一次活跃的天数"),
  feature("frequency", "Orders or active days", "订单数或活跃天数"),
  feature("tenureDays", "Days since first activity", "距首次活跃的天数"),
  feature("meanGapDays", "Mean days between active days", "平均间隔天数"),
  feature("gapVariation", "Variation of the gaps", "间隔的变异系数"),
  feature("activeDays30", "Active days in the last 30 days", "近 30 天活跃天数"),
  feature("activeDays90", "Active days in the last 90 days", "近 90 天活跃天数"),
  feature("trend30", "Last 30 days against before", "近 30 天活跃相比此前"),
  feature("trend90", "Last 90 days against before", "近 90 天活跃相比此前"),
];
const worth = [
  feature("monetary", "Spend", "消费金额"),
  feature("averageOrderValue", "Average order value", "客单价"),
  feature("monetary90", "Spend in the last 90 days", "近 90 天消费金额"),
];

const products = feature("products", "Different products", "购买过的商品种数");
const channels = feature("channels", "Different channels", "使用过的渠道数");

/** What each feature that a log can give is called, by its name. */
export const historyFeatureTitles: Readonly<Record<string, Text>> = Object.fromEntries(
  [...always, ...worth, products, channels].map(({ name, title }) => [name, title]),
);

/** The features that a log can give: those of time always, those of money, products and channels where it has such columns. */
export const historyFeatures = (input: HistoryInput): readonly HistoryFeature[] => [
  ...always,
  ...(amountOf(input) ? worth : []),
  ...(input.values.product ? [products] : []),
  ...(input.values.channel ? [channels] : []),
];
