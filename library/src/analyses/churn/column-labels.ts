import type { Text } from "../../language/language.js";
import type { ColumnLabels } from "../../tables/html-table.js";
import type { Vocabulary } from "./vocabulary.js";

const reason = (number: number): { title: Text } => ({ title: { en: `Reason ${number}`, "zh-CN": `原因 ${number}` } });
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How the table of customers or leads is headed, and what its outcomes are called. */
export const makeColumnLabels =
  ({ words: { en, "zh-CN": chinese } }: Vocabulary) =>
  (): ColumnLabels => ({
    customer: { title: { en: capital(en.person), "zh-CN": chinese.person } },
    probability: { title: { en: capital(en.risk), "zh-CN": chinese.risk } },
    score: { title: { en: "Score", "zh-CN": "评分" }, note: { en: "0–100", "zh-CN": "0–100" } },
    decile: { title: { en: "Tenth", "zh-CN": "十分位" }, note: { en: "1 likeliest", "zh-CN": "1 最高" } },
    grade: { title: { en: "Grade", "zh-CN": "等级" } },
    outcome: {
      title: { en: "Outcome", "zh-CN": "结果" },
      values: {
        event: { en: en.did, "zh-CN": chinese.did },
        none: { en: en.didNot, "zh-CN": chinese.didNot },
        unknown: { en: "not known yet", "zh-CN": "尚不清楚" },
      },
    },
    reason1: reason(1),
    reason2: reason(2),
    reason3: reason(3),
  });
