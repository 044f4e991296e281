/** How many units had the event, were censored and were still watched, at each distinct time in ascending order. */
export interface TimeCounts {
  readonly times: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  /** Units watched just before each time; those that leave at the time itself still count. */
  readonly atRisk: Float64Array;
  /** All units. */
  readonly units: number;
}

/** One time with the units that end there. */
export interface TimeRow {
  readonly time: number;
  readonly events: number;
  readonly censored: number;
}

/**
 * The counts of units that are already summed by time.
 *
 * @param rows distinct times in ascending order
 */
export function timeCounts(rows: readonly TimeRow[]): TimeCounts {
  const times = Float64Array.from(rows, ({ time }) => time);
  const events = Float64Array.from(rows, (row) => row.events);
  const censored = Float64Array.from(rows, (row) => row.censored);
  return withRisk(times, events, censored);
}

function withRisk(times: Float64Array, events: Float64Array, censored: Float64Array): TimeCounts {
  const atRisk = new Float64Array(times.length);
  let units = 0;
  for (let index = times.length - 1; index >= 0; index -= 1) {
    units += (events[index] as number) + (censored[index] as number);
    atRisk[index] = units;
  }
  return { times, events, censored, atRisk, units };
}

/**
 * The counts of units one by one. Times of events and of censoring are sorted apart, as plain numbers, and merged.
 *
 * @param durations none of them NaN
 * @param happened 1 where the duration ends with the event, 0 where watching ended before it
 * @example countTimes([5, 3, 5], [1, 0, 0]) // times 3, 5; events 0, 1; censored 1, 1; at risk 3, 2
 */
export function countTimes(durations: ArrayLike<number>, happened: ArrayLike<number>): TimeCounts {
  const total = durations.length;
  let eventCount = 0;
  for (let row = 0; row < total; row += 1) if (happened[row]) eventCount += 1;
  const ends = new Float64Array(eventCount);
  const open = new Float64Array(total - eventCount);
  for (let row = 0, end = 0, left = 0; row < total; row += 1) {
    if (happened[row]) ends[end++] = durations[row] as number;
    else open[left++] = durations[row] as number;
  }
  return merge(ends.sort(), open.sort());
}

function merge(ends: Float64Array, open: Float64Array): TimeCounts {
  const most = ends.length + open.length;
  const [times, events, censored] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
  let size = 0;
  for (let end = 0, left = 0; end < ends.length || left < open.length; size += 1) {
    const time = Math.min(ends[end] ?? Infinity, open[left] ?? Infinity);
    const [firstEnd, firstLeft] = [end, left];
    while (ends[end] === time) end += 1;
    while (open[left] === time) left += 1;
    times[size] = time;
    events[size] = end - firstEnd;
    censored[size] = left - firstLeft;
  }
  return withRisk(times.slice(0, size), events.slice(0, size), censored.slice(0, size));
}

/** The counts of several groups together. */
export function pooled(groups: readonly TimeCounts[]): TimeCounts {
  const byTime = new Map<number, { time: number; events: number; censored: number }>();
  for (const { times, events, censored } of groups) {
    times.forEach((time, index) => {
      const row = byTime.get(time) ?? { time, events: 0, censored: 0 };
      row.events += events[index] as number;
      row.censored += censored[index] as number;
      byTime.set(time, row);
    });
  }
  return timeCounts([...byTime.values()].sort((one, other) => one.time - other.time));
}
