import type { Format } from "../../language/format.js";
import type { Text } from "../../language/language.js";
import { texts } from "../texts.js";
import type { ChurnDefinition } from "./values.js";

const evidence = ({ days, horizonDays, returns }: ChurnDefinition): Text =>
  texts(
    (f) =>
      returns === undefined
        ? `No silence of ${dayCount(days, f)} could be watched for another ${horizonDays === 1 ? "day" : dayCount(horizonDays, f)}, so nothing shows how many come back.`
        : `Of ${f.count(returns.silences)} silences that lasted ${dayCount(days, f)}, ${f.percent(returns.share)} ` +
          `(95 % CI ${f.percentInterval(returns.interval)}) ended with a return within the next ${horizonDays === 1 ? "day" : dayCount(horizonDays, f)}.`,
    (f) =>
      returns === undefined
        ? `没有任何一段 ${f.count(days)} 天的沉默期能再观察 ${f.count(horizonDays)} 天，因此无法得知有多少客户会回来。`
        : `在持续 ${f.count(days)} 天的 ${f.count(returns.silences)} 段沉默期中，有 ${f.percent(returns.share)}` +
          `（95% 置信区间 ${f.percentInterval(returns.interval)}）在随后 ${f.count(horizonDays)} 天内以回访告终。`,
  );

const dayCount = (days: number, f: Format): string => (days === 1 ? "one day" : `${f.count(days)} days`);

const suggestion = ({ suggestedDays, returnLimit }: ChurnDefinition): Text =>
  suggestedDays === undefined
    ? texts(
        (f) => `The data suggest no other number, as none has fewer than ${f.percent(returnLimit)} returns.`,
        (f) => `数据也给不出其他天数，因为没有哪个天数的回访率低于 ${f.percent(returnLimit)}。`,
      )
    : texts(
        (f) => `The data suggest ${dayCount(suggestedDays, f)}.`,
        (f) => `数据建议取 ${f.count(suggestedDays)} 天。`,
      );

function judgement(definition: ChurnDefinition): Text {
  const { days, source, suggestedDays, returnLimit, verdict } = definition;
  if (verdict === "unknown") {
    return {
      en:
        source === "given"
          ? `That is too little to judge the definition. ${suggestion(definition).en}`
          : "That is too little to judge the definition.",
      "zh-CN": source === "given" ? `样本太少，无法判断这一口径。${suggestion(definition)["zh-CN"]}` : "样本太少，无法判断这一口径。",
    };
  }
  if (source === "suggested") {
    return texts(
      (f) => `It is the smallest number of days after which fewer than ${f.percent(returnLimit)} return.`,
      (f) => `这是回访率低于 ${f.percent(returnLimit)} 的最短天数。`,
    );
  }
  if (verdict === "too-short") {
    const other = suggestion(definition);
    return texts(
      (f) => `That is not below the limit of ${f.percent(returnLimit)}: too many of those counted as lost come back. ${other.en}`,
      (f) => `这并不低于 ${f.percent(returnLimit)} 的上限：被计为流失的客户中，回来的太多。${other["zh-CN"]}`,
    );
  }
  const isLonger = suggestedDays !== undefined && suggestedDays < days;
  return texts(
    (f) => `That is below the limit of ${f.percent(returnLimit)}${isLonger ? `; ${dayCount(suggestedDays, f)} would be enough` : ""}.`,
    (f) => `这低于 ${f.percent(returnLimit)} 的上限${isLonger ? `；取 ${f.count(suggestedDays)} 天即已足够` : ""}。`,
  );
}

/** The definition of churn in words, and what the data say for or against it: two or three sentences. */
export function definitionText(definition: ChurnDefinition): Text {
  const [shown, judged] = [evidence(definition), judgement(definition)];
  const { days } = definition;
  return texts(
    (f) => `A customer counts as lost after ${dayCount(days, f)} of silence. ${shown.en} ${judged.en}`,
    (f) => `客户沉默满 ${f.count(days)} 天即计为流失。${shown["zh-CN"]}${judged["zh-CN"]}`,
  );
}
