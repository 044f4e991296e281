const values = [
  { segment: "Champions", customers: 158 },
  { segment: "Loyal", customers: 240 },
  { segment: "<script>window.hacked = true</script>", customers: 31 },
  { segment: "流失风险客户", customers: 120 },
];

/** A plain bar chart that says nothing about its colours, with a customer group whose name tries to be a script. */
export const bars = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  title: "Four in ten customers are loyal",
  description: "Customers by segment; Loyal has most, 240.",
  data: { values },
  mark: { type: "bar", tooltip: true },
  encoding: { x: { field: "customers", type: "quantitative" }, y: { field: "segment", type: "nominal", sort: "-x" } },
};

/** Everything that vega-embed would take from a chart's own words, were they not stripped. */
export const attack = {
  ...bars,
  usermeta: {
    embedOptions: {
      actions: true,
      renderer: "canvas",
      editorUrl: "https://example.org/",
      theme: "dark",
      patch: "https://example.org/patch.json",
      config: "https://example.org/config.json",
      loader: { baseURL: "https://example.org/" },
      defaultStyle: "body { display: none }",
    },
  },
};

/** Listens to keys and reads data from an address on another site. */
export const spy = {
  ...bars,
  params: [{ name: "key", value: "", on: [{ events: "window:keydown", update: "event.key" }] }],
  data: { url: "https://example.org/customers.json?key=secret" },
};

export const wide = { ...bars, width: "container" };

export const unknownMark = {
  ...bars,
  layer: [
    { mark: "bar", encoding: {} },
    { mark: "lin", encoding: {} },
  ],
  mark: undefined,
};

/** Written in Vega itself, with a signal that does not exist. */
export const brokenVega = {
  $schema: "https://vega.github.io/schema/vega/v6.json",
  width: 100,
  height: 100,
  marks: [{ type: "rect", encode: { enter: { x: { signal: "nowhere" } } } }],
};

export const vegaSquare = {
  $schema: "https://vega.github.io/schema/vega/v6.json",
  description: "One square",
  width: 60,
  height: 60,
  marks: [{ type: "rect", encode: { enter: { width: { value: 60 }, height: { value: 60 }, fill: { value: "#3B6E9E" } } } }],
};
