import type { Text } from "../../language/language.js";

const thank: Text = {
  en: "Thank and involve: early access, reviews, referrals; no discount",
  "zh-CN": "致谢并邀请参与：优先体验、评价、推荐；不打折",
};
const keep: Text = { en: "Keep the rhythm: remind at their usual interval", "zh-CN": "保持节奏：按其购买间隔提醒" };
const raise: Text = { en: "Raise the frequency: suggest what goes with earlier orders", "zh-CN": "提升频率：推荐与以往订单相配的商品" };
const second: Text = { en: "Win the second order: welcome series within 30 days", "zh-CN": "促成第二单：30 天内完成新客欢迎流程" };
const nurture: Text = { en: "Make the next order easy: a small reason to come back", "zh-CN": "降低再次下单门槛：给一个小的回访理由" };
const ask: Text = { en: "Ask what is missing, then offer it", "zh-CN": "询问缺少什么，再有针对性地推荐" };
const remind: Text = { en: "Remind before they leave: one offer with an end date", "zh-CN": "流失前提醒：一次限期优惠" };
const winBack: Text = { en: "Win back: an offer worth their former spend", "zh-CN": "召回：力度与其过往消费相称的优惠" };
const call: Text = { en: "Personal contact by a named person this week", "zh-CN": "本周由专人一对一联系" };
const cheap: Text = { en: "Cheapest channel only, twice a year", "zh-CN": "仅用最低成本渠道，每年两次" };
const stop: Text = { en: "Stop paid contact; keep the account open", "zh-CN": "停止付费触达，保留账户" };
const review: Text = { en: "Review by hand before any contact", "zh-CN": "人工核查后再决定是否触达" };

/** One action per segment, by the ids of the segment maps. */
const actions: Readonly<Record<string, Text>> = {
  champions: thank,
  loyal: keep,
  "loyal-customers": keep,
  regulars: keep,
  "potential-loyalists": raise,
  "potential-loyalist": raise,
  "high-value-newcomers": raise,
  new: second,
  "new-customers": second,
  newcomers: second,
  promising: nurture,
  "need-attention": ask,
  "about-to-sleep": remind,
  "low-value-drifting": remind,
  "at-risk": winBack,
  "high-value-drifting": winBack,
  "cant-lose-them": call,
  "high-value-at-risk": call,
  hibernating: cheap,
  lost: stop,
  "low-value-lost": stop,
};

/** What to do with a segment; customers of a segment without an action of its own are reviewed by hand. */
export const segmentAction = (id: string): Text => actions[id] ?? review;
