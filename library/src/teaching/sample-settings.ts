import { languages, type Language, type Text } from "../language/language.js";
import { sampleSettingInvalid } from "./errors.js";
import type { SampleKind, SampleSettings } from "./sample-kind.js";

/** One setting: how it is read, and what it needs where it cannot be. */
interface Setting {
  read(value: string): Partial<SampleSettings> | undefined;
  readonly needed: Text;
  readonly fix: string;
}

const largestSeed = 2 ** 32 - 1;

const wholeNumber = (value: string, low: number, high: number): number | undefined => {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  return number >= low && number <= high ? number : undefined;
};

const choiceText = (choices: readonly string[]): Text => ({ en: choices.join(" or "), "zh-CN": choices.join(" 或 ") });
const rangeText = (low: number, high: number): Text => ({
  en: `a whole number from ${low} to ${high}`,
  "zh-CN": `${low} 到 ${high} 的整数`,
});

/** The settings that a kind takes, by their names. */
function settingsOf({ size, stories = [] }: SampleKind<unknown>): Readonly<Record<string, Setting>> {
  const take = <Value>(value: Value | undefined, set: (value: Value) => Partial<SampleSettings>) =>
    value === undefined ? undefined : set(value);
  return {
    seed: {
      read: (value) => take(wholeNumber(value, 0, largestSeed), (seed) => ({ seed })),
      needed: rangeText(0, largestSeed),
      fix: "seed=7",
    },
    [size.name]: {
      read: (value) => take(wholeNumber(value, ...size.range), (number) => ({ size: number })),
      needed: rangeText(...size.range),
      fix: `${size.name}=${size.default}`,
    },
    language: {
      read: (value) =>
        take(
          languages.find((language) => language === value),
          (language) => ({ language }),
        ),
      needed: choiceText(languages),
      fix: "language=zh-CN",
    },
    ...(stories.length > 1 && {
      story: {
        read: (value: string) =>
          take(
            stories.find((story) => story === value),
            (story) => ({ story }),
          ),
        needed: choiceText(stories),
        fix: `story=${stories[1]}`,
      },
    }),
  };
}

interface Asked {
  readonly sample: string;
  /** What stands behind the question mark. */
  readonly query: string;
  readonly defaultLanguage: Language;
}

/**
 * The settings of a specification, filled in.
 *
 * @throws DataError `sample-setting-invalid` with what is needed
 */
export function readSettings(kind: SampleKind<unknown>, { sample, query, defaultLanguage }: Asked): SampleSettings {
  const known = settingsOf(kind);
  const settings = { seed: 7, size: kind.size.default, language: defaultLanguage, story: kind.stories?.[0] ?? "" };
  for (const [name, value] of new URLSearchParams(query)) {
    const setting = Object.hasOwn(known, name) ? known[name] : undefined;
    const names = Object.keys(known);
    const unknown = { needed: { en: `one of ${names.join(", ")}`, "zh-CN": names.join("、") }, fix: "seed=7" };
    const read = setting?.read(value);
    if (read === undefined) throw sampleSettingInvalid({ sample, setting: name, value, ...(setting ?? unknown) });
    Object.assign(settings, read);
  }
  return settings;
}

/** The specification with every setting, so that it makes the same rows anywhere. */
export function specificationOf(sample: string, { size, stories = [] }: SampleKind<unknown>, settings: SampleSettings): string {
  const story = stories.length > 1 ? `&story=${settings.story}` : "";
  return `sample:${sample}?seed=${settings.seed}&${size.name}=${settings.size}&language=${settings.language}${story}`;
}
