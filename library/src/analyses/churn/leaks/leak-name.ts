/** Names of columns that are written down when somebody leaves, buys or is given up; a time or a reason of the event itself. */
const afterTheEvent = [
  /^(churn\w*|cancel\w*|terminat\w*|exit|attrition|leaving|left|lost|closed?|won|win|unsubscri\w*|deactivat\w*|conversion|converted)[\s_.-]*(reason|date|time|day|at|on|month|category|comment|note|survey|call|fee|type|label|score|value|status|stage|flag)s?$/i,
  /^(reason|date|time)[\s_.-]*(for|of)[\s_.-]*(leaving|churn|cancel\w*|closing|termination|exit|loss|purchase)/i,
  /^(end|termination|closing|close|exit|deactivation|offboarding)[\s_.-]*(date|day|time|at|on)$/i,
  /^exit[\s_.-]*(call|interview|survey)/i,
  /(流失|退订|离网|销户|注销|解约|取消|退租|停机|成交|赢单|输单|丢单|签约|战败)\S{0,6}(原因|日期|时间|类型|说明|备注|来电|通话|状态|标签|阶段|金额)/,
];

/** Whether a column is called like something that is known only after the outcome. */
export const isNamedAfterTheEvent = (name: string): boolean => afterTheEvent.some((pattern) => pattern.test(name.trim()));
