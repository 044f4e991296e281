const versions = {
  "vega-lite": ["v6+json", "v6.json", "v5+json", "v5.json", "v4+json", "v3+json"].map((version) => `application/vnd.vegalite.${version}`),
  vega: ["v6+json", "v6.json", "v5+json", "v5.json"].map((version) => `application/vnd.vega.${version}`),
};

/** Every MIME type that the chart renderer draws. Altair writes `v6.json`, most others `v6+json`. */
export const chartMimeTypes: readonly string[] = Object.values(versions).flat();

export type ChartGrammar = keyof typeof versions;

export const grammarOf = (mimeType: string): ChartGrammar => (versions.vega.includes(mimeType) ? "vega" : "vega-lite");
