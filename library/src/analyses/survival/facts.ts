import type { CurveValues, EffectValues, SurvivalValues } from "./values.js";

/** Below these the curve says too little to act on. */
export const fewCustomers = 30;
export const fewEvents = 10;
export const clearLevel = 0.05;

export const isTooFew = ({ customers, events }: SurvivalValues): boolean => customers < fewCustomers || events < fewEvents;

/** The share without the event at the end of a curve. */
export const lastStep = ({ steps }: CurveValues) => steps.at(-1);

/** The groups that last shortest and longest, where groups are compared. */
export function extremes({ groups, comparison }: SurvivalValues): { shortest: CurveValues; longest: CurveValues } | undefined {
  const { difference } = comparison ?? {};
  const named = (name: string | undefined) => groups.find(({ group }) => group === name);
  const [shortest, longest] = [named(difference?.shortest), named(difference?.longest)];
  return shortest && longest ? { shortest, longest } : undefined;
}

/** The clear effect with the largest ratio, up or down. */
export function strongestEffect({ regression }: SurvivalValues): EffectValues | undefined {
  const clear = (regression?.effects ?? []).filter(({ pValue }) => pValue !== undefined && pValue < clearLevel);
  const size = ({ ratio = 1 }: EffectValues) => Math.abs(Math.log(ratio));
  return clear.toSorted((one, other) => size(other) - size(one))[0];
}
