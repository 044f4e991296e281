import type { Format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import type { EffectValues } from "./values.js";

/** A p-value in running text: `p = 0.003`, `p < 0.001`, in Chinese without spaces. */
export function pText(pValue: number, f: Format, language: Language): string {
  const gap = language === "en" ? " " : "";
  if (pValue < 0.001) return `p${gap}<${gap}0.001`;
  const isNearTheLevel = pValue > 0.045 && pValue < 0.055;
  return `p${gap}=${gap}${f.number(Number(pValue.toPrecision(isNearTheLevel ? 3 : 2)))}`;
}

/** What an effect is of: `Contract "Two year"`, `age (per 6)`, in Chinese `“Contract”为“Two year”`. */
export function effectName({ covariate, level, step }: EffectValues, f: Format, language: Language): string {
  if (language === "en") return covariate + (level !== undefined ? ` "${level}"` : step === 1 ? "" : ` (per ${f.number(step)})`);
  return `“${covariate}”${level !== undefined ? `为“${level}”` : step === 1 ? "" : `（每 ${f.number(step)}）`}`;
}
