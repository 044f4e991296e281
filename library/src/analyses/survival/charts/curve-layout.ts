import { shorten, sizes, textWidth } from "../../../charts/index.js";
import { fewCustomers } from "../facts.js";
import type { CurveValues, ShareAt, SurvivalValues } from "../values.js";

const label = { size: sizes.label };
/** Curves that can be told apart. */
const mostCurves = 6;
export const riskLine = 17;

/** Where one curve's name stands, at its end. */
export interface NameAt {
  readonly curve: string;
  readonly name: string;
  readonly y: number;
}

/** The curves that are drawn: the largest groups, those too small to say anything only where no two are large enough, or all customers. */
export function drawnCurves({ groups, overall }: SurvivalValues): readonly CurveValues[] {
  if (groups.length < 2) return [overall];
  const large = groups.filter(({ customers }) => customers >= fewCustomers);
  return (large.length > 1 ? large : groups).slice(0, mostCurves);
}

/** The steps of a curve up to a time; where it goes on, it is drawn to that time. */
export function stepsUntil({ steps }: CurveValues, until: number): readonly ShareAt[] {
  const shown = steps.filter(({ time }) => time <= until);
  const last = shown.at(-1);
  return last && shown.length < steps.length ? [...shown, { ...last, time: until }] : shown;
}

/** Names at the right, as high as their curves end, pushed apart where they would overlap. */
export function placeNames(
  curves: readonly CurveValues[],
  { height, room, until }: { height: number; room: number; until: number },
): NameAt[] {
  const gap = sizes.label + 4;
  const ends = curves
    .map((curve) => ({
      curve: curve.group,
      name: shorten(curve.group, room, label),
      y: (1 - (stepsUntil(curve, until).at(-1)?.survival ?? 1)) * height,
    }))
    .sort((one, other) => one.y - other.y);
  const placed: NameAt[] = [];
  for (const end of ends) placed.push({ ...end, y: Math.max(end.y, (placed.at(-1)?.y ?? -gap) + gap) });
  const over = (placed.at(-1)?.y ?? 0) - height;
  let most = height;
  if (over <= 0) return placed;
  return placed
    .toReversed()
    .map((each) => {
      const y = Math.min(each.y, most);
      most = y - gap;
      return { ...each, y };
    })
    .toReversed();
}

/** Room at the right for the names of the curves. */
export const nameRoom = (curves: readonly CurveValues[], width: number): number =>
  curves.length < 2 ? sizes.inset : Math.min(Math.max(...curves.map(({ group }) => textWidth(group, label))) + 24, width * 0.3);
