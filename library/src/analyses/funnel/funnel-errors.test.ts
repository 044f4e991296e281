import { describe, expect, it } from "vitest";
import type { DataError } from "../../data-error.js";
import { failure } from "../../testing/rfm-orders.js";
import { chain, run, shop, shopSteps } from "../../testing/funnel-events.js";
import * as errors from "./errors.js";

/** One call of every error of the catalogue. */
const calls: Record<keyof typeof errors, DataError> = {
  stepsMissing: errors.stepsMissing({ events: ["visit", "cart"] }),
  eventUnknown: errors.eventUnknown({ event: "vist", nearest: "visit", events: ["visit", "cart"] }),
  exclusionOutside: errors.exclusionOutside({ from: 2, to: 1, steps: 3 }),
  notTogether: errors.notTogether({ option: "graceSeconds", other: 'order: "any"', needed: { en: "an order", "zh-CN": "确定的顺序" } }),
  firstStepOptional: errors.firstStepOptional({ name: "visit" }),
  timeZoneUnknown: errors.timeZoneUnknown({ timeZone: "Mars" }),
  groupUnknown: errors.groupUnknown({ column: "device", group: "fone", nearest: "phone", groups: ["phone", "desk"] }),
  compareTwo: errors.compareTwo({ found: 1 }),
};

describe.each(Object.entries(calls))("%s()", (name, error) => {
  it("says what cannot be done, what was found, what is needed and one thing to try, in both languages", () => {
    expect(error.text.en).toMatch(/^Cannot run Funnel: .+, .+ (is|are) needed\. Try .+\.$/s);
    expect(error.text["zh-CN"]).toMatch(/^无法运行“漏斗分析”\uff1a.+[\uff0c\uff09].*需.+。请.+。$/s);
    for (const told of Object.values(error.text)) expect(told).not.toMatch(/undefined|\[object|NaN/);
  });

  it("has a code for programs that follows its name", () => {
    expect(error.code).toBe(name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  });
});

describe("funnel() refuses", () => {
  const code = async (options: object) => (await failure(run(shop, { ...shopSteps, ...options } as never))).code;

  it("to guess the steps, and lists the most frequent events", async () => {
    const error = await failure(run(shop, {}));
    expect(error).toMatchObject({ code: "steps-missing", data: { events: ["visit", "cart", "pay"] } });
  });

  it("an event that the data does not have, naming the nearest", async () => {
    const error = await failure(run(shop, { steps: ["visit", "crat"] }));
    expect(error).toMatchObject({ code: "event-unknown", data: { event: "crat", nearest: "cart" } });
  });

  it.each([[{ from: 2, to: 2 }], [{ from: 3, to: 2 }], [{ from: 0, to: 2 }], [{ from: 1, to: 4 }]])("an exclusion at %j", async (place) =>
    expect(await code({ exclusions: [{ event: "visit", ...place }] })).toBe("exclusion-outside"),
  );

  it("what has no meaning together", async () => {
    expect(await code({ order: "any", graceSeconds: 2 })).toBe("not-together");
    expect(await code({ order: "any", steps: ["visit", { event: "pay", optional: true }] })).toBe("not-together");
    expect(await code({ steps: [{ event: "visit", optional: true }, "pay"] })).toBe("first-step-optional");
    expect(await code({ breakdown: "device", breakdownAt: 4 })).toBe("not-together");
  });

  it("groups, columns and zones that are not there", async () => {
    expect(await code({ breakdown: "device", compare: ["phone", "fone"] })).toBe("group-unknown");
    expect(await code({ compare: ["phone", "desk"] })).toBe("compare-two");
    expect(await code({ breakdown: "device", compare: ["phone"] })).toBe("compare-two");
    expect(await code({ timeZone: "Mars/Olympus" })).toBe("time-zone-unknown");
    expect(await code({ steps: [{ event: "visit", where: [{ column: "devise", is: "phone" }] }] })).toBe("column-missing");
    expect(await code({ holdConstant: ["devise"] })).toBe("column-missing");
    expect(await code({ window: 0 })).toBe("option-invalid");
    expect(await code({ steps: ["visit", 5] })).toBe("option-invalid");
  });

  it("rows of which none can be used", async () => {
    const rows = chain("u", "ab").map((row) => ({ ...row, user: null }));
    expect((await failure(run([...rows, { user: "v", event: "", time: new Date() }], { steps: ["a"] }))).code).toBe("no-usable-rows");
  });
});
