import type { Language } from "../../language/language.js";

/** The steps of the planted funnel, in their order. */
export const stepIds = ["landing", "pricing", "trial", "project", "order"] as const;
export type StepId = (typeof stepIds)[number];

/** What else users do, none of it a step. */
export const otherIds = ["demo", "app", "email", "help", "chat"] as const;
export type EventId = StepId | (typeof otherIds)[number];

export const channelIds = ["organic", "search", "social", "email", "referral", "direct"] as const;
export type ChannelId = (typeof channelIds)[number];

export const planIds = ["starter", "team", "business"] as const;
export type PlanId = (typeof planIds)[number];

export const platformIds = ["web", "ios", "android"] as const;
export type PlatformId = (typeof platformIds)[number];

/** What a year of each plan costs, in cents. */
export const planCents: Readonly<Record<PlanId, number>> = { starter: 9_600, team: 22_800, business: 58_800 };

/** What columns, events and channels are called in a language, as a product analytics tool there would export them. */
export interface FunnelWords {
  readonly columns: Readonly<Record<"user" | "time" | "event" | "session" | "platform" | "channel" | "plan" | "amount", string>>;
  readonly events: Readonly<Record<EventId, string>>;
  readonly channels: Readonly<Record<ChannelId, string>>;
  readonly plans: Readonly<Record<PlanId, string>>;
  readonly platforms: Readonly<Record<PlatformId, string>>;
}

export const funnelWords: Readonly<Record<Language, FunnelWords>> = {
  en: {
    columns: {
      user: "User ID",
      time: "Event time",
      event: "Event",
      session: "Session ID",
      platform: "Platform",
      channel: "Channel",
      plan: "Plan",
      amount: "Amount",
    },
    events: {
      landing: "Landing page viewed",
      pricing: "Pricing viewed",
      trial: "Trial sign-up",
      project: "First project created",
      order: "Order paid",
      demo: "Demo watched",
      app: "App opened",
      email: "Email opened",
      help: "Help article read",
      chat: "Chat opened",
    },
    channels: {
      organic: "Organic search",
      search: "Paid search",
      social: "Paid social",
      email: "Newsletter",
      referral: "Referral",
      direct: "Direct",
    },
    plans: { starter: "Starter", team: "Team", business: "Business" },
    platforms: { web: "Web", ios: "iOS", android: "Android" },
  },
  "zh-CN": {
    columns: {
      user: "用户ID",
      time: "事件时间",
      event: "事件名称",
      session: "会话ID",
      platform: "平台",
      channel: "渠道",
      plan: "套餐",
      amount: "支付金额",
    },
    events: {
      landing: "浏览落地页",
      pricing: "查看价格页",
      trial: "注册试用",
      project: "创建首个项目",
      order: "支付订单",
      demo: "观看产品演示",
      app: "打开应用",
      email: "打开邮件",
      help: "阅读帮助文档",
      chat: "咨询在线客服",
    },
    channels: {
      organic: "自然搜索",
      search: "搜索广告",
      social: "信息流广告",
      email: "邮件推送",
      referral: "老客推荐",
      direct: "直接访问",
    },
    plans: { starter: "入门版", team: "团队版", business: "企业版" },
    platforms: { web: "网页端", ios: "iOS", android: "安卓" },
  },
};
