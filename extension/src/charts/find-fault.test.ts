import { describe, expect, it } from "vitest";
import { findFault } from "./find-fault.js";

const bar = { mark: "bar", encoding: { x: { field: "a", type: "quantitative" } } };

describe("findFault()", () => {
  it.each([
    ["a single view", bar],
    ["a mark with settings", { mark: { type: "line" } }],
    ["layers", { layer: [bar, { mark: "rule" }] }],
    ["rows of columns", { vconcat: [{ hconcat: [bar, bar] }, bar] }],
    ["a facet with its view apart", { facet: { field: "a" }, spec: bar }],
    ["a repeated view", { repeat: ["a", "b"], spec: { layer: [bar] } }],
    ["a channel without a type", { mark: "bar", encoding: { x: { value: 1 }, y: { aggregate: "count" }, tooltip: [{ field: "a" }] } }],
  ])("finds none in %s", (_what, spec) => expect(findFault(spec, "vega-lite")).toBeUndefined());

  it.each([
    [{ mark: "barr" }, 'spec.mark is "barr"', 'Try "bar"'],
    [{ layer: [bar, { mark: { type: "Lines" } }] }, 'spec.layer[1].mark.type is "Lines"', 'Try "line"'],
    [{ hconcat: [bar, { encoding: {} }] }, "spec.hconcat[1] has nothing to draw", '"mark"'],
    [{ layer: bar }, "spec.layer is not a list", "[ … ]"],
    [
      { facet: {}, spec: { mark: "bar", encoding: { y: { type: "quantitativ" } } } },
      'spec.spec.encoding.y.type is "quantitativ"',
      '"quantitative"',
    ],
    [{ concat: [bar, null] }, "spec.concat[1] is empty", '"mark"'],
    ["bar", "spec is text", '"mark"'],
    [{}, "spec has nothing to draw", '"mark"'],
  ])("names the place and a fix in %j", (spec, place, fix) => {
    const fault = findFault(spec, "vega-lite");
    expect(fault?.en).toContain(place);
    expect(fault?.en).toContain(fix);
    expect(fault?.["zh-CN"]).toMatch(/^无法绘制图表/);
  });

  it("looks only at the outside of a Vega specification", () => {
    expect(findFault({ marks: [] }, "vega")).toBeUndefined();
    expect(findFault([], "vega")?.en).toContain("spec is a list");
  });
});
