import type { Text } from "../../language/language.js";
import type { ColumnLabels } from "../../tables/html-table.js";
import type { Question } from "./question.js";
import type { LeftOut } from "./values.js";

const title = (en: string, zh: string): { title: Text } => ({ title: { en, "zh-CN": zh } });

/** Why a column takes no part, in words. */
export const leftOutNames: Readonly<Record<LeftOut | "used", Text>> = {
  used: { en: "used", "zh-CN": "参与学习" },
  excluded: { en: "left out as asked", "zh-CN": "按要求排除" },
  leak: { en: "known only after the outcome", "zh-CN": "结果之后才知道" },
  "outcome-copy": { en: "a copy of the outcome", "zh-CN": "与结果相同" },
  identifier: { en: "an identifier", "zh-CN": "编号类" },
  constant: { en: "the same in all rows", "zh-CN": "取值全部相同" },
  empty: { en: "empty", "zh-CN": "全部为空" },
  collinear: { en: "other columns say the same", "zh-CN": "与其他列重复（共线）" },
  "rare-levels": { en: "many levels, none common", "zh-CN": "取值过多且都少见" },
  unreadable: { en: "of a type that cannot be used", "zh-CN": "类型无法使用" },
};

/** How the further tables are headed, and what the ids in them are called. */
export const tableLabels = ({ vocabulary: { words } }: Question): ColumnLabels => ({
  feature: title("Column", "列"),
  name: title("Column", "列"),
  column: title("Column", "列"),
  part: title("Level or step", "取值或步长"),
  reference: title("Against", "参照"),
  oddsRatio: title("Odds ratio", "优势比"),
  low: title("Interval from", "区间下限"),
  high: title("Interval to", "区间上限"),
  p: title("p", "p 值"),
  coefficient: title("Coefficient", "系数"),
  standardError: title("Standard error", "标准误"),
  n: title("n", "n"),
  customers: title(words.en.people.charAt(0).toUpperCase() + words.en.people.slice(1), `${words["zh-CN"].people}数`),
  events: title("With the event", "事件数"),
  rate: title("Observed rate", "实际比例"),
  predicted: title("Predicted", "预测概率"),
  id: title("Tenth", "十分位"),
  lift: title("Lift", "提升倍数"),
  cumulativeGain: title("Share of all events so far", "累计占全部事件的比例"),
  threshold: title("Lowest probability", "最低概率"),
  share: title("Share contacted", "触达比例"),
  contacts: title("Contacts", "触达人数"),
  profit: title("Profit", "利润"),
  kind: {
    ...title("Kind", "类型"),
    values: {
      number: { en: "number", "zh-CN": "数值" },
      category: { en: "category", "zh-CN": "类别" },
      date: { en: "date", "zh-CN": "日期" },
    },
  },
  leftOut: { ...title("What became of it", "去向"), values: leftOutNames },
  sameAs: title("Same as", "相同的列"),
  missing: title("Not known", "缺失比例"),
  auc: title("AUC alone", "单列 AUC"),
  verdict: {
    ...title("Verdict", "判断"),
    values: { certain: { en: "almost certain", "zh-CN": "几乎确定" }, suspected: { en: "suspected", "zh-CN": "可疑" } },
  },
  signs: title("Signs", "迹象"),
  aucAlone: title("AUC alone", "单列 AUC"),
  aucWith: title("AUC with it", "保留时 AUC"),
  aucWithout: title("AUC without it", "去掉后 AUC"),
});
