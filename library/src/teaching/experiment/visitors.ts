import type { Random } from "../random.js";
import type { Phase, Story } from "./stories.js";

export type ArmId = "control" | "treatment";

/** One row of the sample; device, browser, channel and place by position. */
export interface Visit {
  readonly visitor: string;
  /** Nothing where the assignment was not logged. */
  readonly arm: ArmId | undefined;
  readonly time: Date;
  /** Counted from 1. */
  readonly week: number;
  readonly device: number;
  readonly browser: number;
  readonly channel: number;
  readonly place: number;
  readonly isConverted: boolean;
  readonly cents: number;
  readonly sessions: number;
  readonly pageViews: number;
  readonly loadMilliseconds: number;
  readonly priorCents: number;
}

/** Share of control visitors who convert, over all kinds of visitors and days. */
export const baseline = 0.12;
/** The browser that lets few buy, and that a broken tracking loses: the first of the words' browsers. */
export const inAppBrowser = 0;

/** A Monday, 0:00 UTC. */
const start = Date.UTC(2025, 2, 3);
const minute = 60_000;
const day = 1440 * minute;

/** Groups of visitors: how many belong to each, and how well they buy. The factors of a kind average to 1, so that the baseline stays. */
interface Kind {
  readonly share: number;
  readonly factor: number;
}

const browsers: readonly Kind[] = [
  { share: 0.35, factor: 0.25 },
  { share: 0.4, factor: 0.9125 / 0.65 },
  { share: 0.15, factor: 0.9125 / 0.65 },
  { share: 0.1, factor: 0.9125 / 0.65 },
];
const channels: readonly Kind[] = [
  { share: 0.3, factor: 0.9 },
  { share: 0.25, factor: 1.04 },
  { share: 0.2, factor: 0.85 },
  { share: 0.1, factor: 1.2 },
  { share: 0.15, factor: 1.2 },
];
const places: readonly Kind[] = [0.4, 0.25, 0.15, 0.12, 0.08].map((share) => ({ share, factor: 1 }));
const returning: Kind = { share: 0.3, factor: 2 };
const newcomers: Kind = { share: 0.7, factor: 0.4 / 0.7 };
const weekdays = { working: 0.94, weekend: 1.15 };

/** Share of rows whose assignment was not logged. */
const unassignedShare = 0.0025;

/** The position of the kind that a draw falls on. */
function draw(random: Random, kinds: readonly Kind[]): number {
  let left = random.next();
  const found = kinds.findIndex(({ share }) => (left -= share) < 0);
  return found === -1 ? kinds.length - 1 : found;
}

/** One over the 3/8th power of a uniform draw: a tail so heavy that the best customers hold much of the revenue, by exact roots alone. */
function heavyTail(random: Random): number {
  const fourthRoot = Math.sqrt(Math.sqrt(1 - random.next()));
  return 1 / (fourthRoot * Math.sqrt(fourthRoot));
}

/** Mobile for the in-app browser; the others are mobile as often as people hold a phone. */
const deviceOf = (random: Random, browser: number): number => (browser === inAppBrowser || random.chance(0.35) ? 1 : 0);

/** A visitor before the test does anything to them. */
interface Person {
  readonly visitor: string;
  readonly phase: Phase;
  readonly time: number;
  readonly week: number;
  readonly device: number;
  readonly browser: number;
  readonly channel: number;
  readonly place: number;
  /** Conversion probability in the control arm. */
  readonly rate: number;
  /** What a basket of this person is worth, before chance. */
  readonly basketCents: number;
  readonly isReturning: boolean;
}

/** The phase of a day, counted from 0. */
function phaseOf(phases: readonly Phase[], dayNumber: number): Phase {
  let end = 0;
  return phases.find((phase) => dayNumber < (end += phase.days)) ?? (phases.at(-1) as Phase);
}

const isWeekend = (dayNumber: number): boolean => dayNumber % 7 >= 5;

function person(random: Random, index: number, phases: readonly Phase[]): Person {
  const days = phases.reduce((sum, phase) => sum + phase.days, 0);
  const dayNumber = random.below(days);
  const phase = phaseOf(phases, dayNumber);
  const browser = draw(random, browsers);
  const channel = draw(random, channels);
  const isReturning = random.chance(returning.share);
  const factors = [
    phase.rateFactor,
    (browsers[browser] as Kind).factor,
    (channels[channel] as Kind).factor,
    (isReturning ? returning : newcomers).factor,
    isWeekend(dayNumber) ? weekdays.weekend : weekdays.working,
  ];
  const taste = random.next();
  return {
    visitor: (Math.imul(index + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, "0"),
    phase,
    time: start + dayNumber * day + random.between(6 * 60, 1439) * minute,
    week: 1 + Math.floor(dayNumber / 7),
    device: deviceOf(random, browser),
    browser,
    channel,
    place: draw(random, places),
    rate: factors.reduce((product, factor) => product * factor, baseline),
    basketCents: 1_800 + 7_200 * taste * taste,
    isReturning,
  };
}

function visit(random: Random, who: Person, { arm, story }: { arm: ArmId; story: Story }): Visit {
  const isTreated = arm === "treatment";
  const isConverted = random.chance(who.rate * (isTreated ? 1 + who.phase.relative : 1));
  const worth = who.basketCents * heavyTail(random) * (isTreated ? story.basketFactor : 1);
  const sessions = 1 + (who.isReturning ? random.between(0, 3) : 0) + (isConverted ? random.between(0, 2) : 0);
  const { visitor, time, week, device, browser, channel, place } = who;
  return {
    ...{ visitor, arm, week, device, browser, channel, place, isConverted, sessions },
    time: new Date(time),
    cents: isConverted ? Math.round(worth) : 0,
    pageViews: sessions * random.between(1, 5) + (isConverted ? 4 : 0),
    loadMilliseconds: Math.round(Math.max(300, 1_800 + 380 * random.normal() + (device === 1 ? 400 : 0))),
    priorCents: who.isReturning ? Math.round((who.basketCents * random.between(40, 260)) / 100) : 0,
  };
}

/** The rows of one person: none where tracking lost them, two where they were seen in both arms. */
function visitsOf(random: Random, who: Person, story: Story): Visit[] {
  const arm: ArmId = random.chance(who.phase.treatmentShare) ? "treatment" : "control";
  const isLost = random.chance(story.lostShare);
  const isSeenTwice = random.chance(story.crossoverShare);
  const isUnassigned = random.chance(unassignedShare);
  const first = visit(random, who, { arm, story });
  if (isSeenTwice) {
    const other: ArmId = arm === "treatment" ? "control" : "treatment";
    const again = visit(random, who, { arm: other, story });
    return [first, { ...again, time: new Date(who.time + random.between(1, 300) * minute) }];
  }
  if (isLost && arm === "treatment" && who.browser === inAppBrowser) return [];
  return [isUnassigned ? { ...first, arm: undefined } : first];
}

/** Turns the first conversion of the treatment into a bulk order that is worth so many times all the arm's other revenue. */
function withWhale(visits: readonly Visit[], times: number): readonly Visit[] {
  if (times === 0) return visits;
  const isBuyer = ({ arm, isConverted }: Visit) => arm === "treatment" && isConverted;
  const whale = visits.findIndex(isBuyer);
  const rest = visits.filter((each, index) => index !== whale && isBuyer(each)).reduce((sum, { cents }) => sum + cents, 0);
  return visits.map((each, index) => (index === whale ? { ...each, cents: Math.round(rest * times) } : each));
}

/** All rows of a test with so many visitors, in order of time. */
export function drawVisits(random: Random, visitors: number, story: Story): readonly Visit[] {
  const drawn = Array.from({ length: visitors }, (_, index) => visitsOf(random, person(random, index, story.phases), story)).flat();
  const ordered = drawn.sort((one, other) => one.time.getTime() - other.time.getTime() || (one.visitor < other.visitor ? -1 : 1));
  return withWhale(ordered, story.whale);
}
