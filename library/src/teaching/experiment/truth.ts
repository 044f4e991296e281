import type { ExperimentStory, Phase, Story } from "./stories.js";
import { baseline, type ArmId, type Visit } from "./visitors.js";

/** What the rows of an arm hold; visitors who are also in the other arm take no part. */
export interface ArmTruth {
  readonly visitors: number;
  readonly conversions: number;
  readonly revenue: number;
}

/** What was planted: what an analysis of the sample should find. */
export interface ExperimentTruth {
  readonly seed: number;
  readonly story: ExperimentStory;
  readonly arms: Readonly<Record<ArmId, ArmTruth>>;
  /** What the treatment does to all visitors who came, on the average of all days; `relative` as a share of the control. */
  readonly planted: {
    /** Conversion rate of the control (0–1). */
    readonly baseline: number;
    readonly conversion: { readonly absolute: number; readonly relative: number };
    readonly revenue: { readonly relative: number };
  };
  /** How the visitors were allotted and what the treatment did, phase by phase; days count from 1. */
  readonly phases: readonly (Omit<Phase, "days" | "rateFactor"> & { readonly days: readonly [first: number, last: number] })[];
  /** Visitors whom the treatment's tracking lost. */
  readonly lost: number;
  /** Visitors who are in both arms. */
  readonly crossovers: number;
  readonly rowsWithoutArm: number;
  /** The bulk order that hides what happened to revenue. */
  readonly whale: { readonly visitor: string; readonly revenue: number } | null;
}

export interface Planted {
  readonly seed: number;
  readonly id: ExperimentStory;
  readonly story: Story;
  readonly size: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const settle = (value: number): number => Number(value.toPrecision(12));

/** Visitors with rows in both arms. */
function seenTwice(visits: readonly Visit[]): Set<string> {
  const armOf = new Map<string, Visit["arm"]>();
  const twice = new Set<string>();
  for (const { visitor, arm } of visits) {
    if (armOf.has(visitor) && armOf.get(visitor) !== arm) twice.add(visitor);
    armOf.set(visitor, arm);
  }
  return twice;
}

function armTruth(visits: readonly Visit[]): ArmTruth {
  return {
    visitors: visits.length,
    conversions: visits.filter(({ isConverted }) => isConverted).length,
    revenue: sum(visits.map(({ cents }) => cents)) / 100,
  };
}

/** Each day brings about as many visitors as any other, so that phases weigh by their days and, for conversions, by how well people buy. */
function plantedEffect({ phases, basketFactor }: Story): ExperimentTruth["planted"] {
  const weight = sum(phases.map(({ days, rateFactor }) => days * rateFactor));
  const rate = (baseline * weight) / sum(phases.map(({ days }) => days));
  const relative = sum(phases.map((phase) => phase.days * phase.rateFactor * phase.relative)) / weight;
  return {
    baseline: settle(rate),
    conversion: { absolute: settle(rate * relative), relative: settle(relative) },
    revenue: { relative: settle((1 + relative) * basketFactor - 1) },
  };
}

function phasesOf({ phases }: Story): ExperimentTruth["phases"] {
  let last = 0;
  return phases.map(({ days, treatmentShare, relative }) => {
    const first = last + 1;
    last += days;
    return { days: [first, last] as const, treatmentShare, relative };
  });
}

/** What was planted in these rows, counted from the rows where they show it. */
export function truthOf(visits: readonly Visit[], { seed, id, story, size }: Planted): ExperimentTruth {
  const twice = seenTwice(visits);
  const ofArm = (arm: ArmId) => visits.filter((visit) => visit.arm === arm && !twice.has(visit.visitor));
  const arms = { control: ofArm("control"), treatment: ofArm("treatment") };
  const largest = arms.treatment.reduce<Visit | undefined>((one, other) => (one && one.cents >= other.cents ? one : other), undefined);
  return {
    seed,
    story: id,
    arms: { control: armTruth(arms.control), treatment: armTruth(arms.treatment) },
    planted: plantedEffect(story),
    phases: phasesOf(story),
    lost: size - new Set(visits.map(({ visitor }) => visitor)).size,
    crossovers: twice.size,
    rowsWithoutArm: visits.filter(({ arm }) => arm === undefined).length,
    whale: story.whale > 0 && largest && largest.cents > 0 ? { visitor: largest.visitor, revenue: largest.cents / 100 } : null,
  };
}
