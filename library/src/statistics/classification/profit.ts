import { criticalValue, defaultConfidence, type Interval } from "../interval.js";
import { eventsWithin, scoreAt, type Ranking } from "./ranking.js";

export interface ProfitTerms {
  /** What one success is worth. */
  readonly saveValue: number;
  /** What one contact costs. */
  readonly contactCost: number;
  /** Share of contacts with rows of the event that succeed. */
  readonly contactSuccess: number;
}

export interface ProfitPoint {
  readonly share: number;
  readonly contacts: number;
  readonly threshold: number;
  readonly events: number;
  readonly profit: number;
}

export interface Profit extends ProfitTerms {
  readonly curve: readonly ProfitPoint[];
  readonly best: ProfitPoint & { readonly interval: Interval };
  readonly everyone: number;
  readonly breakEven?: number;
}

const curvePoints = 100;

function pointAt(ranking: Ranking, share: number, { saveValue, contactCost, contactSuccess }: ProfitTerms): ProfitPoint {
  const contacts = Math.round(share * ranking.rows);
  const events = eventsWithin(ranking, contacts);
  return {
    share: contacts / ranking.rows,
    contacts,
    threshold: contacts === 0 ? 1 : scoreAt(ranking, contacts),
    events,
    profit: events * saveValue * contactSuccess - contacts * contactCost,
  };
}

/** Where the running profit is highest; it can only be at the end of a tie. */
function bestShare({ rowsAbove, eventsAbove, rows }: Ranking, { saveValue, contactCost, contactSuccess }: ProfitTerms): number {
  let [best, most] = [0, 0];
  for (let index = 0; index < rowsAbove.length; index += 1) {
    const contacts = rowsAbove[index] as number;
    const profit = (eventsAbove[index] as number) * saveValue * contactSuccess - contacts * contactCost;
    if (profit > most) [best, most] = [contacts / rows, profit];
  }
  return best;
}

/**
 * How many of the likeliest is it worth contacting?
 *
 * Profit = events contacted × success × value − contacts × cost. The best share is read off the same rows that it is judged on, so that its profit is
 * slightly flattering.
 *
 * @returns the curve, its best point with an interval for the profit (whether a contact meets an event, and whether it succeeds, are chance), and
 *   the probability above which one contact pays
 */
export function profitByShare(ranking: Ranking, terms: ProfitTerms, confidence: number = defaultConfidence): Profit {
  const { saveValue, contactCost, contactSuccess } = terms;
  const count = Math.min(ranking.rows, curvePoints);
  const curve = Array.from({ length: count + 1 }, (_, index) => pointAt(ranking, index / count, terms));
  const best = pointAt(ranking, bestShare(ranking, terms), terms);
  const rate = best.contacts === 0 ? 0 : (best.events / best.contacts) * contactSuccess;
  const reach = criticalValue(confidence) * saveValue * Math.sqrt(best.contacts * rate * (1 - rate));
  const breakEven = contactCost / (saveValue * contactSuccess);
  return {
    ...terms,
    curve,
    best: { ...best, interval: [best.profit - reach, best.profit + reach] },
    everyone: pointAt(ranking, 1, terms).profit,
    ...(breakEven <= 1 ? { breakEven } : {}),
  };
}
