/**
 * Scores in falling order with what happened: one entry per different score, so that ties are one step and never pulled apart.
 */
export interface Ranking {
  readonly rows: number;
  readonly events: number;
  /** Different scores, falling. */
  readonly scores: Float64Array;
  /** Rows with this score or a higher one. */
  readonly rowsAbove: Float64Array;
  /** Events among them. */
  readonly eventsAbove: Float64Array;
}

/** Scores of the rows with and without the event, each ascending. */
export function splitByOutcome(scores: ArrayLike<number>, outcome: Uint8Array): { events: Float64Array; others: Float64Array } {
  let count = 0;
  for (let row = 0; row < outcome.length; row += 1) count += outcome[row] as number;
  const events = new Float64Array(count);
  const others = new Float64Array(outcome.length - count);
  let [one, other] = [0, 0];
  for (let row = 0; row < outcome.length; row += 1) {
    if (outcome[row] === 1) events[one++] = scores[row] as number;
    else others[other++] = scores[row] as number;
  }
  return { events: events.sort(), others: others.sort() };
}

/** Puts scores in falling order. */
export function rankScores(scores: ArrayLike<number>, outcome: Uint8Array): Ranking {
  const { events, others } = splitByOutcome(scores, outcome);
  const different = new Float64Array(outcome.length);
  const rowsAbove = new Float64Array(outcome.length);
  const eventsAbove = new Float64Array(outcome.length);
  let [one, other, size] = [events.length - 1, others.length - 1, 0];
  while (one >= 0 || other >= 0) {
    const score = Math.max(one >= 0 ? (events[one] as number) : -Infinity, other >= 0 ? (others[other] as number) : -Infinity);
    while (one >= 0 && events[one] === score) one -= 1;
    while (other >= 0 && others[other] === score) other -= 1;
    different[size] = score;
    eventsAbove[size] = events.length - 1 - one;
    rowsAbove[size] = (eventsAbove[size] as number) + others.length - 1 - other;
    size += 1;
  }
  return {
    rows: outcome.length,
    events: events.length,
    scores: different.subarray(0, size),
    rowsAbove: rowsAbove.subarray(0, size),
    eventsAbove: eventsAbove.subarray(0, size),
  };
}

/**
 * How many events are among the best `rows` rows? Within a tie every row has its share, as if ties were broken at random very often.
 *
 * @param rows need not be whole
 */
export function eventsWithin({ rowsAbove, eventsAbove }: Ranking, rows: number): number {
  let low = 0;
  let high = rowsAbove.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rowsAbove[middle] as number) < rows) low = middle + 1;
    else high = middle;
  }
  const index = Math.min(low, rowsAbove.length - 1);
  if (index < 0) return 0;
  const before = index === 0 ? 0 : (rowsAbove[index - 1] as number);
  const eventsBefore = index === 0 ? 0 : (eventsAbove[index - 1] as number);
  const tied = (rowsAbove[index] as number) - before;
  return eventsBefore + (((eventsAbove[index] as number) - eventsBefore) * Math.max(0, rows - before)) / tied;
}

/** The score of the row at a place, counted from 1 for the highest. */
export function scoreAt({ scores, rowsAbove }: Ranking, place: number): number {
  const index = rowsAbove.findIndex((rows) => rows >= place);
  return scores[index < 0 ? scores.length - 1 : index] as number;
}
