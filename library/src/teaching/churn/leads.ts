import type { Language } from "../../language/language.js";
import { makeRandom, type Random } from "../random.js";
import { yesNo } from "./churn-words.js";
import { drawLeads, leadStories, type LeadOutcome, type LeadStory } from "./draw-leads.js";
import { leadColumns, leadLevels } from "./lead-words.js";
import { outcomeTruth, rowInWords, withRepeats, type OutcomeTruth } from "./planted.js";

export interface LeadSettings {
  readonly seed: number;
  /** How many leads. */
  readonly size: number;
  readonly language: Language;
  readonly story?: LeadStory;
}

export interface LeadSample {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly truth: OutcomeTruth;
}

const firstDay = Date.UTC(2024, 0, 1);
const millisecondsPerDay = 86_400_000;
const missingTitleShare = 0.05;
const rowsPerRepeat = 500;
const rowsPerBlankOutcome = 400;

interface Line extends LeadOutcome {
  readonly lacksTitle: boolean;
  readonly lacksOutcome: boolean;
}

const spoil = (random: Random, outcome: LeadOutcome): Line => ({
  ...outcome,
  lacksTitle: random.chance(missingTitleShare),
  lacksOutcome: random.below(rowsPerBlankOutcome) === 0,
});

/**
 * Leads of a software company over a year, one row each as it stood a week after it came in, with whether it became a customer.
 *
 * The same seed gives the same leads in both languages; only columns and levels are named differently. Quirks of real exports are in it:
 * blank job titles, a few blank outcomes, rows that stand twice, and a tag that salespeople set once the decision is known.
 */
export function makeLeads({ seed, size, language, story = "drivers" }: LeadSettings): LeadSample {
  const random = makeRandom(seed);
  const lines = drawLeads(random, size, story)
    .map((outcome) => spoil(random, outcome))
    .toSorted((one, other) => one.lead.day - other.lead.day);
  const exported = withRepeats(random, lines, Math.round(size / rowsPerRepeat));
  return { rows: exported.map((line) => rowOf(line, story, language)), truth: truthOf(lines, exported.length, { seed, story }) };
}

function rowOf(line: Line, story: LeadStory, language: Language): Record<string, unknown> {
  const { lead } = line;
  const either = (is: boolean) => yesNo[is ? 1 : 0];
  const cells: Partial<Record<keyof typeof leadColumns, unknown>> = {
    lead: lead.id,
    created: new Date(firstDay + lead.day * millisecondsPerDay),
    source: leadLevels.source[lead.source],
    companySize: leadLevels.companySize[lead.companySize],
    title: line.lacksTitle ? null : leadLevels.title[lead.title],
    pages: lead.pages,
    mails: lead.mails,
    demo: either(lead.hasAskedForDemo),
    region: leadLevels.region[lead.region],
    newsletter: either(lead.hasNewsletter),
    device: leadLevels.device[lead.device],
    ...(leadStories[story].hasLeak ? { tag: leadLevels.tag[line.tag] } : {}),
    won: line.lacksOutcome ? null : either(line.isWon),
  };
  return rowInWords(leadColumns, cells, language);
}

/** Columns that no story gives a say. */
const bystanders = ["region", "newsletter", "device"] as const;
const features = [...bystanders, "source", "companySize", "title", "pages", "mails", "demo"] as const;

function truthOf(lines: readonly Line[], exportedRows: number, { seed, story }: { seed: number; story: LeadStory }): OutcomeTruth {
  const { drivers, hasLeak } = leadStories[story];
  const drawn = lines.map(({ lead, probability, isWon, lacksOutcome }) => ({ id: lead.id, probability, isPositive: isWon, lacksOutcome }));
  return outcomeTruth(drawn, {
    seed,
    story,
    drivers,
    noise: (story === "none" ? features : bystanders).map((name) => leadColumns[name]),
    leaks: hasLeak ? [leadColumns.tag] : [],
    repeatedRows: exportedRows - lines.length,
  });
}
