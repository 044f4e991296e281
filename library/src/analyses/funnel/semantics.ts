/** What differs between the products; each can be given by itself. */
export interface Rules {
  /**
   * Which entry of a unit counts. "first": its first one. "best": of the entries that come farthest, the one that gets there first, counted
   * from its latest entry before. "longest": of the entries that come farthest, the earliest.
   */
  readonly entry: "first" | "best" | "longest";
  /** What an exclusion step does to the way that it comes into. "drop": it counts nowhere, not even as an entry. "stop": it counts up to there. */
  readonly exclusion: "drop" | "stop";
  /** What breaks a strict order: any other event, another step that comes too early, or a step that comes again. */
  readonly strict: "events" | "steps" | "repeats";
  /** Events of two steps this near to each other may come in either order. */
  readonly graceSeconds: number;
  /** Events at the same time: "ordered" counts them as if in the order of the steps, "later" asks each step to be later than the one before. */
  readonly simultaneous: "ordered" | "later";
  /** Daily line: "split" counts a unit on the day of its one entry, "separate" makes a funnel of each day. */
  readonly dailyLine: "split" | "separate";
}

export const semanticsNames = ["posthog", "mixpanel", "amplitude", "clickhouse"] as const;
export type Semantics = (typeof semanticsNames)[number];

/** How the four products settle what they disagree on. */
export const presets: Readonly<Record<Semantics, Rules>> = {
  posthog: { entry: "best", exclusion: "drop", strict: "events", graceSeconds: 0, simultaneous: "ordered", dailyLine: "split" },
  mixpanel: { entry: "first", exclusion: "stop", strict: "events", graceSeconds: 2, simultaneous: "ordered", dailyLine: "separate" },
  amplitude: { entry: "longest", exclusion: "stop", strict: "events", graceSeconds: 1, simultaneous: "ordered", dailyLine: "split" },
  clickhouse: { entry: "best", exclusion: "stop", strict: "steps", graceSeconds: 0, simultaneous: "ordered", dailyLine: "split" },
};

/** The rules of a call: those of its preset, but for the options that were given by themselves. */
export const rulesOf = ({
  semantics,
  ...given
}: { readonly semantics: Semantics } & { readonly [Name in keyof Rules]?: Rules[Name] | undefined }): Rules => {
  const preset = presets[semantics];
  return {
    entry: given.entry ?? preset.entry,
    exclusion: given.exclusion ?? preset.exclusion,
    strict: given.strict ?? preset.strict,
    graceSeconds: given.graceSeconds ?? preset.graceSeconds,
    simultaneous: given.simultaneous ?? preset.simultaneous,
    dailyLine: given.dailyLine ?? preset.dailyLine,
  };
};
