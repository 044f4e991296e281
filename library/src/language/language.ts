/** The languages that every text of Marklab exists in. */
export const languages = ["en", "zh-CN"] as const;
export type Language = (typeof languages)[number];

/** One text in every language; the languages stand side by side so that they cannot drift apart. */
export type Text = Readonly<Record<Language, string>>;

/** The language that best fits a tag such as "zh", "zh_CN.UTF-8" or "en-GB"; English where nothing fits. */
export const nearestLanguage = (tag: string | undefined): Language => (/^zh/i.test(tag ?? "") ? "zh-CN" : "en");

/** What the process was started with; browsers have no environment. */
const { process: started } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };

let current: Language = nearestLanguage(started?.env?.["MARKLAB_LANGUAGE"]);

/** Readings, errors and charts use this language unless a call names another one; a session starts with that of MARKLAB_LANGUAGE. */
export const currentLanguage = (): Language => current;

/** Switches the language of all that follows in this session, such as `setLanguage("zh-CN")`. */
export function setLanguage(language: Language): void {
  if (!languages.includes(language)) throw new RangeError(`Unknown language "${String(language)}": use "en" or "zh-CN".`);
  current = language;
}
