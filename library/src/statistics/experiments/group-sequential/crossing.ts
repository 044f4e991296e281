import { normalCdf, normalUpper } from "../../distributions.js";

/** The chances of a standardised test statistic that has not crossed a boundary yet, as weights on a grid. */
export interface Continuing {
  /** Share of the information that was there at this look; 0 before the first. */
  readonly information: number;
  readonly places: Float64Array;
  /** Density times the weight of the integration rule. */
  readonly weights: Float64Array;
}

/** Bounds of one look: the statistic goes on while it lies between them. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Before the first look all chance is at zero. */
export const start: Continuing = { information: 0, places: Float64Array.of(0), weights: Float64Array.of(1) };

/** Beyond this many standard deviations there is nothing left to integrate. */
const farOut = 9;
/** Places of the grid per standard deviation of the next step, and in all. */
const density = 4;
const fewestPlaces = 41;
const mostPlaces = 1201;

interface Step {
  readonly information: number;
  /** Expected statistic at full information (0: no effect). */
  readonly drift: number;
}

/** Where the statistic is expected to be at the next look from each place, and the spread around it. */
function transition(from: Continuing, { information, drift }: Step) {
  const share = Math.sqrt(from.information / information);
  const spread = Math.sqrt(1 - from.information / information);
  const ahead = (drift * (information - from.information)) / Math.sqrt(information);
  return { share, ahead, spread, centre: (place: number) => place * share + ahead };
}

/** The chance of being above `high` or below `low` at the next look, not having crossed before; one of them may be infinite. */
export function crossing(from: Continuing, step: Step, { low, high }: Bounds): { readonly above: number; readonly below: number } {
  const { centre, spread } = transition(from, step);
  let above = 0;
  let below = 0;
  from.places.forEach((place, index) => {
    const weight = from.weights[index] as number;
    if (high < Infinity) above += weight * normalUpper((high - centre(place)) / spread);
    if (low > -Infinity) below += weight * normalCdf((low - centre(place)) / spread);
  });
  return { above, below };
}

/** The places from which a step can reach `bound`; they stand at equal distances. */
function withinReach(
  { places }: Continuing,
  { share, ahead, spread }: ReturnType<typeof transition>,
  bound: number,
): readonly [number, number] {
  const [first = 0, second = first + 1] = places;
  if (share === 0) return [0, places.length];
  const placeOf = (centre: number) => ((centre - ahead) / share - first) / (second - first);
  const [low, high] = [placeOf(bound - farOut * spread), placeOf(bound + farOut * spread)];
  return [Math.max(0, Math.floor(low)), Math.min(places.length, Math.ceil(high) + 1)];
}

/** The chance density of being at `bound` at the next look. */
export function densityAt(from: Continuing, step: Step, bound: number): number {
  const move = transition(from, step);
  const { share, ahead, spread } = move;
  const { places, weights } = from;
  const [start, end] = withinReach(from, move, bound);
  let total = 0;
  for (let index = start; index < end; index += 1) {
    const away = (bound - (places[index] as number) * share - ahead) / spread;
    total += (weights[index] as number) * Math.exp((away * away) / -2);
  }
  return total / (spread * Math.sqrt(2 * Math.PI));
}

/** Where the statistic can be at the next look: within the bounds and within what it can reach. */
function reachable(from: Continuing, step: Step, { low, high }: Bounds): readonly [number, number] {
  const { centre, spread } = transition(from, step);
  const first = centre(from.places[0] as number) - farOut * spread;
  const last = centre(from.places.at(-1) as number) + farOut * spread;
  return [Math.max(low, first), Math.min(high, last)];
}

/**
 * The chances of the statistic that goes on after a look.
 *
 * @param finest the smallest spread of a later step relative to the look, which the grid must still see
 *
 * Method: recursive integration by Simpson's rule; Armitage, McPherson and Rowe (1969), JRSS A 132:235–244.
 */
export function goOn(from: Continuing, step: Step, bounds: Bounds, finest: number): Continuing {
  const [low, high] = reachable(from, step, bounds);
  const { spread } = transition(from, step);
  const wanted = Math.ceil(((high - low) * density) / Math.min(finest, spread));
  const intervals = Math.min(mostPlaces, Math.max(fewestPlaces, wanted | 1)) - 1;
  const gap = (high - low) / intervals;
  const places = Float64Array.from({ length: intervals + 1 }, (_, index) => low + index * gap);
  const weights = places.map((place, index) => {
    const simpson = index === 0 || index === intervals ? 1 : index % 2 === 1 ? 4 : 2;
    return (densityAt(from, step, place) * simpson * gap) / 3;
  });
  return { information: step.information, places, weights };
}
