import type { Text } from "../../language/language.js";

const text = (en: string, chinese: string): Text => ({ en, "zh-CN": chinese });

/** The columns as a billing or customer system exports them, in their order. */
export const churnColumns = {
  customer: text("Customer ID", "客户编号"),
  signUp: text("Sign-up date", "开通日期"),
  tenure: text("Tenure (months)", "在网时长（月）"),
  plan: text("Plan", "套餐"),
  contract: text("Contract", "合约类型"),
  payment: text("Payment method", "付款方式"),
  price: text("Monthly price", "月费（元）"),
  tickets: text("Support tickets (90 days)", "近90天工单数"),
  logins: text("Logins (30 days)", "近30天登录次数"),
  discount: text("Discount", "是否享受优惠"),
  region: text("Region", "地区"),
  age: text("Age", "年龄"),
  optIn: text("E-mail opt-in", "是否订阅邮件"),
  call: text("Exit call (minutes)", "退订来电时长（分钟）"),
  reason: text("Reason for leaving", "退订原因"),
  churned: text("Churned", "是否流失"),
} as const satisfies Record<string, Text>;

/** The levels of the columns that have names, by position. */
export const churnLevels = {
  plan: [text("Basic", "基础版"), text("Plus", "进阶版"), text("Pro", "专业版")],
  contract: [text("Month to month", "按月"), text("One year", "一年"), text("Two years", "两年")],
  payment: [
    text("Card", "银行卡自动扣款"),
    text("Direct debit", "支付宝代扣"),
    text("Wallet", "微信支付代扣"),
    text("Manual transfer", "手动转账"),
  ],
  region: [
    text("North", "华北"),
    text("East", "华东"),
    text("South", "华南"),
    text("West", "西南"),
    text("Central", "华中"),
    text("Islands", "东北"),
  ],
  reason: [
    text("Price", "价格高"),
    text("Moved to a competitor", "转投竞品"),
    text("No longer needed", "不再需要"),
    text("Service", "服务不满意"),
  ],
} as const satisfies Record<string, readonly Text[]>;

export const yesNo: readonly [no: Text, yes: Text] = [text("No", "否"), text("Yes", "是")];
