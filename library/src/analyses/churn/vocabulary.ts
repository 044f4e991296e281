import type { Language, Text } from "../../language/language.js";

/** The words of one question in one language; sentences are built around them. */
export interface Words {
  /** One of the people, and several: "customer", "customers"; in Chinese counted by `unit`. */
  readonly person: string;
  readonly people: string;
  readonly unit: string;
  /** Those with the event: "those who leave". */
  readonly those: string;
  /** What they do, as a noun: "leaving". */
  readonly event: string;
  /** The same as a finding about some of them: "left". */
  readonly did: string;
  /** The opposite: "stayed". */
  readonly didNot: string;
  /** The share that does it: "churn rate". */
  readonly rate: string;
  /** The probability of it: "risk of leaving". */
  readonly risk: string;
  /** Which people come first: "with the highest risk". */
  readonly first: string;
  /** What a contact that succeeds brings: "customer kept". */
  readonly gained: string;
  /** What such a contact does: "keep". */
  readonly gain: string;
  /** Who can still be reached: "who are still there". */
  readonly reachable: string;
  /** What the model shows: "who is at risk". */
  readonly shown: string;
  /** What the hold-out is compared by: "who stays". */
  readonly compare: string;
  /** The list of people to contact: "warning list". */
  readonly list: string;
}

/** The words of one question: customers who leave, or leads who buy. */
export interface Vocabulary {
  readonly id: "churn" | "lead-score";
  readonly words: Readonly<Record<Language, Words>>;
  readonly title: Text;
}

export const churnVocabulary: Vocabulary = {
  id: "churn",
  title: { en: "Customer churn", "zh-CN": "客户流失" },
  words: {
    en: {
      person: "customer",
      people: "customers",
      unit: "",
      those: "those who leave",
      event: "leaving",
      did: "left",
      didNot: "stayed",
      rate: "churn rate",
      risk: "risk of leaving",
      first: "with the highest risk",
      gained: "customer kept",
      gain: "keep",
      reachable: "who are still there",
      shown: "who is at risk",
      compare: "who stays",
      list: "warning list",
    },
    "zh-CN": {
      person: "客户",
      people: "客户",
      unit: "名",
      those: "流失客户",
      event: "流失",
      did: "已流失",
      didNot: "未流失",
      rate: "流失率",
      risk: "流失概率",
      first: "风险最高",
      gained: "每留住一名客户",
      gain: "留住",
      reachable: "尚未流失",
      shown: "哪些客户可能流失",
      compare: "留存率",
      list: "流失预警名单",
    },
  },
};

export const leadVocabulary: Vocabulary = {
  id: "lead-score",
  title: { en: "Lead score", "zh-CN": "线索评分" },
  words: {
    en: {
      person: "lead",
      people: "leads",
      unit: "",
      those: "those who buy",
      event: "buying",
      did: "bought",
      didNot: "did not buy",
      rate: "conversion rate",
      risk: "chance of buying",
      first: "with the best score",
      gained: "lead won",
      gain: "win",
      reachable: "who have not bought",
      shown: "who is likely to buy",
      compare: "who buys",
      list: "call list",
    },
    "zh-CN": {
      person: "线索",
      people: "线索",
      unit: "条",
      those: "成交线索",
      event: "成交",
      did: "已成交",
      didNot: "未成交",
      rate: "成交率",
      risk: "成交概率",
      first: "评分最高",
      gained: "每成交一条线索",
      gain: "促成",
      reachable: "尚未成交",
      shown: "哪些线索可能成交",
      compare: "成交率",
      list: "跟进名单",
    },
  },
};
