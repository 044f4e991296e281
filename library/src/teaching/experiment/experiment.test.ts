import { describe, expect, it } from "vitest";
import type { Language } from "../../language/index.js";
import { makeExperiment, type ExperimentSample } from "./experiment.js";
import { experimentStories, stories, type ExperimentStory } from "./stories.js";
import { baseline } from "./visitors.js";
import { experimentWords } from "./words.js";

const size = 4000;
const make = (story: ExperimentStory, { seed = 3, language = "en" }: { seed?: number; language?: Language } = {}) =>
  makeExperiment({ seed, size, language, story });

type Row = Readonly<Record<string, unknown>>;
const { columns, arms } = experimentWords.en;
const inArm = ({ rows }: ExperimentSample, arm: string): Row[] => rows.filter((row) => row[columns.arm] === arm);
const sum = (rows: readonly Row[], column: string): number => rows.reduce((total, row) => total + Number(row[column]), 0);
const rate = (rows: readonly Row[]): number => sum(rows, columns.converted) / rows.length;
const mean = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0) / numbers.length;

/** Ids that stand in rows of both arms. */
function seenTwice({ rows }: ExperimentSample): Set<unknown> {
  const armsOf = new Map<unknown, Set<unknown>>();
  for (const row of rows) armsOf.set(row[columns.visitor], (armsOf.get(row[columns.visitor]) ?? new Set()).add(row[columns.arm]));
  return new Set([...armsOf].flatMap(([visitor, seen]) => (seen.size > 1 ? [visitor] : [])));
}

describe.each(experimentStories)("makeExperiment() telling %s", (story) => {
  const sample = make(story);

  it("gives the same bytes for the same seed and other ones for another", () => {
    expect(JSON.stringify(make(story))).toBe(JSON.stringify(sample));
    expect(JSON.stringify(make(story, { seed: 4 }).rows)).not.toBe(JSON.stringify(sample.rows));
  });

  it("holds the same visitors and the same truth in both languages", () => {
    const chinese = make(story, { language: "zh-CN" });
    const words = experimentWords["zh-CN"];
    expect(chinese.truth).toEqual(sample.truth);
    expect(Object.keys(chinese.rows[0] ?? {})).toEqual(Object.values(words.columns));
    const names = ["visitor", "firstSeen", "converted", "revenue", "sessions", "pageViews", "loadTime", "priorSpend"] as const;
    const pick = (rows: readonly Row[], of: typeof columns) => rows.map((row) => names.map((name) => row[of[name]]));
    expect(pick(chinese.rows, words.columns)).toEqual(pick(sample.rows, columns));
    expect(new Set(chinese.rows.map((row) => row[words.columns.arm]))).toEqual(new Set([null, "对照组", "实验组"]));
  });

  it("counts in its truth what the rows hold", () => {
    const twice = seenTwice(sample);
    expect(sample.truth.crossovers).toBe(twice.size);
    expect(sample.truth.rowsWithoutArm).toBe(sample.rows.filter((row) => row[columns.arm] === null).length);
    expect(sample.truth.lost).toBe(size - new Set(sample.rows.map((row) => row[columns.visitor])).size);
    for (const arm of ["control", "treatment"] as const) {
      const rows = inArm(sample, arms[arm]).filter((row) => !twice.has(row[columns.visitor]));
      const { visitors, conversions, revenue } = sample.truth.arms[arm];
      expect([rows.length, sum(rows, columns.converted)]).toEqual([visitors, conversions]);
      expect(sum(rows, columns.revenue)).toBeCloseTo(revenue, 4);
    }
  });

  it("is in order of time, within the days of its phases, and fills every cell but arms", () => {
    const times = sample.rows.map((row) => (row[columns.firstSeen] as Date).getTime());
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    const days = sample.truth.phases.at(-1)?.days[1] ?? 0;
    expect((times.at(-1) as number) - (times[0] as number)).toBeLessThan((days + 1) * 86_400_000);
    const empty = sample.rows.flatMap((row) => Object.keys(row).filter((name) => row[name] === null || row[name] === undefined));
    expect(new Set(empty)).toEqual(new Set([columns.arm]));
  });

  it("has revenue with a heavy tail from converted visitors alone", () => {
    const revenues = sample.rows.map((row) => Number(row[columns.revenue])).filter((revenue) => revenue > 0);
    expect(sample.rows.every((row) => Number(row[columns.revenue]) > 0 === row[columns.converted])).toBe(true);
    expect(Math.max(...revenues)).toBeGreaterThan(8 * mean(revenues));
  });
});

describe("the planted effect", () => {
  /** Means over so many seeds that chance has little to say. */
  const seeds = Array.from({ length: 16 }, (_, index) => 100 + index);
  const over = (story: ExperimentStory) => seeds.map((seed) => make(story, { seed }));

  it.each(["lift", "none", "crossover", "whale", "peek"] as const)("of %s is in the rows of many seeds", (story) => {
    const samples = over(story);
    const { planted } = samples[0]?.truth as ExperimentSample["truth"];
    const [control, treatment] = (["control", "treatment"] as const).map((arm) => mean(samples.map((one) => rate(inArm(one, arms[arm])))));
    expect(control).toBeCloseTo(planted.baseline, 2);
    expect(Math.abs((treatment as number) - (control as number) - planted.conversion.absolute)).toBeLessThan(0.006);
    expect(planted.baseline).toBe(baseline);
  });

  it("of a broken test is a false lift that no visitor of the other browsers shows", () => {
    const samples = over("broken");
    const apart = (rows: (one: ExperimentSample, arm: string) => Row[]) =>
      mean(samples.map((one) => rate(rows(one, arms.treatment)) / rate(rows(one, arms.control)) - 1));
    expect(apart(inArm)).toBeGreaterThan(0.25);
    expect(Math.abs(apart((one, arm) => inArm(one, arm).filter((row) => row[columns.browser] !== "In-app browser")))).toBeLessThan(0.03);
    for (const { truth } of samples) expect(truth.lost).toBeGreaterThan(0.1 * size);
    expect(samples[0]?.truth.planted.conversion).toEqual({ absolute: 0, relative: 0 });
  });

  it("of a changed allotment shows a loss in all and a gain in each week", () => {
    const samples = over("simpson");
    const lift = (rows: (one: ExperimentSample, arm: string) => Row[]) =>
      mean(samples.map((one) => rate(rows(one, arms.treatment)) - rate(rows(one, arms.control))));
    expect(lift(inArm)).toBeLessThan(-0.02);
    for (const week of ["Week 1", "Week 2"])
      expect(lift((one, arm) => inArm(one, arm).filter((row) => row[columns.week] === week))).toBeGreaterThan(0.01);
    expect(samples[0]?.truth.planted.conversion.relative).toBe(0.3);
  });

  it("of a whale hides smaller baskets", () => {
    const samples = over("whale");
    const perVisitor = ({ arms: of, whale }: ExperimentSample["truth"]) => {
      const treated = of.treatment.revenue - (whale?.revenue ?? 0);
      return treated / of.treatment.visitors / (of.control.revenue / of.control.visitors) - 1;
    };
    for (const { truth } of samples) expect(truth.whale?.revenue).toBeGreaterThan(0.3 * truth.arms.treatment.revenue);
    expect(Math.abs(mean(samples.map(({ truth }) => perVisitor(truth))) - -0.35)).toBeLessThan(0.05);
  });

  it("of peeking is there for four days and gone after fourteen", () => {
    const samples = over("peek");
    const lift = (isDay: (day: number) => boolean) => {
      const of = (arm: string) =>
        mean(samples.map((one) => rate(inArm(one, arm).filter((row) => isDay((row[columns.firstSeen] as Date).getUTCDate() - 2)))));
      return of(arms.treatment) / of(arms.control) - 1;
    };
    expect(lift((day) => day <= 4)).toBeGreaterThan(0.25);
    expect(Math.abs(lift(() => true))).toBeLessThan(0.04);
  });

  it("names every story with phases that add up to two weeks", () => {
    for (const story of experimentStories)
      expect(stories[story].phases.reduce((total: number, { days }: { days: number }) => total + days, 0)).toBe(14);
  });
});
