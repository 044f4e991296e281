import { describe, expect, it } from "vitest";
import { languages, type Language } from "../../language/language.js";
import { churnColumns } from "./churn-words.js";
import { makeChurn } from "./churn.js";
import { churnStories, type ChurnStory } from "./draw-subscribers.js";
import { leadStories, type LeadStory } from "./draw-leads.js";
import { leadColumns } from "./lead-words.js";
import { makeLeads } from "./leads.js";
import type { OutcomeTruth } from "./planted.js";

type Row = Readonly<Record<string, unknown>>;

const subscribers = (story: ChurnStory, language: Language, seed = 5) => makeChurn({ seed, size: 2000, language, story });
const leads = (story: LeadStory, language: Language, seed = 5) => makeLeads({ seed, size: 3000, language, story });

/** The samples by name: how they are made, and their columns. */
const samples = [
  ...(Object.keys(churnStories) as ChurnStory[]).map((story) => ({
    name: `churn, ${story}`,
    make: (language: Language, seed?: number) => subscribers(story, language, seed),
    words: churnColumns,
    columns: { id: churnColumns.customer, outcome: churnColumns.churned },
  })),
  ...(Object.keys(leadStories) as LeadStory[]).map((story) => ({
    name: `leads, ${story}`,
    make: (language: Language, seed?: number) => leads(story, language, seed),
    words: leadColumns,
    columns: { id: leadColumns.lead, outcome: leadColumns.won },
  })),
];

const distinct = (rows: readonly Row[], id: string): Row[] => [...new Map(rows.map((row) => [row[id], row])).values()];

/** How often one of two at random, with and without the outcome, has the larger number; equal ones count half. */
function separation(positive: readonly number[], others: readonly number[]): number {
  let won = 0;
  for (const one of positive) for (const other of others) won += Number(one > other) + Number(one === other) / 2;
  return won / (positive.length * others.length);
}

const split = ({ probabilityOf, positiveIds }: OutcomeTruth) => {
  const left = new Set(positiveIds);
  const ids = Object.keys(probabilityOf);
  const chances = (list: readonly string[]) => list.map((id) => probabilityOf[id] as number);
  return [chances(ids.filter((id) => left.has(id))), chances(ids.filter((id) => !left.has(id)))] as const;
};

describe.each(samples)("$name", ({ make, words, columns }) => {
  it("is the same for the same seed, and another for another", () => {
    expect(JSON.stringify(make("en"))).toBe(JSON.stringify(make("en")));
    expect(make("en", 5).rows).not.toEqual(make("en", 6).rows);
  });

  it("holds the same truth and the same rows in both languages, each in its own words", () => {
    const [english, chinese] = [make("en"), make("zh-CN")];
    expect(chinese.truth).toEqual(english.truth);
    const numbers = (rows: readonly Row[]) =>
      rows.map((row) => Object.values(row).filter((cell) => typeof cell === "number" || cell === null));
    expect(numbers(chinese.rows)).toEqual(numbers(english.rows));
    expect(JSON.stringify(english.rows)).not.toMatch(/\p{Script=Han}/u);
    const translated = Object.values(words).map((word) => word["zh-CN"] as string);
    for (const name of Object.keys(chinese.rows[0] ?? {})) expect(translated).toContain(name);
  });

  it.each(languages)("has the counts that the truth records in %s", (language) => {
    const { rows, truth } = make(language);
    const outcome = columns.outcome[language];
    const once = distinct(rows, columns.id[language]);
    expect(rows.length - once.length).toBe(truth.repeatedRows);
    expect(once.filter((row) => row[outcome] === null)).toHaveLength(truth.rowsWithoutOutcome);
    expect(once.filter((row) => row[outcome] === (language === "en" ? "Yes" : "是"))).toHaveLength(truth.positive);
    expect(truth.known + truth.rowsWithoutOutcome).toBe(once.length);
    for (const { column } of truth.drivers) expect(rows[0]).toHaveProperty([column[language]]);
    for (const column of [...truth.noise, ...truth.leaks]) expect(rows[0]).toHaveProperty([column[language]]);
    expect(truth.repeatedRows).toBeGreaterThan(2);
    expect(truth.rowsWithoutOutcome).toBeGreaterThan(0);
  });
});

describe("what is planted", () => {
  it("tells who leaves and who buys in the stories with drivers, and nothing in those without", () => {
    for (const truth of [subscribers("drivers", "en").truth, leads("drivers", "en").truth])
      expect(separation(...split(truth))).toBeGreaterThan(0.75);
    for (const truth of [subscribers("none", "en").truth, leads("none", "en").truth]) {
      expect(truth.drivers).toEqual([]);
      expect(new Set(Object.values(truth.probabilityOf)).size).toBe(1);
    }
  });

  it("leaks where the truth says so: the leaky column all but names the outcome", () => {
    const call = subscribers("drivers", "en");
    const minutes = (outcome: string) =>
      call.rows.filter((row) => row["Churned"] === outcome).map((row) => Number(row["Exit call (minutes)"]));
    expect(separation(minutes("Yes"), minutes("No"))).toBeGreaterThan(0.93);
    const reason = subscribers("reason", "en").rows.filter((row) => row["Reason for leaving"] !== null);
    expect(reason.length).toBeGreaterThan(300);
    expect(reason.filter((row) => row["Churned"] === "No")).toEqual([]);
    const signed = leads("drivers", "en").rows.filter((row) => ["Offer accepted", "Contract sent"].includes(String(row["Sales tag"])));
    expect(signed.filter((row) => row["Won"] === "Yes").length / signed.length).toBeGreaterThan(0.85);
  });

  it("matters only together in the story of that name: neither tickets nor logins tell much alone", () => {
    const { rows, truth } = subscribers("together", "en");
    for (const column of ["Support tickets (90 days)", "Logins (30 days)"]) {
      const values = (outcome: string) => rows.filter((row) => row["Churned"] === outcome).map((row) => Number(row[column]));
      expect(Math.abs(separation(values("Yes"), values("No")) - 0.5)).toBeLessThan(0.08);
    }
    expect(separation(...split(truth))).toBeGreaterThan(0.7);
  });

  it("has the size that is asked for", () => {
    const { truth } = makeChurn({ seed: 1, size: 60, language: "en" });
    expect(truth.known + truth.rowsWithoutOutcome).toBe(60);
  });
});
