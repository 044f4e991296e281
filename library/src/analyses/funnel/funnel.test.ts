import { describe, expect, it } from "vitest";
import { at, chain, counts, countsOf, run, shop, shopSteps, start, type EventRow } from "../../testing/funnel-events.js";

const ab = { steps: ["a", "b"] };
const codes = async (...call: Parameters<typeof run>) => (await run(...call)).warnings.map(({ code }) => code);

describe("funnel() of a small shop", () => {
  it("gives steps with shares, losses and times", async () => {
    const { values, table } = await run(shop, shopSteps);
    expect(values.steps.map(({ name, count, lost }) => [name, count, lost])).toEqual([
      ["visit", 100, 0],
      ["cart", 60, 40],
      ["pay", 30, 30],
    ]);
    expect(values.steps[1]).toMatchObject({ ofFirst: { value: 0.6, n: 100 }, ofPrevious: { value: 0.6 }, lostShare: { value: 0.4 } });
    expect(values.steps[2]?.timeFromPrevious).toMatchObject({ n: 30, median: 3600, mean: 3600, p90: 3600, medianInterval: [3600, 3600] });
    expect(values.time).toMatchObject({
      n: 30,
      median: 7200,
      histogram: [{ from: 7200, to: 7201, count: 30 }, { count: 0 }, { count: 0 }, { count: 0 }],
    });
    expect(values.conversion?.value).toBe(0.3);
    expect(table.numRows()).toBe(3);
  });

  it("names the biggest leak, its distance to the next, and what closing it would bring", async () => {
    const { leak } = (await run(shop, { ...shopSteps, amount: "amount" } as never)).values;
    expect(leak).toMatchObject({ step: 3, name: "pay", from: 2, fromName: "cart", entered: 60, lost: 30, share: { value: 0.5 } });
    expect(leak?.next).toMatchObject({ step: 2, share: { value: 0.4 }, isClear: false });
    expect(leak?.next?.difference).toBeCloseTo(0.1, 12);
    expect(leak?.closing.half.conversions).toBe(15);
    expect(leak?.closing.all.conversions).toBe(30);
    expect(leak?.closing.toNext?.conversions).toBeCloseTo(6, 9);
    expect(leak?.closing.half.value).toBeCloseTo((15 * (leak?.closing.half.value ?? 0)) / 15, 9);
    const [low, high] = leak?.closing.half.conversionsInterval ?? [0, 0];
    expect(low).toBeLessThan(15);
    expect(high).toBeGreaterThan(15);
    expect(leak?.closing.half).not.toHaveProperty("conversionsPerMonth");
  });

  it("values conversions by the amount at the last step", async () => {
    const { value } = (await run(shop, { ...shopSteps, amount: "amount" } as never)).values;
    const paid = shop.flatMap(({ event, amount }) => (event === "pay" ? [amount as number] : []));
    const sum = paid.reduce((total, one) => total + one, 0);
    expect(value).toMatchObject({ column: "amount", n: 30, sum, perEntrant: sum / 100 });
    expect(value?.mean).toBeCloseTo(sum / 30, 9);
  });

  it("breaks down by a property, compares two groups, and looks for drivers", async () => {
    const rows = shop.flatMap((row, index) => (row.event === "cart" && index % 2 === 0 ? [row, { ...row, event: "help" }] : [row]));
    const { values, tables } = await run(rows, { ...shopSteps, breakdown: "device", driverColumns: ["device"] } as never);
    expect(values.breakdown?.groups.map(({ name, entered, converted }) => [name, entered, converted])).toEqual([
      ["desk", 50, 10],
      ["phone", 50, 20],
    ]);
    expect(values.comparison).toMatchObject({ first: "desk", second: "phone", entered: [50, 50] });
    expect(values.comparison?.overall?.difference).toBeCloseTo(0.2, 12);
    expect(values.comparison?.overall?.p).toBeCloseTo(0.02909633, 6);
    expect(values.drivers?.found.map(({ value }) => value)).toContain("phone");
    expect(values.drivers?.found.map(({ value }) => value)).not.toContain("visit");
    expect(Object.keys(tables)).toEqual(["trend", "time", "breakdown", "comparison", "drivers", "people"]);
    expect(tables["people"]?.table.numRows()).toBe(100);
  });

  it("takes the value of a breakdown at the first, the last or a named step", async () => {
    const rows = [at("u", "a", 0, { page: "x" }), at("u", "b", 1, { page: "y" }), at("v", "a", 0, { page: null })];
    const groups = async (breakdownAt: "first" | "last" | number) =>
      (await run(rows, { ...ab, breakdown: "page", breakdownAt } as never)).values.breakdown?.groups.map(({ name, kind }) => [name, kind]);
    expect(await groups("first")).toEqual([
      ["x", "value"],
      ["", "missing"],
    ]);
    expect(await groups("last")).toEqual([
      ["y", "value"],
      ["", "missing"],
    ]);
    expect(await groups(2)).toEqual([
      ["y", "value"],
      ["", "missing"],
    ]);
  });

  it("does not depend on the order of the rows", async () => {
    const options = { ...shopSteps, breakdown: "device", amount: "amount" } as never;
    const [one, other] = await Promise.all([run(shop, options), run(shop.toReversed(), options)]);
    expect(JSON.stringify(other.values)).toBe(JSON.stringify(one.values));
    expect(JSON.stringify(other.tables["people"]?.table.objects())).toBe(JSON.stringify(one.tables["people"]?.table.objects()));
  });
});

describe("funnel() days", () => {
  it("marks days whose window was open when the data ended, and warns", async () => {
    const { values, warnings } = await run(shop, shopSteps);
    expect(values.trend.map(({ day, entered, isComplete }) => [day, entered, isComplete])).toEqual([
      ["2024-01-01", 48, true],
      ["2024-01-02", 48, false],
      ["2024-01-03", 4, false],
    ]);
    expect(values.openWindow).toBe(35);
    expect(values.closedConversion).toMatchObject({ n: 52 });
    expect(warnings.map(({ code }) => code)).toEqual(["many-open-windows"]);
  });

  it("cuts days in a time zone, also where clocks change", async () => {
    const rows = [
      { user: "u1", event: "a", time: "2024-03-30T23:30:00Z" },
      { user: "u2", event: "a", time: "2024-03-31T21:30:00Z" },
      { user: "u3", event: "a", time: "2024-03-31T22:30:00Z" },
    ].map((row) => ({ ...row, time: new Date(row.time) }));
    const days = async (timeZone: string) =>
      (await run(rows, { steps: ["a"], timeZone })).values.trend.map(({ day, entered }) => [day, entered]);
    expect(await days("Europe/Berlin")).toEqual([
      ["2024-03-31", 2],
      ["2024-04-01", 1],
    ]);
    expect(await days("UTC")).toEqual([
      ["2024-03-30", 1],
      ["2024-03-31", 2],
    ]);
    expect(await days("Asia/Shanghai")).toEqual([
      ["2024-03-31", 1],
      ["2024-04-01", 2],
    ]);
  });

  it("counts a window in elapsed hours over a change of clocks", async () => {
    const rows = (hours: number) => [
      { user: "u", event: "a", time: new Date("2024-03-30T12:00:00Z") },
      { user: "u", event: "b", time: new Date(Date.UTC(2024, 2, 30, 12 + hours)) },
    ];
    const options = { ...ab, window: 1, timeZone: "Europe/Berlin" };
    expect(await countsOf(rows(24), options)).toEqual([1, 1]);
    expect(
      await countsOf(
        [...rows(24)].map((row) => (row.event === "b" ? { ...row, time: new Date(Date.UTC(2024, 2, 31, 12, 0, 1)) } : row)),
        options,
      ),
    ).toEqual([1, 0]);
  });

  it("leaves out what is after the day counted to", async () => {
    const rows = [...chain("u", "ab"), at("v", "a", 60 * 24 * 40)];
    const { values } = await run(rows, { ...ab, asOf: "2024-01-01" });
    expect(values.setAside).toEqual([{ kind: "after-as-of", rows: 1 }]);
    expect(values.entered).toBe(1);
  });
});

describe("funnel() on data at the edge", () => {
  it("answers one user with one event", async () => {
    const { values, warnings } = await run([at("u", "a", 0)], { steps: ["a"] });
    expect(values).toMatchObject({ entered: 1, converted: 1 });
    expect(values).not.toHaveProperty("leak");
    expect(warnings.some(({ level }) => level === "blocks")).toBe(true);
  });

  it("answers when nobody and when everybody converts", async () => {
    const rows = shop.filter(({ event }) => event !== "pay");
    const steps = ["visit", "cart", { event: "cart", where: [{ column: "device", is: "none" }] }];
    const none = await run(rows, { steps } as never);
    expect(counts(none)).toEqual([100, 60, 0]);
    expect(none.values).not.toHaveProperty("time");
    expect(none.values.leak).toMatchObject({ step: 3, share: { value: 1 }, closing: { all: { conversions: 0 } } });
    expect(none.warnings.map(({ code }) => code)).toContain("nobody-converted");
    const all = await run(
      shop.filter((row) => row.event === "visit"),
      { steps: ["visit", { event: "visit", optional: true }] } as never,
    );
    expect(all.values.converted).toBe(100);
    expect(all.values).not.toHaveProperty("leak");
    expect(all.warnings.map(({ code }) => code)).toContain("all-converted");
  });

  it("answers when a condition leaves no entries", async () => {
    const { values, warnings } = await run(shop, {
      steps: [{ event: "visit", where: [{ column: "device", is: "none" }] }, "pay"],
    } as never);
    expect(values).toMatchObject({ entered: 0, converted: 0, trend: [] });
    expect(warnings[0]).toMatchObject({ code: "nobody-entered", level: "blocks" });
  });

  it("answers more steps than there are events, and a step that comes twice in the list", async () => {
    const { values } = await run(chain("u", "ab"), { steps: ["a", "b", "a", "b", "a", "b"] });
    expect(values.steps.map(({ name, count }) => [name, count])).toEqual([
      ["a", 1],
      ["b", 1],
      ["a (2)", 0],
      ["b (2)", 0],
      ["a (3)", 0],
      ["b (3)", 0],
    ]);
  });

  it("takes events at one time in the order of the steps, unless each must be later", async () => {
    const rows = Array.from({ length: 40 }, (_, index) => [at(`u${index}`, "b", 0), at(`u${index}`, "a", 0)]).flat();
    const same = await run(rows, ab);
    expect(counts(same)).toEqual([40, 40]);
    expect(same.warnings.map(({ code }) => code)).toContain("same-time");
    expect(await countsOf(rows, { ...ab, simultaneous: "later" })).toEqual([40, 0]);
  });

  it("does not count repeated rows twice, and says that they are there", async () => {
    const { values, warnings } = await run([...shop, ...shop], shopSteps);
    expect(values.steps.map(({ count }) => count)).toEqual([100, 60, 30]);
    expect(warnings.map(({ code }) => code)).toContain("repeated-events");
    expect(await countsOf([at("u", "a", 0), at("u", "a", 0)], { steps: ["a", "a"] })).toEqual([1, 0]);
  });

  it("sets rows without user, time or event aside, and counts them", async () => {
    const rows: EventRow[] = [
      ...shop,
      { user: null, event: "visit", time: new Date(start) },
      { user: " ", event: "visit", time: new Date(start) },
      { user: "x", event: null, time: new Date(start) },
      { user: "x", event: "visit", time: null },
    ];
    const { values, warnings } = await run(rows, shopSteps);
    expect(values.setAside).toEqual([
      { kind: "missing-customer", rows: 2 },
      { kind: "missing-date", rows: 1 },
      { kind: "missing-event", rows: 1 },
    ]);
    expect(values.rows).toEqual({ read: rows.length, used: rows.length - 4 });
    expect(values.entered).toBe(100);
    expect(warnings.at(-1)?.code).toBe("rows-not-used");
  });

  it("pools what is beyond the largest of ten thousand values", async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => at(`u${index}`, "a", index, { page: index < 20 ? "home" : `p${index}` }));
    const { values, warnings } = await run(rows, { steps: ["a"], breakdown: "page", groups: 3 } as never);
    expect(values.breakdown?.distinct).toBe(9981);
    expect(values.breakdown?.groups.map(({ name, kind, entered }) => [name, kind, entered])).toEqual([
      ["home", "value", 20],
      ["p100", "value", 1],
      ["p1000", "value", 1],
      ["", "other", 9978],
    ]);
    expect(warnings.map(({ code }) => code)).toContain("many-groups");
  });
});

describe("funnel() warns", () => {
  const many = Array.from({ length: 60 }, (_, index) => index);

  it("of a window longer than the data", async () =>
    expect(await codes(shop, { ...shopSteps, window: 60 })).toContain("window-longer-than-data"));

  it("of steps that most skip, and that come the other way round", async () => {
    const skipping = many.flatMap((index) => chain(`u${index}`, index % 3 === 0 ? "abc" : "ac"));
    expect(await codes(skipping, { steps: ["a", "b", "c"] })).toContain("skipped-step");
    const reversed = many.flatMap((index) => chain(`u${index}`, index % 3 === 0 ? "ab" : "ba"));
    expect(await codes(reversed, ab)).toContain("reversed-steps");
  });

  it("of users who do very much, and of dates far from all others", async () => {
    const robot = Array.from({ length: 900 }, (_, index) => at("robot", "a", index));
    expect(await codes([...shop, ...robot], shopSteps)).toContain("busy-users");
    const late = [
      ...shop,
      ...Array.from({ length: 3 }, (_, index) => shop.map((row) => ({ ...row, user: `${row.user ?? ""}-${index}` }))).flat(),
    ];
    expect(await codes([...late, at("x", "visit", 60 * 24 * 365 * 75)], shopSteps)).toContain("far-dates");
  });

  it("of conversions without an amount, and of few conversions", async () => {
    const rows = shop.map((row, index) => (index % 4 === 0 ? { ...row, amount: null } : row));
    expect(await codes(rows, { ...shopSteps, amount: "amount" } as never)).toContain("conversions-without-amount");
    const few = shop.filter(({ event, user }) => event !== "pay" || user === "u000");
    expect(await codes(few, shopSteps)).toContain("few-conversions");
  });
});
