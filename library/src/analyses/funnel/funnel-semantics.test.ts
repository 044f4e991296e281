import { describe, expect, it } from "vitest";
import { at, chain, counts, countsOf, run } from "../../testing/funnel-events.js";
import { presets, semanticsNames } from "./semantics.js";

const ab = { steps: ["a", "b"] };
const hour = { window: 1, windowUnit: "hour" } as const;

/** The same rows under each product's rules. */
const each = async <Value>(answer: (semantics: (typeof semanticsNames)[number]) => Promise<Value>) =>
  Object.fromEntries(await Promise.all(semanticsNames.map(async (name) => [name, await answer(name)] as const)));

describe("funnel() where the products disagree", () => {
  it("counts who does an exclusion step nowhere (PostHog), or until then (the others)", async () => {
    const rows = [...chain("u1", "ab"), ...chain("u2", "axb")];
    expect(await each((semantics) => countsOf(rows, { ...ab, semantics, exclusions: ["x"] }))).toEqual({
      posthog: [1, 1],
      mixpanel: [2, 1],
      amplitude: [2, 1],
      clickhouse: [2, 1],
    });
  });

  it("keeps to the first entry (Mixpanel), or tries all (the others)", async () => {
    const rows = [at("u", "a", 0), at("u", "a", 50), at("u", "b", 70)];
    expect(await each((semantics) => countsOf(rows, { ...ab, ...hour, semantics }))).toEqual({
      posthog: [1, 1],
      mixpanel: [1, 0],
      amplitude: [1, 1],
      clickhouse: [1, 1],
    });
  });

  it("counts time from the latest entry (PostHog, ClickHouse), or from the earliest that comes as far (Amplitude)", async () => {
    const rows = [at("u", "a", 0), at("u", "a", 20), at("u", "b", 30)];
    const seconds = (semantics: (typeof semanticsNames)[number]) =>
      run(rows, { ...ab, ...hour, semantics }).then(({ values }) => values.time?.mean);
    expect(await each(seconds)).toEqual({ posthog: 600, mixpanel: 1800, amplitude: 1800, clickhouse: 600 });
  });

  it("lets steps come in the other order within 2 s (Mixpanel), 1 s (Amplitude), or not at all", async () => {
    const rows = [1, 2, 3].flatMap((seconds) => [at(`u${seconds}`, "b", 0), at(`u${seconds}`, "a", seconds / 60)]);
    expect(await each((semantics) => countsOf(rows, { ...ab, semantics }))).toEqual({
      posthog: [3, 0],
      mixpanel: [3, 2],
      amplitude: [3, 1],
      clickhouse: [3, 0],
    });
  });

  it("makes a funnel of each day (Mixpanel), or splits one by day (the others)", async () => {
    const day = 24 * 60;
    const rows = [at("u", "a", 0), at("u", "a", day), at("u", "b", day + 5), at("v", "a", day)];
    const line = (semantics: (typeof semanticsNames)[number]) =>
      run(rows, { ...ab, semantics, window: 2 }).then(({ values }) => values.trend.map(({ entered, converted }) => [entered, converted]));
    expect(await each(line)).toEqual({
      posthog: [[2, 1]],
      mixpanel: [
        [1, 1],
        [2, 1],
      ],
      amplitude: [
        [1, 1],
        [1, 0],
      ],
      clickhouse: [[2, 1]],
    });
  });

  it("breaks a strict order at any other event, or at a step that comes too early (ClickHouse)", async () => {
    const rows = [...chain("u1", "axb"), ...chain("u2", "acb")];
    const options = { steps: ["a", "b", "c"], order: "strict" as const };
    expect(await each((semantics) => countsOf(rows, { ...options, semantics }))).toEqual({
      posthog: [2, 0, 0],
      mixpanel: [2, 0, 0],
      amplitude: [2, 0, 0],
      clickhouse: [2, 1, 0],
    });
    expect(await countsOf(chain("u", "abcbd"), { steps: ["a", "b", "c", "d"], order: "strict", strict: "repeats" })).toEqual([1, 1, 1, 0]);
    expect(await countsOf(chain("u", "abcbd"), { steps: ["a", "b", "c", "d"], order: "strict", strict: "steps" })).toEqual([1, 1, 1, 1]);
  });

  it.each([
    ["entry", "first", [1, 0]],
    ["entry", "best", [1, 1]],
  ] as const)("lets %s: %s override every preset", async (option, value, expected) => {
    const rows = [at("u", "a", 0), at("u", "a", 50), at("u", "b", 70)];
    for (const semantics of semanticsNames) expect(await countsOf(rows, { ...ab, ...hour, semantics, [option]: value })).toEqual(expected);
  });

  it("says in its assumptions which rules it took", async () => {
    for (const semantics of semanticsNames) {
      const { assumptions, parameters } = await run(chain("u", "ab"), { ...ab, semantics });
      expect(assumptions.map(({ en }) => en).join(" ")).toContain(`"${semantics}"`);
      expect(parameters).toMatchObject(presets[semantics]);
    }
  });
});

describe("funnel() orders", () => {
  it("counts different steps in any order, the first of them as the entry", async () => {
    const rows = [...chain("u1", "cab"), ...chain("u2", "bb"), ...chain("u3", "ca")];
    expect(await countsOf(rows, { steps: ["a", "b", "c"], order: "any" })).toEqual([3, 2, 1]);
  });

  it("lets optional steps be skipped, and compares later ones with the required step before", async () => {
    const rows = [...chain("u1", "abc"), ...chain("u2", "ac"), ...chain("u3", "ab")];
    const result = await run(rows, { steps: ["a", { event: "b", optional: true }, "c"] });
    expect(counts(result)).toEqual([3, 2, 2]);
    expect(result.values.steps[2]).toMatchObject({ lost: 1, ofPrevious: { n: 3 } });
    expect(result.values.leak).toMatchObject({ step: 3, from: 1, lost: 1 });
    expect(await countsOf(chain("u", "ac"), { steps: ["a", { event: ["b", "c"], optional: true }, "c"] })).toEqual([1, 0, 1]);
  });

  it("holds properties constant, several at once", async () => {
    const rows = [
      at("u1", "a", 0, { item: "x", shop: "1" }),
      at("u1", "b", 1, { item: "y", shop: "1" }),
      at("u2", "a", 0, { item: "x", shop: "1" }),
      at("u2", "b", 1, { item: "x", shop: "2" }),
      at("u3", "a", 0, { item: null, shop: "2" }),
      at("u3", "b", 1, { item: null, shop: "2" }),
    ];
    expect(await countsOf(rows, ab)).toEqual([3, 3]);
    expect(await countsOf(rows, { ...ab, holdConstant: ["item"] })).toEqual([3, 2]);
    expect(await countsOf(rows, { ...ab, holdConstant: ["item", "shop"] })).toEqual([3, 1]);
  });

  it("counts sessions by their column, or by gaps, and every entry", async () => {
    const rows = [
      at("u", "a", 0, { visit: 1 }),
      at("u", "b", 20, { visit: 1 }),
      at("u", "a", 60, { visit: 2 }),
      at("u", "b", 95, { visit: 2 }),
    ];
    expect(await countsOf(rows, { ...ab, counts: "sessions", session: "visit" } as never)).toEqual([2, 2]);
    const withoutColumn = rows.map(({ visit: _visit, ...row }) => row);
    expect(await countsOf(withoutColumn, { ...ab, counts: "sessions" })).toEqual([2, 1]);
    expect(await countsOf(withoutColumn, { ...ab, counts: "sessions", sessionGapMinutes: 120 })).toEqual([1, 1]);
    expect(await countsOf(withoutColumn, { ...ab, counts: "events", ...hour })).toEqual([2, 2]);
  });

  it("takes any number of steps", async () => {
    const names = Array.from({ length: 40 }, (_, index) => `s${index}`);
    const rows = ["u1", "u2"].flatMap((user, place) => names.slice(0, 40 - place * 5).map((event, minute) => at(user, event, minute)));
    const found = await countsOf(rows, { steps: names });
    expect(found).toEqual([...Array.from({ length: 35 }, () => 2), 1, 1, 1, 1, 1]);
    expect(await countsOf(rows, { steps: names, semantics: "amplitude" })).toEqual(found);
    const same = Array.from({ length: 40 }, (_, minute) => at("u", "a", minute));
    expect(await countsOf(same.slice(0, 37), { steps: names.map(() => "a") })).toEqual(names.map((_, index) => (index < 37 ? 1 : 0)));
  });

  it("knows every condition of a step", async () => {
    const rows = [
      at("u1", "a", 0, { plan: "pro", price: 10 }),
      at("u2", "a", 0, { plan: "free", price: 0 }),
      at("u3", "a", 0, { plan: null, price: null }),
    ];
    const only = (where: object) => countsOf(rows, { steps: [{ event: "a", where: [{ ...where } as never] }] });
    expect(await only({ column: "plan", is: "pro" })).toEqual([1]);
    expect(await only({ column: "plan", is: ["pro", "free"] })).toEqual([2]);
    expect(await only({ column: "plan", isNot: "pro" })).toEqual([2]);
    expect(await only({ column: "plan", contains: "r" })).toEqual([2]);
    expect(await only({ column: "price", atLeast: 10 })).toEqual([1]);
    expect(await only({ column: "price", atMost: 5 })).toEqual([1]);
    expect(await only({ column: "price", is: 0 })).toEqual([1]);
    expect(await only({ column: "plan" })).toEqual([2]);
  });
});
