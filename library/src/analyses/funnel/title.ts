/** What the analysis is called, in its own texts and in errors. */
export const funnelTitle = { en: "Funnel", "zh-CN": "漏斗分析" } as const;
