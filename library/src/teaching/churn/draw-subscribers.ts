import type { Random } from "../random.js";
import { churnColumns, churnLevels } from "./churn-words.js";
import { countOf, pickWeighted, probability, wholeNormal, type DriverRule } from "./planted.js";

/** What is planted: drivers and a leak; nothing at all; a leak that shows by being filled in; two columns that only matter together. */
export type ChurnStory = "drivers" | "none" | "reason" | "together";

/** One subscriber on the day of the export; named levels by position. */
export interface Subscriber {
  readonly id: string;
  /** Days from sign-up to the export. */
  readonly days: number;
  readonly plan: number;
  readonly contract: number;
  readonly payment: number;
  readonly price: number;
  readonly tickets: number;
  readonly logins: number;
  readonly hasDiscount: boolean;
  readonly region: number;
  readonly age: number;
  readonly isOptedIn: boolean;
}

/** A subscriber and what became of them in the quarter after. */
export interface Outcome {
  readonly subscriber: Subscriber;
  readonly probability: number;
  readonly hasChurned: boolean;
  /** Known only once somebody has left. */
  readonly callMinutes: number;
  readonly reason: number | undefined;
}

export const monthsOf = ({ days }: Subscriber): number => Math.floor(days / 30.4375);

const planPrices = [9, 15, 24] as const;
const addOnPrice = 4;
const planWeights = [4, 4, 2];
const contractWeights = [55, 27, 18];
const paymentWeights = [38, 20, 17, 25];

const hasManual = ({ payment }: Subscriber) => Number(payment === 3);
const hasContract = (level: number) => (subscriber: Subscriber) => Number(subscriber.contract === level);

const drivers: readonly DriverRule<Subscriber>[] = [
  { column: churnColumns.contract, level: churnLevels.contract[1], logOdds: -1.1, isStrong: true, value: hasContract(1) },
  { column: churnColumns.contract, level: churnLevels.contract[2], logOdds: -1.8, isStrong: true, value: hasContract(2) },
  { column: churnColumns.payment, level: churnLevels.payment[3], logOdds: 0.8, isStrong: true, value: hasManual },
  { column: churnColumns.tickets, logOdds: 0.35, isStrong: true, value: ({ tickets }) => tickets },
  { column: churnColumns.logins, logOdds: -0.08, isStrong: true, value: ({ logins }) => logins },
  { column: churnColumns.tenure, logOdds: -0.03, isStrong: true, value: monthsOf },
  { column: churnColumns.price, logOdds: 0.03, isStrong: false, value: ({ price }) => price },
];

/** Many tickets are a bad sign of those who rarely log in and a good one of those who often do: neither says much alone. */
const isMatched = ({ tickets, logins }: Subscriber) => Number(tickets >= 2 === logins >= 14);

interface StoryRules {
  readonly intercept: number;
  readonly drivers: readonly DriverRule<Subscriber>[];
  /** What the probability has beside the drivers. */
  readonly together?: { readonly logOdds: number; readonly value: (subscriber: Subscriber) => number };
  readonly leak: "call" | "reason" | undefined;
}

export const churnStories: Readonly<Record<ChurnStory, StoryRules>> = {
  drivers: { intercept: -0.35, drivers, leak: "call" },
  none: { intercept: -1.1, drivers: [], leak: undefined },
  reason: { intercept: -0.35, drivers, leak: "reason" },
  together: { intercept: -2.4, drivers: [], together: { logOdds: 2.4, value: isMatched }, leak: undefined },
};

function drawSubscriber(random: Random, index: number): Subscriber {
  const plan = pickWeighted(random, planWeights);
  return {
    id: String(2_048_113 + 7 * index),
    days: 31 + Math.floor(random.next() ** 2 * 2_160),
    plan,
    contract: pickWeighted(random, contractWeights),
    payment: pickWeighted(random, paymentWeights),
    price: (planPrices[plan] as number) + addOnPrice * random.below(5) - 0.05,
    age: wholeNormal(random, [18, 88], [43, 13]),
    tickets: countOf(random, 8, 0.2),
    logins: wholeNormal(random, [0, 60], [14, 8]),
    hasDiscount: random.chance(0.3),
    region: random.below(churnLevels.region.length),
    isOptedIn: random.chance(0.55),
  };
}

/** Nearly all who leave call to cancel; of the others a few call and stay. */
const drawCall = (random: Random, hasChurned: boolean): number => (random.chance(hasChurned ? 0.94 : 0.015) ? random.between(3, 28) : 0);

/** Subscribers with what becomes of them, drawn from the probabilities of the story. */
export function drawSubscribers(random: Random, size: number, story: ChurnStory): Outcome[] {
  const { intercept, drivers: planted, together } = churnStories[story];
  const rules = together ? [...planted, { ...together, column: churnColumns.logins, isStrong: false }] : planted;
  return Array.from({ length: size }, (_, index) => {
    const subscriber = drawSubscriber(random, index);
    const chance = probability(subscriber, intercept, rules);
    const hasChurned = random.chance(chance);
    const isAsked = random.chance(0.85);
    return {
      subscriber,
      probability: chance,
      hasChurned,
      callMinutes: drawCall(random, hasChurned),
      reason: hasChurned && isAsked ? random.below(churnLevels.reason.length) : undefined,
    };
  });
}
