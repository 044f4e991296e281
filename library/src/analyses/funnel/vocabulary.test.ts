import { describe, expect, it } from "vitest";
import {
  durationInterval,
  durationText,
  pointsInterval,
  probability,
  ratioInterval,
  ratioText,
  unitCount,
  windowText,
} from "./vocabulary.js";

describe("durationText()", () => {
  it.each([
    [0, "0 seconds", "0 秒"],
    [0.5, "0.5 seconds", "0.5 秒"],
    [1, "1 second", "1 秒"],
    [90, "1.5 minutes", "1.5 分钟"],
    [3600, "1 hour", "1 小时"],
    [86_400 * 1.4, "1.4 days", "1.4 天"],
    [86_400 * 40, "40 days", "40 天"],
  ])("of %d seconds is %s", (seconds, english, chinese) =>
    expect([durationText(seconds, "en"), durationText(seconds, "zh-CN")]).toEqual([english, chinese]),
  );
});

describe("durationInterval()", () => {
  it("has one unit for both ends", () => expect(durationInterval([43_200, 172_800], "en")).toBe("0.5–2 days"));
  it("has two where one end is far smaller", () => expect(durationInterval([48, 108_864], "zh-CN")).toBe("48 秒 – 1.26 天"));
});

describe("windowText()", () => {
  it("counts one as one", () =>
    expect([
      windowText({ value: 1, unit: "day" }, "en"),
      windowText({ value: 2, unit: "week" }, "en"),
      windowText({ value: 30, unit: "minute" }, "zh-CN"),
    ]).toEqual(["1 day", "2 weeks", "30 分钟"]));
});

describe("pointsInterval()", () => {
  it.each([
    [[0.07, 0.135], "7.0 to 13.5 points", "7.0 至 13.5 个百分点"],
    [[-0.066, -0.014], "−6.6 to −1.4 points", "−6.6 至 −1.4 个百分点"],
    [[-0.00001, 0.03], "0.0 to 3.0 points", "0.0 至 3.0 个百分点"],
  ] as const)("of %j reads %s", (interval, english, chinese) =>
    expect([pointsInterval(interval, "en"), pointsInterval(interval, "zh-CN")]).toEqual([english, chinese]),
  );
});

describe("ratioText(), ratioInterval()", () => {
  it.each([
    [1.587, [1.361, 1.859], "1.59", "1.36–1.86"],
    [0.00098, [0.0001, 0.5], "< 0.01", "< 0.01 – 0.5"],
    [4000, [20, 90_000], "> 100", "20 – > 100"],
  ] as const)("write %d without endless digits", (ratio, interval, text, ends) =>
    expect([ratioText(ratio, "en"), ratioInterval(interval, "en")]).toEqual([text, ends]),
  );
});

describe("probability()", () => {
  it("is never zero", () =>
    expect([probability(1e-20, "en"), probability(0.04, "en"), probability(0, "zh-CN")]).toEqual(["p < 0.001", "p = 0.04", "p<0.001"]));
});

describe("unitCount()", () => {
  it("names what is counted", () =>
    expect([
      unitCount({ counts: "users" }, 1, "en"),
      unitCount({ counts: "sessions" }, 1200, "en"),
      unitCount({ counts: "events" }, 3, "zh-CN"),
    ]).toEqual(["1 user", "1,200 sessions", "3 次进入"]));
});
