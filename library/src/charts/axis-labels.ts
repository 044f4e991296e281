import type { Language } from "../language/index.js";

const scaled = (divisor: string, unit: string) => `format(datum.value / ${divisor}, ',.3~r') + '${unit}'`;
const plain = "format(datum.value, ',.3~f')";

const units: Readonly<Record<Language, readonly (readonly [from: string, unit: string])[]>> = {
  en: [
    ["1e9", "B"],
    ["1e6", "M"],
    ["1e3", "K"],
  ],
  "zh-CN": [
    ["1e8", "亿"],
    ["1e4", "万"],
  ],
};

/** Numbers of an axis or a legend stay whole below this. */
const shortFrom = "1e4";

/**
 * Labels of an axis or legend that counts or sums: `1.5M`, in Chinese `150万`; for `labelExpr`.
 *
 * It is an expression of Vega's own functions and not a custom format type, since a specification must draw the same wherever it is opened,
 * also where our functions are not registered. D3's own prefixes know no 万 and 亿.
 */
export function numberLabels(language: Language): string {
  const choices = units[language].map(([from, unit]) => `abs(datum.value) >= ${from} ? ${scaled(from, unit)} : `).join("");
  return `abs(datum.value) < ${shortFrom} ? ${plain} : ${choices}${plain}`;
}

/** Labels of an axis of rates (0–1): `25 %`, in Chinese `25%`; for `labelExpr`. */
export const percentLabels = (language: Language): string =>
  `format(datum.value * 100, ',.3~r') + '${language === "en" ? "\u202f%" : "%"}'`;
