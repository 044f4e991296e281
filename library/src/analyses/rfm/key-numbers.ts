import { format } from "../../language/format.js";
import type { Language, Text } from "../../language/language.js";
import type { KeyNumber } from "../key-number.js";
import { fewCustomers } from "./reading.js";
import type { RfmValues, SegmentValues, Share } from "./values.js";

const valuedButLeaving = new Set(["at-risk", "cant-lose-them", "high-value-drifting", "high-value-at-risk"]);

const greatest = (segments: readonly SegmentValues[]): SegmentValues | undefined =>
  segments.filter(({ customers }) => customers > 0).toSorted((one, other) => other.revenue - one.revenue)[0];

function shareNumber(label: Text, share: Share, language: Language): KeyNumber {
  const { percent, percentInterval } = format(language);
  const interval = percentInterval(share.interval);
  return {
    label: label[language],
    value: percent(share.value),
    note: language === "en" ? `95 % interval ${interval}` : `95% 置信区间 ${interval}`,
  };
}

/**
 * What the best fifth bring, the segment that brings most, and the valued segment that is leaving: shares of revenue with their intervals.
 * Too few customers have no key numbers.
 */
export function rfmKeyNumbers({ customers: all, concentration, segments }: RfmValues, language: Language): readonly KeyNumber[] {
  if (all < fewCustomers) return [];
  const top: Text = { en: "of revenue comes from the best 20 % of customers", "zh-CN": "的收入来自消费最高的 20% 客户" };
  const best = greatest(segments);
  const leaving = greatest(segments.filter(({ id }) => valuedButLeaving.has(id) && id !== best?.id));
  const ofSegment = ({ name, revenueShare, customers }: SegmentValues) => {
    const { count } = format(language);
    const label = {
      en: `of revenue comes from ${count(customers)} ${customers === 1 ? "customer" : "customers"}: ${name.en}`,
      "zh-CN": `的收入来自 ${count(customers)} 名${name["zh-CN"]}`,
    };
    return shareNumber(label, revenueShare, language);
  };
  return [shareNumber(top, concentration.top20, language), ...[best, leaving].flatMap((segment) => (segment ? [ofSegment(segment)] : []))];
}
