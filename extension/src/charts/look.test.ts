import { dark, light } from "marklab/report";
import type { TopLevelSpec } from "vega-lite";
import { compile } from "vega-lite";
import { describe, expect, it } from "vitest";
import { houseConfig, onGround } from "./look.js";

const spec = (config: TopLevelSpec["config"] = {}): TopLevelSpec => ({
  data: { values: [{ a: 1 }] },
  mark: "bar",
  encoding: { x: { field: "a" } },
  config,
});

describe("houseConfig()", () => {
  it("lets the page shine through, and paints paper white", () => {
    expect(houseConfig("light page").background).toBe("transparent");
    expect(houseConfig("dark page").background).toBe("transparent");
    expect(houseConfig("white paper").background).toBe(light.ground);
  });

  it("writes in the ink of its ground, and gives way to what a chart says itself", () => {
    const axisOf = (config: TopLevelSpec["config"]) => compile(spec(config), { config: houseConfig("dark page") }).spec.config?.axis;
    expect(axisOf({})?.titleColor).toBe(dark.ink);
    expect(axisOf({ axis: { titleColor: "red" } })?.titleColor).toBe("red");
  });
});

describe("onGround()", () => {
  it("takes the white ground of our own charts away on a page, and keeps it on paper", () => {
    const white = spec({ background: light.ground });
    expect(onGround(white, "light page").config?.background).toBe("transparent");
    expect(onGround(white, "dark page").config?.background).toBe("transparent");
    expect(onGround(white, "white paper").config?.background).toBe(light.ground);
  });

  it("keeps the colours that a chart from elsewhere names, without changing the original", () => {
    const foreign = Object.freeze(spec(Object.freeze({ background: "papayawhip", mark: { color: "teal" } })));
    expect(onGround(foreign, "dark page").config).toEqual({ background: "papayawhip", mark: { color: "teal" } });
  });

  it("exchanges the colours of our own look for those on dark", () =>
    expect(onGround(spec({ title: { color: light.ink } }), "dark page").config?.title?.color).toBe(dark.ink));
});
