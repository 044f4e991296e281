/** Some days of the test on which the same was planned: who is allotted to what, how well people buy, and what the change does. */
export interface Phase {
  readonly days: number;
  /** Share of visitors allotted to the treatment. */
  readonly treatmentShare: number;
  /** How well everybody buys, as a multiple of the baseline: a sale, a quiet week. */
  readonly rateFactor: number;
  /** What the treatment does to the conversion rate, relative to the control: 0.25 is a quarter more. */
  readonly relative: number;
}

/** What is planted in a test. */
export interface Story {
  readonly phases: readonly Phase[];
  /** Worth of a treated visitor's basket as a multiple of a control visitor's. */
  readonly basketFactor: number;
  /** Share of the visitors with the in-app browser that the treatment's tracking loses. */
  readonly lostShare: number;
  /** Share of visitors who are seen in both arms. */
  readonly crossoverShare: number;
  /** One bulk order in the treatment, as a multiple of all that the arm would sell without it; 0 for none. */
  readonly whale: number;
}

const twoWeeks = (relative: number): readonly Phase[] => [{ days: 14, treatmentShare: 0.5, rateFactor: 1, relative }];
const plain: Story = { phases: twoWeeks(0), basketFactor: 1, lostShare: 0, crossoverShare: 0, whale: 0 };

/**
 * Every story that can be planted; the first is the one that is told unless another is asked for.
 *
 * - `lift`: a quarter more conversions, the same baskets
 * - `none`: two arms that are the same (A/A)
 * - `broken`: nothing but a tracking fault: the treatment loses most visitors of a browser in which few buy, which looks like a lift
 * - `simpson`: 30 % more conversions, but the allotment turns from 20 to 80 % just when a sale ends, so that all days together show a loss
 * - `whale`: baskets a third smaller, hidden by one bulk order
 * - `crossover`: as `lift`, with visitors who are seen in both arms
 * - `peek`: clearly better for four days, then worse, in all the same
 */
export const stories = {
  lift: { ...plain, phases: twoWeeks(0.25) },
  none: plain,
  broken: { ...plain, lostShare: 0.85 },
  simpson: {
    ...plain,
    phases: [
      { days: 7, treatmentShare: 0.2, rateFactor: 1.4, relative: 0.3 },
      { days: 7, treatmentShare: 0.8, rateFactor: 0.6, relative: 0.3 },
    ],
  },
  whale: { ...plain, basketFactor: 0.65, whale: 0.8 },
  crossover: { ...plain, phases: twoWeeks(0.25), crossoverShare: 0.006 },
  peek: {
    ...plain,
    phases: [
      { days: 4, treatmentShare: 0.5, rateFactor: 1, relative: 0.35 },
      { days: 10, treatmentShare: 0.5, rateFactor: 1, relative: -0.14 },
    ],
  },
} as const satisfies Record<string, Story>;

export type ExperimentStory = keyof typeof stories;

export const experimentStories = Object.keys(stories) as readonly ExperimentStory[];
