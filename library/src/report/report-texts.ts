import type { Text } from "../language/language.js";

/** The words of a report itself; everything else comes from the notebook and its result. */
export const reportTexts = {
  next: { en: "Next step", "zh-CN": "下一步" },
  about: { en: "About this report", "zh-CN": "报告说明" },
  data: { en: "Data", "zh-CN": "数据" },
  file: { en: "Source", "zh-CN": "来源" },
  size: { en: "Size", "zh-CN": "规模" },
  fingerprint: { en: "Fingerprint (SHA-256)", "zh-CN": "数据指纹（SHA-256）" },
  made: { en: "Made with", "zh-CN": "生成工具" },
  period: { en: "Period", "zh-CN": "数据期间" },
  asOf: { en: "As of", "zh-CN": "截止日期" },
  parameters: { en: "Parameters", "zh-CN": "参数" },
  assumptions: { en: "Assumptions", "zh-CN": "假设" },
  checks: { en: "Checks and warnings", "zh-CN": "检查与提示" },
  noWarnings: { en: "All checks passed; there is nothing to warn of.", "zh-CN": "各项检查均已通过，没有需要提示的问题。" },
  blocks: { en: "Settle before acting", "zh-CN": "行动前须解决" },
  note: { en: "Good to know", "zh-CN": "须知" },
  found: { en: "found by itself", "zh-CN": "自动识别" },
} as const satisfies Record<string, Text>;
