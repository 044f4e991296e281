import type { Text } from "../../language/language.js";

/** What RFM is called in titles and errors. */
export const rfmTitle: Text = { en: "RFM customer segments", "zh-CN": "RFM 客户分群" };
