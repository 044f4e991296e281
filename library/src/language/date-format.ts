import type { Language } from "./language.js";

/** A day as text (`2024-01-03`, with or without a time) or as a Date, which is read in UTC. */
export type Day = string | Date | null | undefined;

export interface DateFormat {
  /** `3 Jan 2024`, in Chinese `2024年1月3日`. */
  date(day: Day): string;
  /** `Jan 2024`, in Chinese `2024年1月`. */
  month(day: Day): string;
  /** First and last day: `1 Dec 2010 – 9 Dec 2011`, in Chinese `2010年12月1日–2011年12月9日`. */
  period(from: Day, to: Day): string;
}

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Year, month and day as written, so that no time zone can move them; nothing where the text is no date. */
function partsOf(day: Day): Parts | undefined {
  if (day instanceof Date) return Number.isNaN(day.getTime()) ? undefined : partsOf(day.toISOString());
  const [, year, month, date] = /^([+-]?\d{4,6})-(\d{2})(?:-(\d{2}))?/.exec(day ?? "") ?? [];
  const parts = { year: Number(year), month: Number(month), day: Number(date ?? 1) };
  const isDate = parts.month >= 1 && parts.month <= 12 && parts.day >= 1 && parts.day <= 31;
  return year !== undefined && isDate ? parts : undefined;
}

const english = {
  date: ({ year, month, day }: Parts) => `${day} ${monthNames[month - 1]} ${year}`,
  month: ({ year, month }: Parts) => `${monthNames[month - 1]} ${year}`,
};
const chinese = {
  date: ({ year, month, day }: Parts) => `${year}年${month}月${day}日`,
  month: ({ year, month }: Parts) => `${year}年${month}月`,
};

/** How days are written in a language; `missing` stands for what is no date. */
export function dateFormat(language: Language, missing: string): DateFormat {
  const texts = language === "zh-CN" ? chinese : english;
  const known = (text: (parts: Parts) => string) => (day: Day) => {
    const parts = partsOf(day);
    return parts ? text(parts) : missing;
  };
  const date = known(texts.date);
  return {
    date,
    month: known(texts.month),
    period: (from, to) => (language === "zh-CN" ? `${date(from)}–${date(to)}` : `${date(from)} – ${date(to)}`),
  };
}
