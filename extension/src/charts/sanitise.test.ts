import { describe, expect, it } from "vitest";
import { confine, withoutUsermeta } from "./sanitise.js";

describe("withoutUsermeta()", () => {
  it("drops all of usermeta and keeps the rest, without touching the original", () => {
    const spec = Object.freeze({ mark: "bar", usermeta: { embedOptions: { patch: "https://example.org" }, author: "x" } });
    expect(withoutUsermeta(spec)).toEqual({ mark: "bar" });
    expect(spec.usermeta.author).toBe("x");
  });
});

describe("confine()", () => {
  it("overrules what a chart says about the events it listens to, and keeps its other settings", () => {
    const { config } = confine({ config: { background: "red", events: { window: true, selector: true } } });
    expect(config).toMatchObject({ background: "red", events: { selector: false, bind: "container" } });
    expect(config.events.window).not.toContain("keydown");
  });

  it("makes a chart as wide as its container follow the container, not the window", () => {
    const { signals } = confine({
      signals: [
        { name: "width", on: [{ events: "window:resize", update: "containerSize()[0]" }] },
        { name: "other", value: 1 },
      ],
    });
    expect(signals).toEqual([
      { name: "width", on: [{ events: "container:resize", update: "containerSize()[0]" }] },
      { name: "other", value: 1 },
    ]);
  });
});
