import type { RoleNeeds } from "../analysis.js";

/** The columns of a funnel. One row is one event. */
export const funnelRoles = {
  customer: {
    required: true,
    title: { en: "User", "zh-CN": "用户" },
    description: { en: "Who did it: an id that stays the same.", "zh-CN": "事件的用户：固定不变的编号。" },
  },
  date: {
    required: true,
    title: { en: "Time of the event", "zh-CN": "事件时间" },
    description: { en: "When it was done; times without a zone are taken as UTC.", "zh-CN": "事件发生的时间；不带时区的时间按 UTC 处理。" },
  },
  event: {
    required: true,
    title: { en: "Event", "zh-CN": "事件" },
    description: { en: "What was done: the name of the event or the page.", "zh-CN": "做了什么：事件或页面的名称。" },
  },
  session: {
    required: false,
    title: { en: "Session", "zh-CN": "会话" },
    description: {
      en: "The visit that the event belongs to; used when sessions are counted.",
      "zh-CN": "事件所属的会话；按会话统计时使用。",
    },
  },
  amount: {
    required: false,
    title: { en: "Amount", "zh-CN": "金额" },
    description: { en: "What the event is worth; the one at the last step counts.", "zh-CN": "事件的金额；以最后一步的金额为准。" },
  },
} as const satisfies RoleNeeds;

export type FunnelNeeds = typeof funnelRoles;
