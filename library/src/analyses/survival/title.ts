import type { Text } from "../../language/language.js";

export const survivalTitle: Text = { en: "Survival", "zh-CN": "生存分析" };
