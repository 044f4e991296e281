import { describe, expect, it } from "vitest";
import { analyse, codes, refused, told, unshowable, type Rows } from "../../testing/survival-results.js";

describe("survival() on hard data", () => {
  const plain = (index: number) => ({ duration: 1 + ((index * 7) % 36), event_flag: index % 5 < 2 ? 1 : 0, x: (index * 3) % 11 });
  const rows = (change: (row: Record<string, unknown>, index: number) => object = (row) => row): Rows =>
    Array.from({ length: 200 }, (_, index) => ({ ...change(plain(index), index) }));
  const named = { duration: "duration", outcome: "event_flag" };

  it("sets negative durations and missing outcomes aside and counts them, and keeps zeros", async () => {
    const found = await analyse(
      rows((row, index) => ({
        ...row,
        ...(index < 4 ? { duration: -2 } : index < 7 ? { event_flag: null } : index < 9 ? { duration: 0 } : {}),
      })),
      named,
    );
    expect(found.values.setAside).toEqual([
      { kind: "negative-duration", rows: 4 },
      { kind: "missing-outcome", rows: 3 },
    ]);
    expect(found.values).toMatchObject({ rows: { read: 200, used: 193 }, zeroDurations: 2 });
    expect(codes(found)).toEqual(expect.arrayContaining(["rows-not-used", "zero-durations"]));
  });

  it("answers when nobody, and when everybody had the event", async () => {
    const none = await analyse(
      rows((row) => ({ ...row, event_flag: 0 })),
      { ...named, covariates: ["x"], group: "x" },
    );
    expect(none.warnings.find(({ code }) => code === "no-events")?.level).toBe("blocks");
    expect(none.values.overall.median).toEqual({});
    expect(none.values.regression).toBeUndefined();
    const all = await analyse(
      rows((row) => ({ ...row, event_flag: 1 })),
      { ...named, covariates: ["x"] },
    );
    expect(codes(all)).toContain("no-censoring");
    expect(all.values.overall.steps.at(-1)).not.toHaveProperty("interval");
    for (const result of [none, all]) expect(told(result)).not.toMatch(unshowable);
  });

  it("says so of one group, of groups that are too small, and refuses ten thousand", async () => {
    expect(
      codes(
        await analyse(
          rows((row) => ({ ...row, g: "only" })),
          { ...named, group: "g" },
        ),
      ),
    ).toContain("one-group");
    const small = await analyse(
      rows((row, index) => ({ ...row, g: index < 5 ? "small" : "large" })),
      { ...named, group: "g" },
    );
    expect(codes(small)).toContain("small-groups");
    const many = Array.from({ length: 10_000 }, (_, index) => ({ ...plain(index), g: `g${index}` }));
    expect((await refused(analyse(many, { ...named, group: "g" }))).code).toBe("too-many-groups");
    expect((await refused(analyse(many, { ...named, covariates: ["g"] }))).code).toBe("too-many-levels");
  });

  it("sets customers without a group aside", async () => {
    const found = await analyse(
      rows((row, index) => ({ ...row, g: index % 4 === 0 ? " " : index % 2 ? "a" : "b" })),
      { ...named, group: "g" },
    );
    expect(found.values.setAside).toEqual([{ kind: "missing-group", rows: 50 }]);
  });

  it("names constant, collinear and separating covariates and keeps the others", async () => {
    const found = await analyse(
      rows((row, index) => ({
        ...row,
        same: 7,
        twice: 2 * ((index * 3) % 11) + 1,
        never: row["event_flag"] === 0 && index % 2 ? "yes" : "no",
      })),
      { ...named, covariates: ["x", "same", "twice", "never"] },
    );
    expect(found.values.regression?.effects.map(({ status }) => status)).toEqual(["estimated", "constant", "collinear", "infinite"]);
    expect(codes(found)).toEqual(expect.arrayContaining(["covariates-constant", "covariates-collinear", "covariates-infinite"]));
    expect(told(found)).not.toMatch(unshowable);
    expect(JSON.stringify(found.values)).not.toMatch(/:null|NaN/);
  });

  it("leaves customers with a missing covariate out of the regression only", async () => {
    const found = await analyse(
      rows((row, index) => ({ ...row, x: index % 10 === 0 ? null : row["x"] })),
      { ...named, covariates: ["x"] },
    );
    expect(found.values.regression).toMatchObject({ customers: 180, omitted: { missing: 20, zero: 0 } });
    expect(found.values.customers).toBe(200);
    expect(codes(found)).toContain("covariates-missing");
  });

  it("counts rows that repeat a customer, and warns that intervals are too narrow", async () => {
    const found = await analyse(
      rows((row, index) => ({ ...row, customer: `c${index % 150}` })),
      { ...named, customer: "customer" },
    );
    expect(found.values.repeatedCustomers).toBe(50);
    expect(codes(found)).toContain("repeated-customers");
  });

  it("refuses an outcome that does not say what the event is, and takes the value that the caller names", async () => {
    const status = rows((row) => ({ ...row, event_flag: row["event_flag"] === 1 ? 2 : 1 }));
    const error = await refused(analyse(status, named));
    expect(error.code).toBe("event-unclear");
    expect((await analyse(status, { ...named, eventValue: "2" })).values.events).toBe(80);
    expect((await refused(analyse(status, { ...named, eventValue: "3" }))).code).toBe("event-value-missing");
  });

  it.each([
    ["churned", "active"],
    ["流失", "留存"],
    ["Yes", "No"],
    [true, false],
    [1, 0],
    ["1.0", "0.0"],
    ["TRUE", "FALSE"],
    ["left", "whatever else"],
  ])("reads %s as the event and %s as none", async (event, other) => {
    const found = await analyse(
      rows((row) => ({ ...row, event_flag: row["event_flag"] === 1 ? event : other })),
      named,
    );
    expect(found.values.events).toBe(80);
  });

  it("says that it is too few of ten customers", async () => {
    const found = await analyse(rows().slice(0, 10), named);
    expect(found.warnings.find(({ code }) => code === "few-events")?.level).toBe("blocks");
    expect(found.reading("en")[0]).toMatch(/^Too few to tell \(n = 10 customers/);
    expect(found.reading("zh-CN")[0]).toMatch(/^样本太少/);
  });

  it("bears durations of any size and with fractions", async () => {
    const found = await analyse(
      rows((row, index) => ({ ...row, duration: index === 0 ? 1e12 : 0.1 + 0.2 * (index % 30) })),
      { ...named, covariates: ["x"] },
    );
    expect(told(found)).not.toMatch(unshowable);
    expect(found.values.overall.longest).toBe(1e12);
    expect(JSON.stringify(found)).not.toMatch(/\d\.\d{3}0{8,}\d/);
  });
});
