import { describe, expect, it } from "vitest";
import { load, type Dataset } from "../../data/index.js";
import { languages, type Language } from "../../language/index.js";
import { makeExperiment } from "../../teaching/experiment/experiment.js";
import type { ExperimentStory } from "../../teaching/experiment/stories.js";
import { experimentWords } from "../../teaching/experiment/words.js";
import { abTest } from "./ab-test.js";
import { armSizes } from "./arm-sizes.js";
import { rollOut } from "./roll-out.js";
import type { AbTestValues, ComparisonValues, Interval } from "./values.js";

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
const patience = 180_000;

interface Case {
  readonly seed: number;
  readonly language: Language;
}

/** One test of one seed, with what was planted in it. */
async function examine(story: ExperimentStory, { seed, language }: Case, options: Record<string, unknown> = {}) {
  const { rows, truth } = makeExperiment({ story, seed, language, size: 12_000 });
  const data = await load(rows);
  const result = await abTest(data, options);
  const primary = result.values.metrics[0]?.comparisons[0] as ComparisonValues;
  return { truth, data, result, values: result.values, primary, warnings: result.warnings.map(({ code }) => code) };
}

type Examined = Awaited<ReturnType<typeof examine>>;

/** The answers to all seeds in one language; one after the other, so that only one sample is in memory. */
async function overSeeds<Answer>(
  story: ExperimentStory,
  language: Language,
  ask: (one: Examined) => Answer | Promise<Answer>,
  options = {},
) {
  const answers: Answer[] = [];
  for (const seed of seeds) answers.push(await ask(await examine(story, { seed, language }, options)));
  return answers;
}

const count = (answers: readonly boolean[]): number => answers.filter(Boolean).length;
const holds = ([low, high]: Interval, value: number): boolean => low <= value && value <= high;
const reading = ({ result }: Examined, language: Language): string => result.reading(language).join(" ");

/** Words by which a reading would claim that one arm is better. */
const claims = { en: /does (better|worse) than|clearly (better|worse)/, "zh-CN": /优于|差于|明确更/ };
const causes = { en: /put down to the change;/, "zh-CN": /可以归因于改动/ };

/** The interval of the lift when the arms are weighed to the same mix of a column. */
async function weighedLift(data: Dataset<object>, strata: string): Promise<Interval> {
  const { values } = await abTest.untyped(data, { strata });
  return (values as AbTestValues).metrics[0]?.comparisons[0]?.relative?.interval ?? [NaN, NaN];
}

describe.each(languages)("twenty samples in %s", (language) => {
  const words = experimentWords[language].columns;

  it("with a true lift show it, with the truth in the interval about as often as promised", { timeout: patience }, async () => {
    const found = await overSeeds("lift", language, (one) => ({
      isWin: one.primary.conclusion === "clear-win" && one.values.decision.decision === "ship",
      holds: holds(one.primary.absolute?.interval ?? [NaN, NaN], one.truth.planted.conversion.absolute),
      holdsRelative: holds(one.primary.relative?.interval ?? [NaN, NaN], one.truth.planted.conversion.relative),
      isTold: claims[language].test(reading(one, language)) && causes[language].test(reading(one, language)),
      counts: one.values.metrics[0]?.levels.map(({ units, conversions }) => [units, conversions]),
      planted: Object.values(one.truth.arms).map(({ visitors, conversions }) => [visitors, conversions]),
    }));
    expect(count(found.map(({ isWin }) => isWin))).toBeGreaterThanOrEqual(18);
    expect(count(found.map(({ isTold }) => isTold))).toBeGreaterThanOrEqual(18);
    expect(count(found.map((one) => one.holds))).toBeGreaterThanOrEqual(17);
    expect(count(found.map(({ holdsRelative }) => holdsRelative))).toBeGreaterThanOrEqual(17);
    for (const { counts, planted } of found) expect(counts).toEqual(planted);
  });

  it("without any difference claim one in two of twenty at most", { timeout: patience }, async () => {
    const found = await overSeeds("none", language, (one) => ({
      isClaimed: one.values.metrics.some(({ comparisons }) => comparisons.some(({ conclusion }) => conclusion.startsWith("clear"))),
      isTold: claims[language].test(reading(one, language)),
      isShipped: one.values.decision.decision === "ship",
    }));
    for (const habit of ["isClaimed", "isTold", "isShipped"] as const) expect(count(found.map((one) => one[habit]))).toBeLessThanOrEqual(2);
  });

  it(
    "with a broken randomisation are all blocked, claim nothing, and name the browser that went missing",
    { timeout: patience },
    async () => {
      const found = await overSeeds("broken", language, async (one) => {
        const text = reading(one, language);
        const { rows } = await armSizes(one.data, one.result, { language });
        const actions = await rollOut(one.data, one.result, { language });
        return {
          isBlocked: one.values.decision.decision === "fix-the-test" && one.warnings.includes("sample-ratio-mismatch"),
          isSilent: !claims[language].test(text) && !causes[language].test(text),
          looksLikeLift: (one.primary.relative?.value ?? 0) > 0.1,
          isNamed: rows[0]?.column === words.browser && rows[0].value === experimentWords[language].browsers[0],
          isLeftAlone: actions.customers.length === 0,
        };
      });
      for (const habit of ["isBlocked", "isSilent", "looksLikeLift", "isNamed", "isLeftAlone"] as const)
        expect(count(found.map((one) => one[habit])), habit).toBe(20);
    },
  );
});

/** What these are made of does not hang on the language, as the last test shows; the readings are looked at in both. */
describe("twenty samples", () => {
  const language = "en";
  const words = experimentWords[language].columns;
  const claimsNothing = (one: Examined): boolean =>
    languages.every((each) => !claims[each].test(reading(one, each)) && !causes[each].test(reading(one, each)));

  it("with a changed allotment are told to mislead, and right once the weeks weigh the same", { timeout: patience }, async () => {
    const found = await overSeeds(
      "simpson",
      language,
      async (one) => ({
        isHeld: holds(await weighedLift(one.data, words.week), one.truth.planted.conversion.relative),
        isFlagged: one.warnings.includes("simpson") && one.values.segments?.tests[0]?.isSimpson === true,
        isWrong: (one.primary.absolute?.value ?? 0) < 0,
        isRight: (one.values.segments?.tests[0]?.standardised ?? -1) > 0,
        isTold: claimsNothing(one),
      }),
      { segment: words.week },
    );
    for (const habit of ["isFlagged", "isWrong", "isRight", "isTold"] as const)
      expect(count(found.map((one) => one[habit])), habit).toBeGreaterThanOrEqual(19);
    expect(count(found.map(({ isHeld }) => isHeld))).toBeGreaterThanOrEqual(17);
  });

  it("with one bulk order say that it decides", { timeout: patience }, async () => {
    const found = await overSeeds(
      "whale",
      language,
      (one) => ({
        isFlagged: one.warnings.includes("one-unit-decides"),
        isFound: one.primary.outlier?.value === one.truth.whale?.revenue,
        isClaimed: one.primary.conclusion === "clear-win",
        isTold: reading(one, "en").includes("One unit decides") && reading(one, "zh-CN").includes("取决于单个单位"),
      }),
      { metrics: [words.revenue] },
    );
    expect(count(found.map(({ isFlagged }) => isFlagged))).toBeGreaterThanOrEqual(18);
    expect(count(found.map(({ isTold }) => isTold))).toBeGreaterThanOrEqual(18);
    expect(count(found.map(({ isFound }) => isFound))).toBe(20);
    expect(count(found.map(({ isClaimed }) => isClaimed))).toBeLessThanOrEqual(2);
  });

  it("with visitors in both arms count each of them, leave them out and list them", { timeout: patience }, async () => {
    const found = await overSeeds("crossover", language, async (one) => {
      const { customers } = await rollOut(one.data, one.result, { language });
      return {
        counted: [one.values.crossed.units, customers.filter(({ segment }) => segment === "several-arms").length],
        planted: [one.truth.crossovers, one.truth.crossovers],
        units: one.values.units,
        visitors: one.truth.arms.control.visitors + one.truth.arms.treatment.visitors,
        isWin: one.primary.conclusion === "clear-win",
      };
    });
    for (const { counted, planted, units, visitors } of found) expect([...counted, units]).toEqual([...planted, visitors]);
    expect(count(found.map(({ isWin }) => isWin))).toBeGreaterThanOrEqual(18);
  });

  it("that look better at first show it on the fourth day and no more at the end", { timeout: patience }, async () => {
    const found = await overSeeds("peek", language, ({ values, primary }) => {
      const fourth = values.days.filter(({ metric }) => metric === primary.metric)[3];
      return { early: (fourth?.p ?? 1) < 0.05 && (fourth?.absolute?.value ?? 0) > 0, late: primary.conclusion === "clear-win" };
    });
    expect(count(found.map(({ early }) => early))).toBeGreaterThanOrEqual(17);
    expect(count(found.map(({ late }) => late))).toBeLessThanOrEqual(2);
  });
});

describe("the two languages", () => {
  it("give the same numbers", async () => {
    const [english, chinese] = await Promise.all(languages.map((language) => examine("lift", { seed: 7, language })));
    const numbers = ({ values }: Examined): unknown[] =>
      values.metrics.map(({ comparisons }) => comparisons.map(({ absolute, relative, p }) => [absolute, relative, p]));
    expect(numbers(chinese as Examined)).toEqual(numbers(english as Examined));
    const sizes = (values: AbTestValues) => [values.units, values.period, values.arms.map(({ units }) => units)];
    expect(sizes((chinese as Examined).values)).toEqual(sizes((english as Examined).values));
  });
});
