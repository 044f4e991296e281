import type { Text } from "../../language/language.js";

const text = (en: string, chinese: string): Text => ({ en, "zh-CN": chinese });

/** The columns as a sales system exports them, in their order. */
export const leadColumns = {
  lead: text("Lead ID", "线索编号"),
  created: text("Created", "创建日期"),
  source: text("Lead source", "线索来源"),
  companySize: text("Company size", "公司规模"),
  title: text("Job title", "职位"),
  pages: text("Pages viewed", "浏览页数"),
  mails: text("E-mails opened", "邮件打开次数"),
  demo: text("Demo requested", "是否预约演示"),
  region: text("Region", "地区"),
  newsletter: text("Newsletter", "是否订阅资讯"),
  device: text("Device", "设备"),
  tag: text("Sales tag", "销售标签"),
  won: text("Won", "是否成交"),
} as const satisfies Record<string, Text>;

/** The levels of the columns that have names, by position. */
export const leadLevels = {
  source: [
    text("Paid search", "搜索广告"),
    text("Organic search", "自然搜索"),
    text("Trade fair", "展会"),
    text("Referral", "客户转介绍"),
    text("Purchased list", "外购名单"),
  ],
  companySize: [text("1–10", "10人以下"), text("11–50", "11–50人"), text("51–250", "51–250人"), text("Over 250", "250人以上")],
  title: [
    text("Specialist", "专员"),
    text("Manager", "经理"),
    text("Head of department", "部门总监"),
    text("Managing director", "总经理"),
    text("Student", "学生"),
  ],
  region: [text("North", "华北"), text("East", "华东"), text("South", "华南"), text("West", "西南")],
  device: [text("Desktop", "电脑"), text("Phone", "手机")],
  tag: [
    text("New", "新线索"),
    text("Nurture", "培育中"),
    text("No answer", "未接通"),
    text("Offer accepted", "已接受报价"),
    text("Contract sent", "合同已寄出"),
  ],
} as const satisfies Record<string, readonly Text[]>;
