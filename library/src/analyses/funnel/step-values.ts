import type { ReducedFunnel, TimeRow } from "./reduce.js";
import { known, settled, shareOf } from "./share.js";
import type { StepValues, Times } from "./values.js";

const seconds = (microseconds: number): number => settled(microseconds / 1e6);

/** Times of a step, in seconds. */
export const timesOf = ({ n, total, median, p90, lowTime, highTime, hasInterval }: TimeRow): Times => ({
  n,
  median: seconds(median),
  ...(hasInterval && { medianInterval: [seconds(lowTime), seconds(highTime)] as const }),
  mean: seconds(total / n),
  p90: seconds(p90),
});

/** Every step with its shares, those lost before it and the times to it. */
export function stepValues({ plan, counts, times }: ReducedFunnel): StepValues[] {
  const entered = counts[0] ?? 0;
  return plan.steps.map(({ name, isOptional }, index): StepValues => {
    const count = counts[index] ?? 0;
    const before = requiredCountBefore(
      plan.order === "any" ? counts.map(() => false) : plan.steps.map((step) => step.isOptional),
      counts,
      index,
    );
    const lost = before === undefined ? 0 : before - count;
    const timeFrom = (from: TimeRow["from"]) => times.find((row) => row.step === index + 1 && row.from === from);
    const [previous, entry] = [timeFrom("previous"), timeFrom("entry")];
    return {
      index: index + 1,
      name,
      isOptional,
      count,
      ...known("ofFirst", shareOf(count, entered)),
      ...known("ofPrevious", before === undefined ? undefined : shareOf(count, before)),
      lost,
      ...known("lostShare", before === undefined ? undefined : shareOf(lost, before)),
      ...known("timeFromPrevious", previous && timesOf(previous)),
      ...known("timeFromEntry", entry && timesOf(entry)),
    };
  });
}

/** Units at the last required step before a step; nothing before the first. */
function requiredCountBefore(isOptional: readonly boolean[], counts: readonly number[], index: number): number | undefined {
  const before = isOptional.slice(0, index).lastIndexOf(false);
  return before < 0 ? undefined : counts[before];
}
