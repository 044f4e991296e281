import { languages, type Language } from "../language/language.js";
import { sampleSettingInvalid, sampleUnknown } from "./errors.js";
import { makeOrders, type OrdersSample } from "./orders/orders.js";

/** Known-answer data: rows as a real export would hold them, and what was planted in them. */
export interface Sample {
  /** As `load` takes it, with every setting: `sample:orders?seed=7&customers=800&language=en`. */
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly truth: OrdersSample["truth"];
}

const samples = { orders: makeOrders } as const;

/** The names that `load("sample:…")` takes. */
export const sampleNames: readonly string[] = Object.keys(samples);

interface Settings {
  seed: number;
  customers: number;
  language: Language;
}

const customersRange = [50, 200_000] as const;

/** Reads one setting; nothing where the value does not fit. */
const readers: { readonly [Name in keyof Settings]: (value: string) => Settings[Name] | undefined } = {
  seed: (value) => wholeNumber(value, 0, 2 ** 32 - 1),
  customers: (value) => wholeNumber(value, ...customersRange),
  language: (value) => languages.find((language) => language === value),
};

const needs: Readonly<Record<keyof Settings, { en: string; "zh-CN": string; fix: string }>> = {
  seed: { en: "a whole number from 0 to 4294967295", "zh-CN": "0 到 4294967295 的整数", fix: "seed=7" },
  customers: {
    en: `a whole number from ${customersRange[0]} to ${customersRange[1]}`,
    "zh-CN": `${customersRange[0]} 到 ${customersRange[1]} 的整数`,
    fix: "customers=800",
  },
  language: { en: "en or zh-CN", "zh-CN": "en 或 zh-CN", fix: "language=zh-CN" },
};

const settingNames = Object.keys(needs) as (keyof Settings)[];

function wholeNumber(value: string, low: number, high: number): number | undefined {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  return number >= low && number <= high ? number : undefined;
}

function readSettings(sample: string, query: string, defaultLanguage: Language): Settings {
  const settings: Settings = { seed: 7, customers: 800, language: defaultLanguage };
  for (const [setting, value] of new URLSearchParams(query)) {
    const name = settingNames.find((known) => known === setting);
    const read = name && readers[name](value);
    if (name === undefined || read === undefined) throw invalidSetting(sample, setting, value);
    Object.assign(settings, { [name]: read });
  }
  return settings;
}

function invalidSetting(sample: string, setting: string, value: string): Error {
  const { fix, ...needed } = needs[setting as keyof Settings] ?? {
    en: `one of ${settingNames.join(", ")}`,
    "zh-CN": settingNames.join("、"),
    fix: "seed=7",
  };
  return sampleSettingInvalid({ sample, setting, value, needed, fix });
}

/**
 * A known-answer sample by its specification, such as `orders`, `orders?seed=7&customers=800&language=zh-CN`.
 *
 * @param specification name and settings, with or without `sample:` before them
 * @param defaultLanguage language of columns and texts where the specification names none
 * @throws DataError `sample-unknown` (lists the samples), `sample-setting-invalid`
 */
export function sample(specification: string, defaultLanguage: Language): Sample {
  const [name = "", query = ""] = specification.replace(/^sample:/, "").split("?", 2);
  const make = Object.hasOwn(samples, name) ? samples[name as keyof typeof samples] : undefined;
  if (!make) throw sampleUnknown({ name, samples: sampleNames });
  const settings = readSettings(name, query, defaultLanguage);
  const { seed, customers, language } = settings;
  return { name: `sample:${name}?seed=${seed}&customers=${customers}&language=${language}`, ...make(settings) };
}
