import { describe, expect, it } from "vitest";
import { analyse, codes, refused, type Rows } from "../../testing/survival-results.js";

describe("survival() of customers with dates", () => {
  const day = (index: number) => new Date(Date.UTC(2024, 0, 1 + index));
  const rows = (): Rows =>
    Array.from({ length: 60 }, (_, index) => ({
      id: index,
      signup: day(index),
      cancelled: index % 3 === 0 ? null : day(index + 10 + ((index * 11) % 50)),
    }));

  it("counts whole days, and customers without an end until the day that is counted from", async () => {
    const { values } = await analyse(rows(), { date: "signup", end: "cancelled" });
    expect(values).toMatchObject({ mode: "dates", unit: "day", customers: 60, events: 40, meaning: "loss" });
    const earlier = await analyse(rows(), { date: "signup", end: "cancelled", asOf: "2024-02-01" });
    expect(earlier.values.asOf).toBe("2024-02-01");
    expect(earlier.values.setAside).toEqual([{ kind: "after-as-of", rows: 29 }]);
    expect(earlier.values.overall.longest).toBeLessThanOrEqual(31);
  });

  it("is the same again with the day that it found", async () => {
    const found = await analyse(rows(), { date: "signup", end: "cancelled" });
    const again = await analyse(rows(), { date: "signup", end: "cancelled", asOf: found.values.asOf });
    expect(again.values).toEqual(found.values);
  });

  it("takes ends far in the future as still there, and sets ends before the start aside", async () => {
    const odd = rows().map((row, index) => ({
      ...row,
      cancelled: index < 3 ? new Date("9999-12-31") : index === 3 ? day(-4) : row["cancelled"],
    }));
    const { values } = await analyse(odd, { date: "signup", end: "cancelled" });
    expect(values.setAside).toEqual([{ kind: "end-before-start", rows: 1 }]);
    expect(values.asOf?.startsWith("2024")).toBe(true);
  });

  it("reads ends that are texts, and refuses a column that is not there by its nearest name", async () => {
    const texts = rows().map((row) => ({ ...row, cancelled: (row["cancelled"] as Date | null)?.toISOString().slice(0, 10) ?? "" }));
    expect((await analyse(texts, { date: "signup", end: "cancelled" })).values.events).toBe(40);
    expect((await refused(analyse(rows(), { date: "signup", end: "canceled" }))).message).toContain('"cancelled"');
  });
});

describe("survival() of a log", () => {
  const log = (): Rows =>
    Array.from({ length: 80 }, (_, customer) =>
      Array.from({ length: 1 + (customer % 9) }, (_, visit) => ({
        customer: `c${customer}`,
        date: new Date(Date.UTC(2024, 0, 1 + (customer % 20) + visit * 12)),
        amount: 10 + visit,
        city: visit === 0 && customer % 2 ? "A" : "B",
      })),
    ).flat();
  const longer = (): Rows => [...log(), { customer: "last", date: new Date(Date.UTC(2024, 8, 1)), amount: 1, city: "B" }];

  it("times the second purchase from the first", async () => {
    const { values } = await analyse(longer(), { from: "first-to-second" });
    expect(values).toMatchObject({ mode: "first-to-second", meaning: "return", unit: "day", customers: 81 });
    expect(values.overall.median.value).toBe(12);
    expect(values.events).toBe(71);
  });

  it("times the loss until a silence reaches the days that the data defend", async () => {
    const { values } = await analyse(longer());
    const { definition } = values.history ?? {};
    expect(definition).toMatchObject({ source: "suggested", days: 12 });
    expect(values.overall.steps.find(({ survival: share }) => share < 1)?.time).toBe(definition?.days);
    expect(values.notBack?.customers).toBe(9);
  });

  it("keeps to the caller's own days and says when the data do not bear them out", async () => {
    const found = await analyse(longer(), { days: 5 });
    expect(found.values.history?.definition).toMatchObject({ days: 5, source: "given", verdict: "too-short" });
    expect(found.values.history?.returnedLater).toBeGreaterThan(0);
    expect(codes(found)).toContain("definition-not-supported");
  });

  it("takes the group that a customer had on the first day", async () => {
    const { values } = await analyse(longer(), { group: "city" });
    expect(values.groups.map(({ group, customers }) => [group, customers])).toEqual([
      ["B", 41],
      ["A", 40],
    ]);
  });

  it("warns of a last day that stands far off, as a wrong date does", async () => {
    const stray = [...longer(), { customer: "typo", date: new Date(Date.UTC(2042, 0, 1)), amount: 1, city: "B" }];
    const found = await analyse(stray);
    expect(found.warnings.find(({ code }) => code === "stray-last-day")?.level).toBe("blocks");
    expect(codes(await analyse(stray, { asOf: "2024-09-02" }))).not.toContain("stray-last-day");
  });

  it("needs a customer, or a column of ends", async () => {
    const rows = log().map(({ date, amount }) => ({ date, amount }));
    expect((await refused(analyse(rows))).code).toBe("customer-needed");
  });

  it("names the rows that no log can use", async () => {
    expect((await refused(analyse(log().map((row) => ({ ...row, amount: -1 }))))).code).toBe("no-usable-rows");
  });
});
