import { describe, expect, it } from "vitest";
import type { Language } from "../../language/language.js";
import { languages } from "../../language/language.js";
import { makeFunnel, type FunnelSample } from "./funnel.js";
import { funnelStories } from "./story.js";
import { funnelWords, stepIds } from "./words.js";

const day = 86_400_000;

interface Event {
  readonly user: string | null;
  readonly time: number;
  readonly event: string;
  readonly amount: number | null;
}

function eventsOf({ rows }: FunnelSample, language: Language): Event[] {
  const { columns } = funnelWords[language];
  return rows.map((row) => ({
    user: row[columns.user] as string | null,
    time: (row[columns.time] as Date).getTime(),
    event: row[columns.event] as string,
    amount: row[columns.amount] as number | null,
  }));
}

/** How far each user comes from the first entry on, in order, within the window: written without any of the product's code. */
function naiveFunnel(events: readonly Event[], steps: readonly string[], windowDays: number): Map<string, number> {
  const reached = new Map<string, number>();
  const entry = new Map<string, number>();
  for (const { user, time, event } of events) {
    if (user === null) continue;
    const next = reached.get(user) ?? 0;
    if (event !== steps[next]) continue;
    if (next === 0) entry.set(user, time);
    if (time - (entry.get(user) as number) <= windowDays * day) reached.set(user, next + 1);
  }
  return reached;
}

describe.each(funnelStories)("makeFunnel() with the story %s", (story) => {
  const make = (seed: number, language: Language, size = 1500) => makeFunnel({ seed, size, language, story });

  it.each(languages)("tells in its truth what is in the rows in %s", (language) => {
    for (const seed of [1, 7, 2024]) {
      const sample = make(seed, language);
      const events = eventsOf(sample, language);
      const steps = stepIds.map((id) => funnelWords[language].events[id]);
      const found = naiveFunnel(events, steps, sample.truth.windowDays);
      expect(Object.fromEntries(found)).toEqual(sample.truth.stepsOf);
      expect(stepIds.map((_, index) => [...found.values()].filter((count) => count > index).length)).toEqual(sample.truth.reached);
      expect(events.filter(({ user }) => user === null)).toHaveLength(sample.truth.rowsWithoutUser);
      const lines = sample.rows.map((row) => JSON.stringify(row));
      expect(lines.length - new Set(lines).size).toBe(sample.truth.duplicateRows);
    }
  });

  it("has the same truth and the same events in both languages", () => {
    const [english, chinese] = [make(5, "en"), make(5, "zh-CN")];
    expect(chinese.truth).toEqual(english.truth);
    const bare = (sample: FunnelSample, language: Language) =>
      eventsOf(sample, language).map(({ user, time, amount }) => [user, time, amount]);
    expect(bare(chinese, "zh-CN")).toEqual(bare(english, "en"));
  });

  it("gives the same bytes for the same seed and others for another", () => {
    expect(JSON.stringify(make(3, "en", 300))).toBe(JSON.stringify(make(3, "en", 300)));
    expect(JSON.stringify(make(3, "en", 300).rows)).not.toBe(JSON.stringify(make(4, "en", 300).rows));
  });

  it("keeps to the planted rates: each within four standard errors, over six seeds", () => {
    const truths = [1, 2, 3, 4, 5, 6].map((seed) => make(seed, "en").truth);
    const total = (step: number) => truths.reduce((sum, { reached }) => sum + (reached[step] ?? 0), 0);
    stepIds.slice(1).forEach((id, index) => {
      const rate = truths[0]?.stepRates[index + 1] ?? NaN;
      const error = Math.sqrt((rate * (1 - rate)) / total(index));
      const cutByTheEnd = 0.015;
      expect(Math.abs(total(index + 1) / total(index) - rate), id).toBeLessThan(4 * error + cutByTheEnd);
    });
  });

  it("has every quirk that it speaks of", () => {
    const { rows, truth } = make(1, "en");
    const { columns, events, channels } = funnelWords.en;
    expect(truth.rowsWithoutUser).toBeGreaterThan(20);
    expect(truth.duplicateRows).toBeGreaterThan(20);
    expect(truth.lateConversions).toBeGreaterThan(5);
    expect(truth.testAccounts).toHaveLength(4);
    for (const id of truth.testAccounts) expect(rows.some((row) => row[columns.user] === id)).toBe(true);
    expect(new Set(rows.map((row) => row[columns.event]))).toEqual(new Set(Object.values(events)));
    expect(new Set(rows.map((row) => row[columns.channel]))).toEqual(new Set(Object.values(channels)));
    const last = Math.max(...rows.map((row) => (row[columns.time] as Date).getTime()));
    expect(last).toBeLessThan(Date.parse("2025-06-30"));
    expect(truth.incompleteFrom).toBe("2025-06-23");
    for (const row of rows) expect(row[columns.amount] === null).toBe(row[columns.event] !== events.order);
  });

  it("adds the first order of each converting user up to its revenue", () => {
    const sample = make(9, "en");
    const converted = new Set(Object.keys(sample.truth.stepsOf).filter((id) => sample.truth.stepsOf[id] === stepIds.length));
    const first = new Map<string, number>();
    for (const { user, amount } of eventsOf(sample, "en")) {
      if (user !== null && amount !== null && converted.has(user) && !first.has(user)) first.set(user, amount);
    }
    expect(first.size).toBe(sample.truth.secondsToConvert.length);
    expect([...first.values()].reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(sample.truth.revenue, 4);
  });
});

describe("the planted leak", () => {
  /** 0.78 · 0.6 · 0.75 reach the order; of those with the demo 0.88 pay, of the others (0.7 − 0.3 · 0.88) ÷ 0.7. */
  const [withDemo, without] = [0.351 * 0.88, (0.351 * (0.7 - 0.3 * 0.88)) / 0.7];
  const handOddsRatio = withDemo / (1 - withDemo) / (without / (1 - without));

  it("is the trial sign-up, most of all in paid social, and the demo goes with conversion", () => {
    const truths = [1, 2, 3, 4].map((seed) => makeFunnel({ seed, size: 3000, language: "en", story: "leak" }).truth);
    for (const { reached, leak, reachedByChannel, driver } of truths) {
      const losses = reached.slice(1).map((count, index) => 1 - count / (reached[index] as number));
      expect(losses.indexOf(Math.max(...losses))).toBe(stepIds.indexOf("trial") - 1);
      expect(leak).toEqual({ step: "trial", loss: 0.4, channel: "social", channelLoss: 0.56 });
      const lossOf = (channel: string) => 1 - (reachedByChannel[channel]?.[2] ?? NaN) / (reachedByChannel[channel]?.[1] ?? NaN);
      expect(lossOf("social")).toBeGreaterThan(lossOf("organic") + 0.08);
      expect(driver?.oddsRatio).toBeCloseTo(handOddsRatio, 6);
    }
  });

  it("is nowhere in the even story", () => {
    const { truth } = makeFunnel({ seed: 1, size: 300, language: "en", story: "even" });
    expect([truth.leak, truth.driver]).toEqual([undefined, undefined]);
    expect(new Set(truth.stepRates.slice(1)).size).toBe(1);
  });
});
