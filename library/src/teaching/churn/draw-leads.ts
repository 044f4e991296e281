import type { Random } from "../random.js";
import { leadColumns, leadLevels } from "./lead-words.js";
import { countOf, pickWeighted, probability, type DriverRule } from "./planted.js";

/** What is planted: drivers and a leak, or nothing at all. */
export type LeadStory = "drivers" | "none";

/** One lead as it stood a week after it came in; named levels by position. */
export interface Lead {
  readonly id: string;
  /** Days from the start of the year in which the leads came in. */
  readonly day: number;
  readonly source: number;
  readonly companySize: number;
  readonly title: number;
  readonly pages: number;
  readonly mails: number;
  readonly hasAskedForDemo: boolean;
  readonly region: number;
  readonly hasNewsletter: boolean;
  readonly device: number;
}

/** A lead and whether it became a customer. */
export interface LeadOutcome {
  readonly lead: Lead;
  readonly probability: number;
  readonly isWon: boolean;
  /** Set by the salesperson, also after the decision. */
  readonly tag: number;
}

const sourceWeights = [34, 24, 14, 12, 16];
const sizeWeights = [36, 30, 22, 12];
const titleWeights = [36, 30, 16, 10, 8];

const hasSource = (level: number) => (lead: Lead) => Number(lead.source === level);
const hasTitle = (level: number) => (lead: Lead) => Number(lead.title === level);
const hasSize = (level: number) => (lead: Lead) => Number(lead.companySize === level);

const drivers: readonly DriverRule<Lead>[] = [
  { column: leadColumns.source, level: leadLevels.source[3], logOdds: 1.1, isStrong: true, value: hasSource(3) },
  { column: leadColumns.source, level: leadLevels.source[4], logOdds: -1.6, isStrong: true, value: hasSource(4) },
  { column: leadColumns.companySize, level: leadLevels.companySize[2], logOdds: 0.8, isStrong: true, value: hasSize(2) },
  { column: leadColumns.companySize, level: leadLevels.companySize[3], logOdds: 0.4, isStrong: false, value: hasSize(3) },
  { column: leadColumns.title, level: leadLevels.title[2], logOdds: 0.9, isStrong: true, value: hasTitle(2) },
  { column: leadColumns.title, level: leadLevels.title[3], logOdds: 0.6, isStrong: false, value: hasTitle(3) },
  { column: leadColumns.title, level: leadLevels.title[4], logOdds: -1.5, isStrong: false, value: hasTitle(4) },
  {
    column: leadColumns.demo,
    level: { en: "Yes", "zh-CN": "是" },
    logOdds: 1.5,
    isStrong: true,
    value: (lead) => Number(lead.hasAskedForDemo),
  },
  { column: leadColumns.pages, logOdds: 0.2, isStrong: true, value: ({ pages }) => pages },
  { column: leadColumns.mails, logOdds: 0.3, isStrong: true, value: ({ mails }) => mails },
];

export const leadStories: Readonly<Record<LeadStory, { intercept: number; drivers: readonly DriverRule<Lead>[]; hasLeak: boolean }>> = {
  drivers: { intercept: -4.7, drivers, hasLeak: true },
  none: { intercept: -1.9, drivers: [], hasLeak: false },
};

const drawLead = (random: Random, index: number): Lead => ({
  id: `L-${String(40_117 + index)}`,
  day: random.below(366),
  source: pickWeighted(random, sourceWeights),
  companySize: pickWeighted(random, sizeWeights),
  title: pickWeighted(random, titleWeights),
  pages: 1 + countOf(random, 14, 0.3),
  mails: countOf(random, 6, 0.3),
  hasAskedForDemo: random.chance(0.16),
  region: random.below(leadLevels.region.length),
  hasNewsletter: random.chance(0.4),
  device: random.below(2),
});

/** Won leads carry the tags that follow a decision; of the others hardly any does. */
function drawTag(random: Random, isWon: boolean): number {
  if (random.chance(isWon ? 0.9 : 0.01)) return 3 + random.below(2);
  return random.below(3);
}

/** Leads with what becomes of them, drawn from the probabilities of the story. */
export function drawLeads(random: Random, size: number, story: LeadStory): LeadOutcome[] {
  const { intercept, drivers: planted } = leadStories[story];
  return Array.from({ length: size }, (_, index) => {
    const lead = drawLead(random, index);
    const chance = probability(lead, intercept, planted);
    const isWon = random.chance(chance);
    return { lead, probability: chance, isWon, tag: drawTag(random, isWon) };
  });
}
