import type { Format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import type { EffectValues } from "./values.js";

/** A p-value in running text: `p = 0.003`, `p < 0.001`, in Chinese without spaces. */
export function pText(pValue: number, f: Format, language: Language): string {
  const gap = language === "en" ? " " : "";
  return pValue < 0.001 ? `p${gap}<${gap}0.001` : `p${gap}=${gap}${f.number(Number(pValue.toPrecision(2)))}`;
}

/** What an effect is of: `Contract "Two year"`, `age (per 6)`. */
export function effectName({ covariate, level, step }: EffectValues, f: Format, language: Language): string {
  if (level !== undefined) return language === "en" ? `${covariate} "${level}"` : `${covariate}“${level}”`;
  if (step === 1) return covariate;
  return language === "en" ? `${covariate} (per ${f.number(step)})` : `${covariate}（每 ${f.number(step)}）`;
}
