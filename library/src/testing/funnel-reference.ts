/** One event of the reference: `steps` and `exclusions` hold the numbers (from 1) that it is. */
export interface ReferenceEvent {
  readonly unit: string;
  readonly held: string;
  readonly time: number;
  readonly steps: readonly number[];
  readonly exclusions: readonly number[];
}

export interface ReferencePlan {
  /** Names of the events of each step; steps that share one can be the same event. */
  readonly steps: readonly { readonly events: readonly string[]; readonly isOptional: boolean }[];
  readonly exclusions: readonly { readonly from: number; readonly to: number }[];
  readonly order: "ordered" | "strict" | "any";
  readonly strict: "events" | "steps" | "repeats";
  readonly entry: "first" | "best" | "longest";
  readonly exclusion: "drop" | "stop";
  readonly simultaneous: "ordered" | "later";
  readonly grace: number;
  readonly window: number;
  readonly counts: "users" | "events";
}

/** When each step was reached; nothing where it was not. */
export type Way = readonly (number | undefined)[];

interface Attempt {
  readonly held: string;
  readonly way: Way;
  readonly hit: number | undefined;
}

const smallest = (times: readonly number[]): number | undefined => (times.length === 0 ? undefined : Math.min(...times));

/**
 * A funnel by the plainest means: every entry of every unit is followed event by event. Slow, and easy to check by eye; the queries are
 * compared with it.
 *
 * @returns the ways that count: one per unit, or one per entry where events are counted
 */
export function referenceFunnel(plan: ReferencePlan, events: readonly ReferenceEvent[]): Way[] {
  const units = [...new Set(events.map(({ unit }) => unit))].toSorted();
  return units.flatMap((unit) =>
    waysOfUnit(
      plan,
      events.filter((event) => event.unit === unit),
    ),
  );
}

const shares = (plan: ReferencePlan, one: number, other: number): boolean =>
  (plan.steps[one - 1]?.events ?? []).some((event) => plan.steps[other - 1]?.events.includes(event));

function waysOfUnit(plan: ReferencePlan, events: readonly ReferenceEvent[]): Way[] {
  const helds = [...new Set(events.map(({ held }) => held))].toSorted();
  const all = helds.flatMap((held) => attemptsOf(plan, events, held));
  const stopped = plan.order === "strict" && plan.strict !== "events" ? stopOf(plan, events, all) : undefined;
  const isStopped = (time: number) => stopped !== undefined && (plan.strict === "repeats" ? time >= stopped : time > stopped);
  const isKept = ({ hit }: Attempt) => plan.exclusion === "stop" || hit === undefined;
  const cut = ({ way, hit, held }: Attempt): Attempt => ({
    held,
    hit,
    way: way.map((time) => {
      if (time === undefined || isStopped(time)) return undefined;
      return plan.exclusion === "stop" && hit !== undefined && time >= hit ? undefined : time;
    }),
  });
  if (plan.counts === "events") return all.filter(isKept).map((one) => cut(one).way);
  const ranked = all
    .filter(isKept)
    .map(cut)
    .toSorted((one, other) => compareAttempts(plan, one, other));
  return ranked.slice(0, 1).map(({ way }) => way);
}

function compareAttempts(plan: ReferencePlan, one: Attempt, other: Attempt): number {
  const required = plan.steps.flatMap(({ isOptional }, index) => (isOptional ? [] : [index]));
  const level = ({ way }: Attempt) => required.filter((index) => way[index] !== undefined).length;
  const gotThere = ({ way }: Attempt) => Math.max(...required.map((index) => way[index] ?? -Infinity));
  const start = ({ way }: Attempt) => way[0] ?? 0;
  const byEntry = start(one) - start(other);
  const byRule = plan.entry === "best" ? gotThere(one) - gotThere(other) || -byEntry : byEntry;
  return level(other) - level(one) || byRule || (one.held < other.held ? -1 : 1);
}

function attemptsOf(plan: ReferencePlan, all: readonly ReferenceEvent[], held: string): Attempt[] {
  const events = all.filter((event) => event.held === held);
  const ways =
    plan.order === "any"
      ? unorderedWays(plan, events)
      : plan.order === "strict" && plan.strict === "events"
        ? strictWays(plan, events)
        : orderedWays(plan, events);
  return ways.map((way) => ({ held, way, hit: hitOf(plan, all, way) }));
}

/** The first exclusion event between its two steps, or before the second could be reached. */
function hitOf(plan: ReferencePlan, events: readonly ReferenceEvent[], way: Way): number | undefined {
  return smallest(
    plan.exclusions.flatMap(({ from, to }, index) => {
      const start = way[from - 1];
      if (start === undefined) return [];
      const end = way[to - 1] ?? (way[0] ?? 0) + plan.window + 1;
      return events
        .filter((event) => event.exclusions.includes(index + 1) && event.time > start && event.time < end)
        .map(({ time }) => time);
    }),
  );
}

const entryTimes = (plan: ReferencePlan, times: readonly number[]): readonly number[] => {
  if (plan.counts === "events") return times;
  return plan.entry === "first" ? times.toSorted((one, other) => one - other).slice(0, 1) : [...new Set(times)];
};

function orderedWays(plan: ReferencePlan, events: readonly ReferenceEvent[]): Way[] {
  const timesOf = (step: number) => events.filter(({ steps }) => steps.includes(step)).map(({ time }) => time);
  const isLater = (step: number, other: number) => plan.simultaneous === "later" || shares(plan, step, other);
  return entryTimes(plan, timesOf(1)).map((start): Way => {
    const way: (number | undefined)[] = [start];
    const next = (step: number, before: number, reached: number): number | undefined => {
      const found = timesOf(step).filter((time) => {
        const taken = plan.steps.some(
          (_, index) => index + 1 < before && shares(plan, step, index + 1) && way[index] !== undefined && time <= (way[index] ?? 0),
        );
        return !taken && (isLater(step, before) ? time > reached : time >= reached - plan.grace);
      });
      const first = smallest(found);
      const counted = first === undefined ? undefined : Math.max(first, reached);
      return counted !== undefined && counted <= start + plan.window ? counted : undefined;
    };
    const required = plan.steps.flatMap(({ isOptional }, index) => (isOptional ? [] : [index + 1]));
    required.slice(1).forEach((step, index) => {
      const before = required[index] ?? 1;
      const reached = way[before - 1];
      way[step - 1] = reached === undefined ? undefined : next(step, before, reached);
    });
    plan.steps.forEach(({ isOptional }, index) => {
      const step = index + 1;
      if (!isOptional) return;
      const before = required.findLast((one) => one < step) ?? 1;
      const after = required.find((one) => one > step);
      if (way[before - 1] === undefined) return;
      const reached = way.slice(before - 1, index).findLast((time) => time !== undefined) ?? start;
      const time = next(step, step - 1, reached);
      const end = after === undefined ? undefined : way[after - 1];
      const isIn = end === undefined || time === undefined || (isLater(after ?? step, step) ? time < end : time <= end);
      way[index] = isIn ? time : undefined;
    });
    return plan.steps.map((_, index) => way[index]);
  });
}

/** Events of one time stand in the order of the steps; what is no step comes last. */
const inOrder = (events: readonly ReferenceEvent[], steps: number): ReferenceEvent[] =>
  events.toSorted((one, other) => {
    if (one.time !== other.time) return one.time - other.time;
    for (let step = 1; step <= steps; step += 1) {
      const order = Number(other.steps.includes(step)) - Number(one.steps.includes(step));
      if (order !== 0) return order;
    }
    return 0;
  });

function strictWays(plan: ReferencePlan, events: readonly ReferenceEvent[]): Way[] {
  const sorted = inOrder(events, plan.steps.length);
  const starts = sorted.flatMap(({ steps }, place) => (steps.includes(1) ? [place] : []));
  const used = plan.counts !== "events" && plan.entry === "first" ? starts.slice(0, 1) : starts;
  return used.map((start): Way => {
    const begun = sorted[start]?.time ?? 0;
    let place = start;
    let isOver = false;
    let reached = begun;
    return plan.steps.map(({ isOptional }, index) => {
      if (index === 0) return begun;
      const next = sorted[place + 1];
      const isNext =
        !isOver &&
        next !== undefined &&
        next.steps.includes(index + 1) &&
        next.time <= begun + plan.window &&
        (plan.simultaneous === "ordered" || next.time > reached);
      if (isNext) {
        place += 1;
        reached = next.time;
        return next.time;
      }
      if (!isOptional) isOver = true;
      return undefined;
    });
  });
}

function unorderedWays(plan: ReferencePlan, events: readonly ReferenceEvent[]): Way[] {
  const steps = plan.steps.map((_, index) => index + 1);
  const starts = events.filter((event) => event.steps.length > 0).map(({ time }) => time);
  return entryTimes(plan, starts).map((start): Way => {
    const found: (number | undefined)[] = [];
    for (const step of steps) {
      const times = events.filter((event) => event.steps.includes(step) && event.time >= start).map(({ time }) => time);
      const free = times.filter(
        (time) => !found.some((taken, index) => taken !== undefined && shares(plan, step, index + 1) && time <= taken),
      );
      const first = smallest(free);
      found.push(first !== undefined && first <= start + plan.window ? first : undefined);
    }
    const sorted = found.filter((time) => time !== undefined).toSorted((one, other) => one - other);
    return steps.map((_, index) => sorted[index]);
  });
}

/** When a strict order over the steps alone is broken for the unit. */
function stopOf(plan: ReferencePlan, events: readonly ReferenceEvent[], attempts: readonly Attempt[]): number | undefined {
  const firstTime = (step: number) => smallest(attempts.flatMap(({ way }) => way[step - 1] ?? []));
  const entered = firstTime(1);
  if (entered === undefined) return undefined;
  const before = (step: number) => plan.steps.slice(0, step - 1).findLastIndex(({ isOptional }) => !isOptional) + 1;
  const isStop = ({ steps: own, time }: ReferenceEvent): boolean => {
    const step = Math.min(...own);
    if (!Number.isFinite(step) || step === 1) return false;
    if (plan.strict === "repeats") return time > (firstTime(step) ?? Infinity);
    const reached = firstTime(before(step));
    return before(step) > 1 && time >= entered && (reached === undefined || time < reached);
  };
  return smallest(events.filter(isStop).map(({ time }) => time));
}
