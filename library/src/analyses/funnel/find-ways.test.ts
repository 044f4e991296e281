import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { defaultEngine } from "../../engine/duckdb.js";
import { column, sql, type Sql } from "../../engine/sql.js";
import { referenceFunnel, type ReferencePlan, type Way } from "../../testing/funnel-reference.js";
import type { Ways } from "./attempts.sql.js";
import { findWays } from "./find-ways.js";
import { planFunnel, type FunnelInput } from "./plan.js";
import { funnelOptions, type FunnelSettings } from "./funnel-options.js";
import { eventStream } from "./stream.sql.js";
import { withWorkspace } from "./workspace.js";

interface Event {
  readonly user: string;
  readonly event: string;
  readonly held: string;
  readonly second: number;
}

const start = Date.UTC(2024, 2, 30, 22);
const query = (text: Sql) => defaultEngine().query(text);

async function inputOf(events: readonly Event[], given: object): Promise<FunnelInput> {
  const rows = events.map(({ user, event, held, second }) => ({ user, event, held, at: new Date(start + second * 1000) }));
  const dataset = await load(rows);
  const find = (name: string) => dataset.columns.find((one) => one.name === name);
  const [customer, date, event] = [find("user"), find("at"), find("event")];
  if (!customer || !date || !event) throw new Error("A column is missing.");
  const options = funnelOptions.parse(given) as FunnelSettings;
  const columns = { customer, date, event, session: undefined, amount: undefined };
  const values = { date: column("at") };
  return {
    dataset: dataset as FunnelInput["dataset"],
    source: dataset.relation,
    dialect: dataset.engine.dialect,
    columns,
    values,
    options,
    query,
  };
}

/** The ways of the queries, as seconds from the start, sorted so that two lists compare. */
async function found(input: FunnelInput, isGeneral: boolean): Promise<string[]> {
  return withWorkspace(query, async (workspace) => {
    const plan = planFunnel(input, input.options.steps ?? []);
    const stream = await eventStream(input, plan, workspace);
    const ways: Ways = { plan, stream, dialect: input.dialect, byDay: false };
    const { units } = await findWays(ways, workspace, isGeneral);
    const times = plan.steps.map((_, index) => `t${index + 1}`);
    const rows = (await query(sql`SELECT * FROM ${units} AS units`)).objects({ limit: Infinity }) as Record<string, number>[];
    return rows
      .map((row) => times.map((name) => (Number.isNaN(row[name]) ? undefined : (row[name] ?? 0) / 1e6 - start / 1000)))
      .filter(([entry]) => entry !== undefined)
      .map((way) => JSON.stringify(way.map((time) => time ?? "-")))
      .toSorted();
  });
}

const expected = (ways: readonly Way[]): string[] =>
  ways
    .filter(([entry]) => entry !== undefined)
    .map((way) => JSON.stringify(way.map((time) => time ?? "-")))
    .toSorted();

const names = ["a", "b", "c", "d", "x", "z"];

const events = fc.array(
  fc.record({
    user: fc.constantFrom("u1", "u2", "u3"),
    event: fc.constantFrom(...names),
    held: fc.constantFrom("p", "q"),
    second: fc.integer({ min: 0, max: 40 }),
  }),
  { minLength: 1, maxLength: 40 },
);

const anyStep = fc.record({ event: fc.constantFrom("a", "b", "c", "d"), optional: fc.constant(false) });
const laterStep = fc.record({
  event: fc.oneof(fc.constantFrom<string | string[]>("a", "b", "c", "d"), fc.constantFrom(["b", "c"], ["a", "d"])),
  optional: fc.boolean(),
});

const settings = fc
  .record({
    first: anyStep,
    more: fc.array(laterStep, { maxLength: 4 }),
    order: fc.constantFrom("ordered", "ordered", "strict", "any"),
    strict: fc.constantFrom("events", "steps", "repeats"),
    entry: fc.constantFrom("first", "best", "longest"),
    exclusion: fc.constantFrom("drop", "stop"),
    simultaneous: fc.constantFrom("ordered", "later"),
    graceSeconds: fc.constantFrom(0, 0, 2),
    window: fc.integer({ min: 1, max: 30 }),
    counts: fc.constantFrom("users", "users", "events"),
    isHeld: fc.boolean(),
    exclusions: fc.constantFrom(0, 0, 1, 2),
  })
  .map((one) => ({ ...one, more: one.order === "any" ? one.more.map((step) => ({ ...step, optional: false })) : one.more }));

type Given = typeof settings extends fc.Arbitrary<infer Value> ? Value : never;

function optionsOf({ first, more, isHeld, exclusions, graceSeconds, ...given }: Given) {
  const steps = [first, ...more];
  const last = steps.length;
  const list = [
    { event: "x", from: 1, to: last },
    { event: "z", from: Math.max(1, last - 1), to: last },
  ].slice(0, last > 1 ? exclusions : 0);
  return {
    ...given,
    steps,
    windowUnit: "second",
    exclusions: list,
    ...(isHeld && { holdConstant: ["held"] }),
    ...(given.order === "ordered" && { graceSeconds }),
  };
}

function referenceOf(given: Given, list: readonly Event[]): Way[] {
  const options = optionsOf(given);
  const eventsOf = ({ event }: { readonly event: string | readonly string[] }) => (typeof event === "string" ? [event] : event);
  const steps = options.steps.map((step) => ({ events: eventsOf(step), isOptional: step.optional }));
  const isShared = steps.some((step, index) =>
    steps.slice(0, index).some((other) => step.events.some((event) => other.events.includes(event))),
  );
  const plan = {
    ...given,
    steps,
    exclusions: options.exclusions,
    grace: isShared || given.order !== "ordered" ? 0 : given.graceSeconds,
  } as ReferencePlan;
  const marked = list.map(({ user, event, held, second }) => ({
    unit: user,
    held: given.isHeld ? held : "",
    time: second,
    steps: steps.flatMap((step, index) => (step.events.includes(event) ? [index + 1] : [])),
    exclusions: options.exclusions.flatMap((exclusion, index) => (exclusion.event === event ? [index + 1] : [])),
  }));
  return referenceFunnel(plan, marked);
}

const runs = { numRuns: 150, seed: 11 };

describe("findWays() on random event streams", () => {
  it("finds what a plain reference finds, in every mode", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(events, settings, async (list, given) => {
        const input = await inputOf(list, optionsOf(given));
        expect(await found(input, false)).toEqual(expected(referenceOf(given, list)));
      }),
      runs,
    );
  });

  it("finds the same on the direct way as on the general one", { timeout: 120_000 }, async () => {
    const plain = settings.map((given) => ({
      ...given,
      order: "ordered",
      entry: given.entry === "longest" ? "best" : given.entry,
      exclusions: 0,
      isHeld: false,
      counts: "users",
      more: given.more.map((step) => ({ ...step, optional: false })),
    }));
    await fc.assert(
      fc.asyncProperty(events, plain, async (list, given) => {
        const input = await inputOf(list, optionsOf(given as Given));
        const direct = await found(input, false);
        expect(direct).toEqual(expected(referenceOf(given as Given, list)));
        expect(await found(input, true)).toEqual(direct);
      }),
      { ...runs, numRuns: 80 },
    );
  });

  const large = fc.sample(
    fc.record({ user: fc.nat(149), event: fc.constantFrom(...names), held: fc.constantFrom("p", "q"), second: fc.nat(40_000) }),
    {
      numRuns: 12_000,
      seed: 5,
    },
  );
  const list = large.map(({ user, ...event }) => ({ ...event, user: `u${user}` }));
  const usual = {
    first: { event: "a", optional: false },
    more: [
      { event: "b", optional: false },
      { event: "c", optional: false },
    ],
    strict: "steps",
    exclusion: "drop",
    simultaneous: "ordered",
    graceSeconds: 0,
    window: 3600,
    counts: "users",
    isHeld: false,
    exclusions: 0,
  };

  it.each([
    { order: "ordered", entry: "best" },
    { order: "ordered", entry: "first" },
    { order: "ordered", entry: "longest", isHeld: true },
    { order: "ordered", entry: "best", counts: "events", exclusions: 2 },
    { order: "strict", entry: "best" },
    { order: "any", entry: "longest" },
  ])("finds the same among so many events that the engine takes its large joins: %j", { timeout: 60_000 }, async (mode) => {
    const given = { ...usual, ...mode } as Given;
    const input = await inputOf(list, optionsOf(given));
    expect(await found(input, false)).toEqual(expected(referenceOf(given, list)));
  });
});
