import { describe, expect, it } from "vitest";
import { countTimes } from "../../statistics/survival/time-counts.js";
import { chooseTicks, chooseTimes, curveValues } from "./curves.js";

describe("chooseTimes()", () => {
  it.each([
    [72, "month", [6, 12, 24, 36, 48, 60, 72].slice(1)],
    [400, "day", [14, 30, 60, 90, 180, 365]],
    [52, "week", [1, 4, 8, 13, 26, 52]],
    [75, "period", [20, 40, 60]],
    [0.9, "year", [0.2, 0.4, 0.6, 0.8]],
    [0, "day", [0]],
  ] as const)("takes of %d %ss round times, no more than six", (longest, unit, times) => {
    const chosen = chooseTimes(longest, unit);
    expect(chosen.length).toBeLessThanOrEqual(6);
    expect(chosen.every((time) => time <= longest)).toBe(true);
    expect(chosen).toEqual(times);
  });
});

describe("chooseTicks()", () => {
  it.each([
    [72, "month", [0, 12, 24, 36, 48, 60, 72]],
    [52, "week", [0, 13, 26, 39, 52]],
    [373, "day", [0, 90, 180, 270, 360]],
    [3, "month", [0, 1, 2, 3]],
    [0.9, "year", [0, 0.2, 0.4, 0.6, 0.8]],
  ] as const)("puts ticks from 0 to %d %ss where people count", (longest, unit, ticks) =>
    expect(chooseTicks(longest, unit)).toEqual(ticks),
  );

  it("puts one tick where nothing lasts", () => expect(chooseTicks(0, "day")).toEqual([0]));
});

describe("curveValues()", () => {
  const context = { band: "log", times: [1, 3, 9], ticks: [0, 2, 4], until: 5 } as const;
  const values = curveValues("a", countTimes([1, 2, 3, 4, 5], [1, 0, 1, 0, 1]), context);

  it("states shares at the times that the curve reaches, with those still watched just before", () => {
    expect(values.at.map(({ time, survival, atRisk }) => [time, survival, atRisk])).toEqual([
      [1, 0.8, 5],
      [3, expect.closeTo(0.8 * (2 / 3), 10), 3],
    ]);
    expect(values.risk).toEqual([
      { time: 0, atRisk: 5 },
      { time: 2, atRisk: 4 },
      { time: 4, atRisk: 2 },
    ]);
  });

  it("has no interval where nothing is left", () => {
    expect(values.steps.at(-1)).toEqual({ time: 5, survival: 0, atRisk: 1 });
  });

  it("begins at 1 and keeps no more steps than can be seen, the last event among them", () => {
    const many = Array.from({ length: 5000 }, (_, index) => index + 1);
    const { steps } = curveValues(
      "",
      countTimes(
        many,
        many.map(() => 1),
      ),
      { ...context, until: 5000 },
    );
    expect(steps.length).toBeLessThanOrEqual(153);
    expect(steps[0]).toMatchObject({ time: 0, survival: 1 });
    expect(steps.at(-1)).toMatchObject({ time: 5000, survival: 0 });
  });
});
