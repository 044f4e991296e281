import type { Language } from "../../language/language.js";
import { makeRandom, type Random } from "../random.js";
import { churnColumns, churnLevels, yesNo } from "./churn-words.js";
import { churnStories, drawSubscribers, monthsOf, type ChurnStory, type Outcome } from "./draw-subscribers.js";
import { outcomeTruth, rowInWords, withRepeats, type OutcomeTruth } from "./planted.js";

export interface ChurnSettings {
  readonly seed: number;
  /** How many subscribers. */
  readonly size: number;
  readonly language: Language;
  readonly story?: ChurnStory;
}

export interface ChurnSample {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly truth: OutcomeTruth;
}

/** The day of the export; who leaves does so in the quarter after. */
const exportDay = Date.UTC(2024, 8, 30);
const millisecondsPerDay = 86_400_000;

const missingShares = { age: 0.06, logins: 0.02 } as const;
const rowsPerRepeat = 400;
const rowsPerBlankOutcome = 500;

/** One line of the export: the draw, and what the export lost of it. */
interface Line extends Outcome {
  readonly lacksAge: boolean;
  readonly lacksLogins: boolean;
  readonly lacksOutcome: boolean;
}

const spoil = (random: Random, outcome: Outcome): Line => ({
  ...outcome,
  lacksAge: random.chance(missingShares.age),
  lacksLogins: random.chance(missingShares.logins),
  lacksOutcome: random.below(rowsPerBlankOutcome) === 0,
});

/**
 * Subscribers of a streaming and cloud service on one day, one row each, with what became of them in the quarter after.
 *
 * The same seed gives the same subscribers in both languages; only columns and levels are named differently. Quirks of real exports are in
 * it: blank ages and logins, a few blank outcomes, rows that stand twice, and a column that is filled in only once somebody has left.
 */
export function makeChurn({ seed, size, language, story = "drivers" }: ChurnSettings): ChurnSample {
  const random = makeRandom(seed);
  const lines = drawSubscribers(random, size, story).map((outcome) => spoil(random, outcome));
  const exported = withRepeats(random, lines, Math.round(size / rowsPerRepeat));
  return { rows: exported.map((line) => rowOf(line, story, language)), truth: truthOf(lines, exported.length, { seed, story }) };
}

function rowOf(line: Line, story: ChurnStory, language: Language): Record<string, unknown> {
  const { subscriber: one } = line;
  const either = (is: boolean) => yesNo[is ? 1 : 0];
  const cells: Partial<Record<keyof typeof churnColumns, unknown>> = {
    customer: one.id,
    signUp: new Date(exportDay - one.days * millisecondsPerDay),
    tenure: monthsOf(one),
    plan: churnLevels.plan[one.plan],
    contract: churnLevels.contract[one.contract],
    payment: churnLevels.payment[one.payment],
    price: one.price,
    tickets: one.tickets,
    logins: line.lacksLogins ? null : one.logins,
    discount: either(one.hasDiscount),
    region: churnLevels.region[one.region],
    age: line.lacksAge ? null : one.age,
    optIn: either(one.isOptedIn),
    ...leakCell(line, story),
    churned: line.lacksOutcome ? null : either(line.hasChurned),
  };
  return rowInWords(churnColumns, cells, language);
}

function leakCell({ callMinutes, reason }: Line, story: ChurnStory): Record<string, unknown> {
  const { leak } = churnStories[story];
  if (leak === "call") return { call: callMinutes };
  if (leak === "reason") return { reason: reason === undefined ? null : churnLevels.reason[reason] };
  return {};
}

/** Columns that no story gives a say. */
const bystanders = ["plan", "discount", "region", "age", "optIn"] as const;
const features = [...bystanders, "tenure", "contract", "payment", "price", "tickets", "logins"] as const;

function truthOf(lines: readonly Line[], exportedRows: number, { seed, story }: { seed: number; story: ChurnStory }): OutcomeTruth {
  const { drivers, leak } = churnStories[story];
  const drawn = lines.map(({ subscriber, probability, hasChurned, lacksOutcome }) => ({
    id: subscriber.id,
    probability,
    isPositive: hasChurned,
    lacksOutcome,
  }));
  return outcomeTruth(drawn, {
    seed,
    story,
    drivers,
    noise: (story === "none" ? features : bystanders).map((name) => churnColumns[name]),
    leaks: leak === undefined ? [] : [churnColumns[leak]],
    repeatedRows: exportedRows - lines.length,
  });
}
