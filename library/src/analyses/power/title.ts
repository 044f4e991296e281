import type { Text } from "../../language/language.js";

/** What the calculation is called in titles and errors. */
export const powerTitle: Text = { en: "Sample size and power", "zh-CN": "样本量与统计功效" };
