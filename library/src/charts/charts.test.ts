import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, it } from "vitest";
import { displaySymbol, vegaLiteMimeType, type MimeBundle } from "../display.js";
import { specProblems } from "../testing/check-spec.js";
import { dark, darkConfig, escapeField, frame, light, lightConfig, makeChart, onDarkGround, rampScale, type Palette } from "./index.js";

const spec = frame({
  title: "“Direct” brings 61.8 % of sales & <b>more</b>",
  subtitle: "Share of sales; n = 40",
  caption: "Source: a.csv",
  description: "Bars.",
  width: 300,
  height: 80,
  left: 60,
  below: 20,
  layers: [
    {
      data: { values: [{ name: "Direct", "a.b": 3 }] },
      mark: { type: "bar", style: "accent", clip: true },
      encoding: { x: { field: escapeField("a.b"), type: "quantitative" }, y: { field: "name", type: "nominal" } },
    },
  ],
});
const chart = makeChart({ name: "bars", language: "en", spec, description: 'Bars of "sales" <now>' });

describe("makeChart()", () => {
  it("shows itself as a live chart, as a picture and as a sentence", async () => {
    const bundle = (await chart[displaySymbol]()) as MimeBundle;
    expect(Object.keys(bundle)).toEqual([vegaLiteMimeType, "image/svg+xml", "text/plain"]);
    expect(bundle[vegaLiteMimeType]).toBe(spec);
    expect(bundle["image/svg+xml"]).toBe(await chart.toSvg());
    expect(bundle["text/plain"]).toBe('Bars of "sales" <now>');
  });

  it("does not change the specification it draws", async () => {
    const before = structuredClone(spec);
    await chart.toSvg({ theme: "dark" });
    expect(spec).toEqual(before);
  });
});

describe("toSvg()", () => {
  it("is one element with its alternative text, and escapes what it draws", async () => {
    const svg = await chart.toSvg();
    expect(svg).toMatch(/^<svg role="img" aria-label="Bars of &quot;sales&quot; &lt;now&gt;"[^]*<\/svg>$/);
    expect(svg).not.toContain("<b>");
  });

  it("needs nothing from outside", async () => {
    expect((await chart.toSvg()).replace(/xmlns(:\w+)?="[^"]*"/g, "")).not.toMatch(/https?:|@import|<image|<script|href=/);
  });

  it("gives drawings on one page ids of their own and the same ids each time", async () => {
    const other = makeChart({ name: "other", language: "en", spec: { ...spec, height: 90 } as TopLevelSpec, description: "Other." });
    const idsOf = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const [first, again, second] = [await chart.toSvg(), await chart.toSvg(), await other.toSvg()];
    expect(idsOf(first).length).toBeGreaterThan(0);
    expect(idsOf(again)).toEqual(idsOf(first));
    expect(idsOf(second).filter((id) => idsOf(first).includes(id))).toEqual([]);
    for (const [, id] of first.matchAll(/url\(#([^)]+)\)/g)) expect(idsOf(first)).toContain(id);
  });

  it("writes the same bytes for the same chart", async () => expect(await chart.toSvg()).toBe(await chart.toSvg()));

  it("draws ours in dark colours on the page's own ground", async () => {
    const [onLight, onDark] = [await chart.toSvg(), await chart.toSvg({ theme: "dark" })];
    expect(onLight).toContain(light.accent);
    expect(onDark).toContain(dark.accent);
    expect(onDark).toContain(dark.ink);
    for (const colour of [light.ink, light.accent, light.ground]) expect(onDark).not.toContain(`"${colour}"`);
  });
});

describe("onDarkGround()", () => {
  it("exchanges the look of ours and keeps what an author chose", () => {
    expect(onDarkGround(spec).config).toEqual(JSON.parse(JSON.stringify(darkConfig)));
    const own = {
      ...spec,
      config: { ...lightConfig, background: "papayawhip", axis: { ...lightConfig.axis, labelColor: "red" } },
    } as TopLevelSpec;
    expect(onDarkGround(own).config).toMatchObject({ background: "papayawhip", axis: { labelColor: "red", gridColor: dark.line } });
  });

  it("leaves a chart from elsewhere alone", () => {
    const foreign: TopLevelSpec = { mark: "bar", data: { values: [] }, config: { background: "teal" } };
    expect(onDarkGround(foreign)).toEqual(foreign);
  });
});

describe("escapeField()", () => {
  it.each(["a.b", "rate[%]", "it's", 'the "best"', "back\\slash", "金额(元)", "客户 ID"])(
    "makes %s a column that Vega-Lite finds",
    async (name) => {
      const named: TopLevelSpec = {
        config: lightConfig,
        data: { values: [{ [name]: "found" }] },
        mark: "text",
        encoding: { text: { field: escapeField(name), type: "nominal" } },
      };
      expect(specProblems(named)).toEqual([]);
      expect(await makeChart({ name: "text", language: "en", spec: named, description: "" }).toSvg()).toContain(">found<");
    },
  );
});

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (colour: string) =>
  [0.2126, 0.7152, 0.0722].reduce(
    (sum, weight, index) => sum + weight * channel(parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16) / 255),
    0,
  );
const contrast = (one: string, other: string) => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

describe("the colours", () => {
  const jupyterDark = "#111111";
  it.each([
    ["light", light, light.ground],
    ["dark", dark, jupyterDark],
  ] as const)("have enough contrast on %s pages: 4.5 for text, 3 for marks", (_, palette: Palette, ground) => {
    for (const text of ["ink", "muted"] as const) expect(contrast(palette[text], ground)).toBeGreaterThanOrEqual(4.5);
    for (const mark of ["base", "accent", "good", "bad"] as const) expect(contrast(palette[mark], ground)).toBeGreaterThanOrEqual(3);
  });

  it.each([light, dark])("leave text readable on every step of the ramp", ({ sequential: [low, high], onLight, onDeep }) => {
    const at = (share: number) =>
      `#${[1, 3, 5]
        .map((position) =>
          Math.round(
            parseInt(low.slice(position, position + 2), 16) * (1 - share) + parseInt(high.slice(position, position + 2), 16) * share,
          )
            .toString(16)
            .padStart(2, "0"),
        )
        .join("")}`;
    for (let share = 0; share <= 1; share += 0.01) {
      const colour = at(share);
      expect(contrast(luminance(colour) > 0.179 ? onLight : onDeep, colour)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("rampScale()", () => {
  it("reaches from nothing to the most, also where there is nothing", () => {
    expect(rampScale([3, 7]).domain).toEqual([0, 7]);
    expect(rampScale([0]).domain).toEqual([0, 1]);
    expect(rampScale([]).domain).toEqual([0, 1]);
  });
});

describe("frame()", () => {
  it("is a valid specification", () => {
    expect(specProblems(spec)).toEqual([]);
    expect(compile(spec).spec.description).toBe("Bars.");
  });
});
