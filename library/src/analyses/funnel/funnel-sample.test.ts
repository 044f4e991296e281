import { beforeAll, describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { languages, type Language } from "../../language/language.js";
import type { FunnelStory } from "../../teaching/funnel/story.js";
import type { FunnelTruth } from "../../teaching/funnel/truth.js";
import { funnelWords, stepIds } from "../../teaching/funnel/words.js";
import { sample } from "../../teaching/samples.js";
import type { Result } from "../result.js";
import { isClear } from "./charts/drivers-text.js";
import { funnel } from "./funnel.js";
import { outlyingGroup } from "./outlying-group.js";
import type { FunnelValues } from "./values.js";

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

interface Run {
  readonly values: FunnelValues;
  readonly reading: string;
  readonly truth: FunnelTruth;
}

/** One run on one seed, as a user would ask for it. */
async function runOf(story: FunnelStory, seed: number, language: Language): Promise<Run> {
  const specification = `sample:funnel?seed=${seed}&story=${story}&language=${language}` as const;
  const { columns, events } = funnelWords[language];
  const data = await load(specification);
  const result = (await funnel.untyped(data, {
    steps: stepIds.map((id) => events[id]),
    window: 7,
    breakdown: columns.channel,
  })) as Result<FunnelValues>;
  const { truth } = sample(specification, language) as { truth: FunnelTruth };
  return { values: result.values, reading: result.reading(language).join(" "), truth };
}

/** Runs of all seeds, one after another; each story and language once for all tests. */
const known = new Map<string, Promise<readonly Run[]>>();
function runsOf(story: FunnelStory, language: Language): Promise<readonly Run[]> {
  const name = `${story} ${language}`;
  const runs = known.get(name) ?? inTurn(seeds, (seed) => runOf(story, seed, language));
  known.set(name, runs);
  return runs;
}

async function inTurn<Item, Outcome>(items: readonly Item[], work: (item: Item) => Promise<Outcome>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const item of items) outcomes.push(await work(item));
  return outcomes;
}

const patience = 300_000;
const share = (runs: readonly Run[], holds: (run: Run) => boolean): number => runs.filter(holds).length;

describe.each(languages)("funnel() on twenty seeds of the planted leak in %s", (language) => {
  const { events, channels } = funnelWords[language];
  let runs: readonly Run[];

  beforeAll(async () => {
    runs = await runsOf("leak", language);
  }, patience);

  it("counts exactly who reached which step, in all and in each channel", () => {
    for (const { values, truth } of runs) {
      expect(values.steps.map(({ count }) => count)).toEqual(truth.reached);
      const found = Object.fromEntries((values.breakdown?.groups ?? []).map(({ name, steps }) => [name, steps.map(({ count }) => count)]));
      const planted = Object.entries(truth.reachedByChannel).map(([id, counts]) => [channels[id as keyof typeof channels], counts]);
      expect(found).toEqual(Object.fromEntries(planted));
      expect(values.setAside).toEqual([{ kind: "missing-customer", rows: truth.rowsWithoutUser }]);
    }
  });

  it("names the leak clearly (measured: 20 of 20)", () => {
    const leak = events.trial;
    expect(
      share(runs, ({ values, reading }) => values.leak?.name === leak && values.leak.next?.isClear === true && reading.includes(leak)),
    ).toBeGreaterThanOrEqual(19);
  });

  it("names the channel in which the leak is worst (measured: 20 of 20)", () => {
    const found = ({ values: { breakdown, leak } }: Run) => breakdown && leak && outlyingGroup(breakdown, leak)?.group.name;
    expect(share(runs, (run) => found(run) === channels.social)).toBeGreaterThanOrEqual(19);
  });

  it("finds that those who watched the demo convert more (measured: 20 of 20)", () => {
    const isFound = ({ values: { drivers } }: Run) =>
      drivers?.found.some((driver) => driver.value === events.demo && isClear(driver)) ?? false;
    expect(share(runs, isFound)).toBeGreaterThanOrEqual(19);
  });

  it("takes the planted time to convert and what conversions are worth", () => {
    for (const { values, truth } of runs) {
      const seconds = truth.secondsToConvert;
      const middle = (seconds.length - 1) / 2;
      const median = ((seconds[Math.floor(middle)] ?? 0) + (seconds[Math.ceil(middle)] ?? 0)) / 2;
      expect(values.time?.n).toBe(seconds.length);
      expect(Math.abs((values.time?.median ?? 0) / median - 1)).toBeLessThan(0.02);
      expect(values.value?.sum).toBeCloseTo(truth.revenue, 4);
    }
  });
});

describe.each(languages)("funnel() on twenty seeds in which all steps leak alike in %s", (language) => {
  let runs: readonly Run[];

  beforeAll(async () => {
    runs = await runsOf("even", language);
  }, patience);

  it("claims of at most two that a step stands out", () => {
    const claimed = ({ values: { leak } }: Run) => leak?.next?.isClear ?? false;
    expect(share(runs, claimed)).toBeLessThanOrEqual(2);
    const said = ({ reading }: Run) => !/No step stands out|没有哪一步特别突出/.test(reading);
    expect(share(runs, said)).toBe(share(runs, claimed));
  });

  it("claims of at most two that a channel stands apart", () => {
    const claimed = ({ values: { breakdown, leak } }: Run) => breakdown && leak && outlyingGroup(breakdown, leak) !== undefined;
    expect(share(runs, (run) => claimed(run) ?? false)).toBeLessThanOrEqual(2);
  });

  it("names on at most two anything that goes with conversion", () => {
    expect(share(runs, ({ values: { drivers } }) => drivers?.found.some(isClear) ?? false)).toBeLessThanOrEqual(2);
  });
});

describe("intervals over all seeds and stories", () => {
  it(
    "hold the planted rates about as often as they say",
    async () => {
      const runs = [...(await runsOf("leak", "en")), ...(await runsOf("even", "en"))];
      const held = runs.flatMap(({ values, truth }) =>
        values.steps.slice(1).map(({ ofPrevious }, index) => {
          const planted = truth.stepRates[index + 1] ?? NaN;
          return ofPrevious !== undefined && planted >= ofPrevious.interval[0] && planted <= ofPrevious.interval[1];
        }),
      );
      expect(held).toHaveLength(160);
      expect(held.filter(Boolean).length / held.length).toBeGreaterThanOrEqual(0.88);
      expect(held.filter(Boolean).length).toBeLessThan(held.length);
    },
    patience,
  );
});
