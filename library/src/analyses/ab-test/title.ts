import type { Text } from "../../language/language.js";

/** What the A/B test is called in titles and errors. */
export const abTestTitle: Text = { en: "A/B test", "zh-CN": "A/B 测试" };
